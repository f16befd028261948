import { Buffer } from "node:buffer";
import { BatchBuilder, type Cut } from "./batch.ts";
import { recordLimit } from "./recorded.ts";

const newline = 0x0a;

/**
 * Cuts NDJSON (https://github.com/ndjson/ndjson-spec) into batches of lines; blank lines are no records. A last line
 * without newline counts. A line over the limit is a problem, and reading goes on behind it.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  limit = recordLimit,
): AsyncGenerator<Cut> {
  const builder = new BatchBuilder("ndjson", file);
  let line = 1;
  let tooLong = false;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let from = 0; from < bytes.length; ) {
      const at = bytes.indexOf(newline, from);
      const to = at === -1 ? bytes.length : at;
      if (!tooLong && builder.pending + to - from > limit) {
        tooLong = true;
        const before = builder.drop();
        if (before) yield before;
        yield { problem: `the line is longer than ${limit} bytes`, source: { file, line } };
      }
      if (!tooLong) builder.append(bytes, from, to);
      if (at === -1) break;
      if (!tooLong) endLine(builder, line);
      tooLong = false;
      line += 1;
      from = at + 1;
    }
    const batch = builder.take();
    if (batch) yield batch;
  }
  if (!tooLong) endLine(builder, line);
  const last = builder.take(true);
  if (last) yield last;
}

/** A blank line (also the one a CRLF leaves) is collected like any other and skipped where lines are parsed. */
function endLine(builder: BatchBuilder, line: number): void {
  if (builder.pending > 0) builder.end(line);
}
