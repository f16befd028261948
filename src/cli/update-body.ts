import type { UpdateWebset } from "../client.ts";
import { CannotRun } from "./command.ts";

/** The options that say what an update changes; spread them into those of `parseArgs`. */
export const bodyOptions = {
  metadata: { type: "string", multiple: true },
  title: { type: "string" },
} as const;

/** Longest value of `metadata`, in characters (openapi/websets.yaml, `Metadata`). */
const valueLimit = 1000;

/**
 * The body of an update from its options, `--metadata key=value` and `--title text`.
 * @throws CannotRun if nothing is to be changed, or a pair is malformed, doubled or too long.
 */
export function updateBody(values: {
  readonly metadata?: readonly string[] | undefined;
  readonly title?: string | undefined;
}): UpdateWebset {
  const { metadata, title } = values;
  if (metadata === undefined && title === undefined) {
    throw new CannotRun("nothing to change: give --metadata key=value or --title text");
  }
  const map = new Map<string, string>();
  for (const pair of metadata ?? []) {
    const at = pair.indexOf("=");
    if (at < 1)
      throw new CannotRun(`--metadata takes key=value, not ${JSON.stringify(pair.slice(0, 80))}`);
    const key = pair.slice(0, at);
    const value = pair.slice(at + 1);
    const length = [...value].length;
    if (map.has(key)) throw new CannotRun(`--metadata has the key ${JSON.stringify(key)} twice`);
    if (length > valueLimit) {
      throw new CannotRun(
        `--metadata ${key}: the value has ${length} characters; at most ${valueLimit} are allowed`,
      );
    }
    map.set(key, value);
  }
  return {
    ...(metadata && { metadata: Object.fromEntries(map) }),
    ...(title !== undefined && { title }),
  };
}
