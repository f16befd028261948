import { readFileSync } from "node:fs";
import {
  type Description,
  type Message,
  operationsOf,
  resolve,
  type Schema,
} from "../../src/openapi/description.ts";

/** The contract that the cases are derived from. */
export const description = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
) as Description; // generate wrote it, after it was found valid

/** The base paths of the documented servers, such as `/websets`. */
export const serverPaths = (description.servers ?? []).map(({ url }) =>
  new URL(url).pathname.replace(/\/$/, ""),
);

/** One documented response of one operation. */
export interface Documented {
  /** `METHOD /path/{template}`. */
  readonly operation: string;
  readonly status: number;
  /** Of its body, undefined where it has none. */
  readonly mediaType: string | undefined;
  readonly schema: Schema | undefined;
  /** Its named examples; empty where it has no body. */
  readonly examples: Readonly<Record<string, unknown>>;
}

/** Every documented response of every operation. */
export const responses: readonly Documented[] = operationsOf(description).flatMap(
  ({ name, operation }) =>
    Object.entries(operation.responses ?? {}).map(([status, response]) => ({
      operation: name,
      status: Number(status),
      ...bodyOf(response),
    })),
);

/** The documented request bodies by operation. */
export const requests = operationsOf(description).map(({ name, operation }) => ({
  operation: name,
  ...bodyOf(operation.requestBody ?? {}),
}));

/** What OpenAPI says of a media type and an example, as far as it is read here. */
interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<
    Record<string, { readonly $ref?: string; readonly value?: unknown }>
  >;
}

function bodyOf(message: Message): Pick<Documented, "mediaType" | "schema" | "examples"> {
  const [found] = Object.entries(resolve(description, message).content ?? {});
  const [mediaType, media = {}]: [string?, Media?] = found ?? [];
  const examples = Object.entries(media.examples ?? {}).map(([name, example]) => {
    return [name, resolve(description, example).value] as const;
  });
  // As Prism calls it.
  const single = "example" in media ? [["default", media.example] as const] : [];
  return {
    mediaType,
    schema: media.schema,
    examples: Object.fromEntries([...single, ...examples]),
  };
}
