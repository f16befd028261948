import { Buffer } from "node:buffer";
import { recordLimit } from "../recorded.ts";
import type { AttachmentPlace } from "./attachments.ts";
import { BatchBuilder, type Cut } from "./batch.ts";

const newline = 0x0a;

/**
 * Cuts NDJSON (https://github.com/ndjson/ndjson-spec) into batches of lines; blank lines are no records. A last line
 * without newline counts. A line over the limit is a problem, and reading goes on behind it.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  attachments: AttachmentPlace,
  limit = recordLimit,
): AsyncGenerator<Cut> {
  const builder = new BatchBuilder("ndjson", file, attachments);
  let line = 1;
  let tooLong = false;
  const problem = () => ({
    problem: `the line is longer than ${limit} bytes`,
    source: { file, line },
  });
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const base = builder.append(bytes);
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
      const length = builder.lengthTo(base + at);
      if (!tooLong && length > limit) yield problem();
      // A blank line, also what a CRLF leaves of one, is told where lines are parsed.
      builder.end(line, base + at, 1, !tooLong && length > 0 && length <= limit);
      tooLong = false;
      line += 1;
    }
    if (!tooLong && builder.pending > limit) {
      tooLong = true;
      yield problem();
    }
    if (tooLong) builder.discard();
    const batch = builder.take();
    if (batch) yield batch;
  }
  if (!tooLong && builder.pending > 0) builder.end(line);
  const last = builder.take(true);
  if (last) yield last;
}
