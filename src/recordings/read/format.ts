import { Buffer } from "node:buffer";
import { RecordingError } from "../recorded.ts";

/** What a recording's beginning says it is. */
export type Kind = "har" | "ndjson" | "nock" | "vcr";

/** As much of a file's beginning as its format is told from. */
export const headSize = 64 * 1024;

const help = "docs/traffic.md tells how to make a HAR or NDJSON of it";

/** Recordings of others that are not read, with what tells them. */
const foreign: readonly (readonly [name: string, tells: (head: Head) => boolean])[] = [
  ["a Postman collection", ({ keys }) => keys.has("info") && keys.has("item")],
  [
    "an export of Postman or Insomnia",
    ({ keys }) => keys.has("_postman_id") || keys.has("resources"),
  ],
  ["stub mappings of WireMock", ({ keys }) => keys.has("mappings")],
  [
    "a stub mapping of WireMock",
    ({ keys, text }) =>
      keys.has("request") &&
      /"(url(Path)?(Pattern)?|bodyPatterns|jsonBody|bodyFileName)"\s*:/.test(text) &&
      !/"url"\s*:/.test(text),
  ],
  ["a request journal of WireMock", ({ keys }) => keys.has("requests") && keys.has("meta")],
  ["a pact", ({ keys }) => keys.has("consumer") && keys.has("provider")],
  ["a session of Charles", ({ text }) => /^\[\s*\{\s*"status"\s*:\s*"COMPLETE"/.test(text)],
  [
    "a flow file of mitmproxy",
    ({ text }) => /^\d+:\d+:(version|type|response|request|websocket|error|id)/.test(text),
  ],
  [
    "a packet capture",
    ({ bytes }) => ["d4c3b2a1", "a1b2c3d4", "0a0d0d0a"].includes(bytes.toString("hex", 0, 4)),
  ],
  ["XML, as Burp and Charles export it", ({ text }) => text.startsWith("<?xml")],
  ["a web page", ({ text }) => /^<(!doctype|html)/i.test(text)],
];

interface Head {
  readonly bytes: Buffer;
  readonly text: string;
  /** Of the first object, or of the first one in a list. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Tells a recording's format by its first bytes.
 * @throws RecordingError where it is none that can be read, saying what it is if that can be told.
 */
export function kindOfRecording(bytes: Uint8Array, file: string): Kind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headSize));
  const text = head.toString("utf8").trimStart();
  if (text === "") throw new RecordingError("the file is empty", { file });
  const { list, keys } = firstKeys(text);
  if (!list && keys.has("log")) return "har";
  if (list && keys.has("scope")) return "nock";
  if (
    keys.has("http_interactions") ||
    (keys.has("interactions") && !keys.has("consumer")) ||
    /^(---\s+)?(http_)?interactions:/m.test(text)
  )
    return "vcr";
  const name = foreign.find(([, tells]) => tells({ bytes: head, text, keys }))?.[0];
  if (name)
    throw new RecordingError(`this is ${name}, not a recording in HAR or NDJSON; ${help}`, {
      file,
    });
  if (list)
    throw new RecordingError("this is a JSON list; put one element on a line (jq -c '.[]')", {
      file,
    });
  const line = text.slice(0, text.search(/\r?\n|$/));
  const whole = /^\{.*\}\s*$/.test(line);
  if (whole || (keys.has("request") && !text.includes("\n"))) return "ndjson";
  if (keys.has("request"))
    throw new RecordingError(
      "this is JSON over several lines; put one exchange on a line (jq -c .)",
      { file },
    );
  throw new RecordingError(
    'this is neither HAR 1.2 ({"log": {"entries": …}}) nor NDJSON (one {"request": …, "response": …} a line)',
    { file, line: 1 },
  );
}

/** The names of the first object, as far as the text goes: strings and brackets are followed, nothing is parsed. */
function firstKeys(text: string): { readonly list: boolean; readonly keys: ReadonlySet<string> } {
  const keys = new Set<string>();
  const list = text.startsWith("[");
  const depthOfKeys = list ? 2 : 1;
  const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[[\]{}]/gy;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    token.lastIndex = at;
    const found = token.exec(text);
    at = found ? token.lastIndex : at + 1;
    if (!found) continue;
    const [, string, colon] = found;
    if (string !== undefined) {
      if (colon && depth === depthOfKeys) keys.add(string);
    } else if (found[0] === "{" || found[0] === "[") depth += 1;
    else if (--depth < depthOfKeys) break;
  }
  return { list, keys };
}
