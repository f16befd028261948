import { Buffer, isUtf8 } from "node:buffer";
import type { Source } from "../../findings/finding.ts";
import type { Recorded } from "../recorded.ts";
import { attachmentsOf } from "./attachments.ts";
import type { Batch } from "./batch.ts";
import { harEntry } from "./har-entry.ts";
import { isObject, kindOf } from "./loose.ts";
import { ndjsonLine } from "./ndjson-line.ts";

/** The records of a batch, parsed one at a time. Blank lines give nothing. */
export function* decodeBatch(batch: Batch): Generator<Recorded> {
  const bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.byteLength);
  const { spans, format, file } = batch;
  const attachments = attachmentsOf(file, batch.attachments);
  const clean = isUtf8(bytes.subarray(0, spans.at(-2) ?? 0));
  for (let at = 0; at < spans.length; at += 3) {
    // Spans come in threes.
    const [start, end, line] = [spans[at], spans[at + 1], spans[at + 2]] as [
      number,
      number,
      number,
    ];
    const entry = batch.first + at / 3;
    const source: Source = {
      har: { file, line, entry },
      ndjson: { file, line },
      list: { file, entry },
    }[format];
    if (!clean && !isUtf8(bytes.subarray(start, end))) {
      yield { problem: "it is not valid UTF-8", source };
      continue;
    }
    const text = bytes.toString("utf8", start, end);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      if (text.trim() !== "") yield { problem: jsonReason(error as SyntaxError), source };
      continue;
    }
    if (format !== "ndjson" || isHarEntry(value)) yield harEntry(value, source, attachments);
    else if (isObject(value)) yield ndjsonLine(value, source);
    else yield { problem: `the line is ${kindOf(value)}, not an exchange`, source };
  }
}

/** HAR entries, one a line, as `jq -c '.log.entries[]'` writes them: the body of a response is its `content`. */
function isHarEntry(value: unknown): boolean {
  return isObject(value) && isObject(value.response) && isObject(value.response.content);
}

/** V8's message may quote the text, which can hold a secret: only the position is taken over, where it tells one. */
function jsonReason({ message }: SyntaxError): string {
  if (/end of JSON|Unterminated/.test(message)) return "its JSON is cut off";
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? `it is not JSON (at character ${Number(position) + 1})` : "it is not JSON";
}
