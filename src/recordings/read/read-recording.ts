import { Buffer } from "node:buffer";
import { type Recorded, RecordingError } from "../recorded.ts";
import type { Cut, Format } from "./batch.ts";
import { decodeBatch } from "./decode.ts";
import { type Bytes, readBytes } from "./read-bytes.ts";
import { splitEntries } from "./split-entries.ts";
import { splitLines } from "./split-lines.ts";

/** As much of a file's beginning as its format is told from. */
const headSize = 64 * 1024;

/**
 * The exchanges of one recording in their order, HAR or NDJSON, gzipped or not, told by content. Memory holds one
 * batch of them, whatever the size.
 * @throws RecordingError where the file gives nothing at all: missing, empty, of another format, HAR without entries.
 * Damage further on is a problem among the exchanges.
 */
export async function* readRecording(stream: Bytes, file: string): AsyncGenerator<Recorded> {
  for await (const cut of cutRecording(stream, file)) {
    if ("problem" in cut) yield cut;
    else yield* decodeBatch(cut);
  }
}

/** Like `readRecording`, in batches that are not parsed yet. `seen` hears how many bytes of the file were read. */
export async function* cutRecording(
  stream: Bytes,
  file: string,
  seen?: (bytes: number) => void,
): AsyncGenerator<Cut> {
  let records = false;
  try {
    const { head, rest } = await peek(readBytes(stream, file, seen));
    const split = formatOf(head, file) === "har" ? splitEntries : splitLines;
    for await (const cut of split(rest, file)) {
      records = true;
      yield cut;
    }
  } catch (error) {
    // What was read before the damage still counts; the damage must be seen too.
    if (!(error instanceof RecordingError) || !records) throw error;
    yield { problem: error.reason, source: error.source };
  }
}

async function peek(
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < headSize) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(Buffer.from(next.value)); // the chunk itself does not last
    size += next.value.length;
  }
  const whole = Buffer.concat(parts);
  const head = whole.subarray(hasMark(whole) ? 3 : 0);
  async function* rest() {
    if (head.length > 0) yield head;
    yield* chunks;
  }
  return { head, rest: rest() };
}

/** A byte order mark, which some proxies write before their HAR. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function formatOf(head: Uint8Array, file: string): Format {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headSize))
    .toString("utf8")
    .trimStart();
  if (text === "") throw new RecordingError("the file is empty", { file });
  const line = text.slice(0, text.search(/\n|$/));
  if (text.startsWith("{")) {
    if (/^\{\s*"log"\s*:/.test(text)) return "har";
    if (/"(request|response)"\s*:/.test(line)) return "ndjson";
    if (/"log"\s*:/.test(text)) return "har";
    if (/^\{.*\}\s*$/.test(line)) return "ndjson";
  }
  throw new RecordingError(
    'this is neither HAR 1.2 ({"log": {"entries": …}}) nor NDJSON (one {"request": …, "response": …} a line)',
    { file, line: 1 },
  );
}
