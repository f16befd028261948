import { Buffer } from "node:buffer";
import { type Recorded, RecordingError, recordLimit } from "../recorded.ts";
import type { AttachmentPlace } from "./attachments.ts";
import { BatchBuilder, type Cut } from "./batch.ts";
import { entriesOf } from "./cassettes.ts";
import { decodeBatch } from "./decode.ts";
import { headSize, kindOfRecording } from "./format.ts";
import { type Bytes, isZip, readBytes } from "./read-bytes.ts";
import { splitEntries } from "./split-entries.ts";
import { splitLines } from "./split-lines.ts";
import { openZip } from "./zip.ts";

/**
 * The exchanges of one recording in their order: HAR or NDJSON, also gzipped, in UTF-16, or a HAR in a zip archive;
 * recordings of nock and VCR; told by content. Memory holds one batch of them, whatever the size. What cannot be read
 * is a fault or a problem among them.
 */
export async function* readRecording(stream: Bytes, file: string): AsyncGenerator<Recorded> {
  for await (const cut of cutRecording(stream, file)) {
    if ("bytes" in cut) yield* decodeBatch(cut);
    else yield cut;
  }
}

/** Like `readRecording`, in batches that are not parsed yet. `seen` hears how many bytes of the file were read. */
export async function* cutRecording(
  stream: Bytes,
  file: string,
  seen?: (bytes: number) => void,
): AsyncGenerator<Cut> {
  const chunks = readBytes(stream, file, seen);
  try {
    const { head, rest } = await peek(chunks, isZip);
    if (isZip(head)) {
      for await (const _ of rest); // whoever counts or hashes the file sees all of it
      yield* cut(readBytes(harOfZip(file), file), file, "zip");
    } else yield* cut(rest, file, file === "-" ? "nowhere" : "folder");
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    yield error.toFault();
  } finally {
    await chunks.return(undefined); // a file that is given up is closed
  }
}

async function* cut(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  attachments: AttachmentPlace,
): AsyncGenerator<Cut> {
  const { head, rest } = await peek(bytes[Symbol.asyncIterator]());
  const kind = kindOfRecording(head, file);
  if (kind === "har") yield* splitEntries(rest, file, attachments);
  else if (kind === "ndjson") yield* splitLines(rest, file, attachments);
  else yield* cutCassette(kind, rest, file);
}

async function* cutCassette(
  kind: "nock" | "vcr",
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Cut> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > recordLimit)
      throw new RecordingError(`it is longer than ${recordLimit} bytes; split it`, { file });
    parts.push(Buffer.from(part)); // the chunk itself does not last
  }
  const entries = await entriesOf(kind, Buffer.concat(parts).toString("utf8"), file);
  if (entries.length === 0) throw new RecordingError("there are no exchanges in it", { file });
  const builder = new BatchBuilder("list", file, "nowhere");
  for (const entry of entries) {
    builder.append(Buffer.from(JSON.stringify(entry)));
    builder.end(1);
    const batch = builder.take();
    if (batch) yield batch;
  }
  const last = builder.take(true);
  if (last) yield last;
}

/** Playwright's archive holds one HAR, and bodies beside it. */
async function* harOfZip(file: string): AsyncGenerator<Uint8Array> {
  if (file === "-")
    throw new RecordingError("a zip archive is not read from standard input; name its file", {
      file,
    });
  const zip = openZip(file);
  const [name, ...more] = zip.names.filter((one) => /\.har$/i.test(one));
  if (name === undefined || more.length > 0) {
    const what = name === undefined ? "no .har" : "several .har files";
    throw new RecordingError(
      `there ${name === undefined ? "is" : "are"} ${what} in the zip archive; unpack it`,
      { file },
    );
  }
  yield* zip.stream(name);
}

/** The first bytes, or fewer where those tell enough; and all of them. */
async function peek(
  chunks: AsyncIterator<Uint8Array>,
  enough: (head: Uint8Array) => boolean = () => false,
): Promise<{ readonly head: Uint8Array; readonly rest: AsyncIterable<Uint8Array> }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < headSize && !(parts[0] && enough(parts[0]))) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(Buffer.from(next.value)); // the chunk itself does not last
    size += next.value.length;
  }
  const head = Buffer.concat(parts);
  async function* rest() {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { head, rest: rest() };
}
