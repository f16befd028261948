import { Buffer } from "node:buffer";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createUnzip } from "node:zlib";
import { RecordingError } from "../recorded.ts";

/** The bytes of a recording. A chunk holds only until the next one is asked for: its memory may be used again. */
export type Bytes = AsyncIterable<Uint8Array | string>;

/** Opens a recording's bytes; `-` is standard input. */
export type Open = (file: string) => Bytes;

const chunkSize = 256 * 1024;

/** `Open` for files on disk and the given standard input. */
export function openFrom(stdin: NodeJS.ReadableStream): Open {
  return (file) => (file === "-" ? (stdin as Bytes) : readFile(file)); // a byte stream, as standard input is
}

/** A stream of Node's would take new memory for every chunk, and give it back when it likes. */
async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(chunkSize);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkSize, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Is it a ZIP archive, by its first bytes? */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * The bytes of a stream as UTF-8 without a byte order mark: unpacked if they are gzipped, turned from UTF-16 if a mark or the zeros of ASCII tell it.
 * `seen` hears how many bytes were taken from the stream itself, before unpacking.
 * @throws RecordingError if it cannot be read or unpacked.
 */
export async function* readBytes(
  stream: Bytes,
  file: string,
  seen: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  try {
    const raw = counted(stream, seen);
    const first = await atLeast(raw, 2);
    const all = joined(first, raw);
    yield* toUtf8(isPacked(first) ? unpack(all) : all);
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const fault = code === "Z_BUF_ERROR" ? "cut" : "unreadable";
    throw new RecordingError(
      reason(error as NodeJS.ErrnoException),
      { file },
      { cause: error, fault },
    );
  }
}

async function* counted(stream: Bytes, seen: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    seen(bytes.length);
    yield bytes;
  }
}

/** At least `size` bytes, or all that there are. */
async function atLeast(chunks: AsyncIterator<Uint8Array>, size: number): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < size) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* joined(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function unpack(source: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  // The callback is required; errors arrive at the reader of the stream.
  return pipeline(copied(source), createUnzip({ chunkSize: 64 * 1024 }), () => {});
}

/** gzip (RFC 1952) or zlib (RFC 1950), as mitmproxy's `.zhar` is. */
const isPacked = ([a = 0, b = 0]: Uint8Array): boolean =>
  (a === 0x1f && b === 0x8b) || (a === 0x78 && (a * 256 + b) % 31 === 0);

async function* toUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const head = await atLeast(chunks, 4);
  const all = joined(head, chunks);
  const encoding = utf16Of(head);
  if (encoding) {
    const decoder = new TextDecoder(encoding); // which drops the mark
    for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  } else {
    const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    yield* marked ? joined(head.subarray(3), chunks) : all;
  }
}

function utf16Of([a, b, c, d]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return "utf-16be";
  return undefined;
}

/** The pipeline asks for the next chunk before it is done with one. */
async function* copied(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield Buffer.from(chunk);
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "there is no such file";
  if (error.code === "EISDIR") return "this is a directory; name the recordings in it";
  if (error.code === "EACCES" || error.code === "EPERM") return "the file may not be read";
  if (error.code === "Z_BUF_ERROR") return "the packed data ends early; it was cut off";
  if (error.code?.startsWith("Z_")) return "the packed data is damaged";
  return `cannot be read (${error.code ?? error.message})`;
}
