import { Buffer } from "node:buffer";
import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import { pipeline } from "node:stream";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { RecordingError, recordLimit } from "../recorded.ts";

/** A member of an archive: where its packed bytes stand. */
interface Member {
  readonly method: number;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
}

/** A ZIP archive on disk (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), read a member at a time. */
export interface Zip {
  readonly names: readonly string[];
  /** The bytes of a member as a stream, so that memory does not grow with it. */
  stream(name: string): AsyncIterable<Uint8Array>;
  /** All bytes of a member; undefined if there is none of the name or it is larger than a record may be. */
  read(name: string): Buffer | undefined;
}

const stored = 0;
const deflated = 8;
const entrySignature = 0x02014b50;

/**
 * Reads an archive's directory.
 * @throws RecordingError if it is damaged, encrypted, or of the large kind (ZIP64).
 */
export function openZip(file: string): Zip {
  const members = directoryOf(file);
  return {
    names: [...members.keys()],
    stream(name) {
      const { method, start, packed } = memberOf(members, name, file);
      if (packed === 0) return emptyStream();
      const bytes = createReadStream(file, { start, end: start + packed - 1 });
      // The callback is required; errors arrive at the reader of the stream.
      return method === stored ? bytes : pipeline(bytes, createInflateRaw(), () => {});
    },
    read(name) {
      const member = members.get(name);
      if (!member || member.size > recordLimit) return undefined;
      const bytes = readAt(file, member.start, member.packed);
      if (member.method === stored) return bytes;
      try {
        return inflateRawSync(bytes, { maxOutputLength: recordLimit });
      } catch (cause) {
        throw new RecordingError("the zip archive is damaged", { file }, { cause });
      }
    },
  };
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {}

function memberOf(members: ReadonlyMap<string, Member>, name: string, file: string): Member {
  const member = members.get(name);
  if (!member) throw new RecordingError("the zip archive is damaged", { file });
  return member;
}

function directoryOf(file: string): ReadonlyMap<string, Member> {
  const damaged = (reason: string, fault: "unreadable" | "cut" = "unreadable") =>
    new RecordingError(reason, { file }, { fault });
  // The end record has 22 bytes and a comment of at most 65535.
  const tail = readTail(file, 22 + 0xffff);
  const at = tail.bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || tail.bytes.length < at + 22)
    throw damaged("the zip archive has no end; the file was cut off", "cut");
  const [count, length, start] = [
    tail.bytes.readUInt16LE(at + 10),
    tail.bytes.readUInt32LE(at + 12),
    tail.bytes.readUInt32LE(at + 16),
  ];
  if (count === 0xffff || start === 0xffffffff)
    throw damaged("zip archives of 4 GiB or 65535 files are not read; unpack it");
  const members = new Map<string, Member>();
  const bytes = readAt(file, start, length);
  for (let offset = 0, n = 0; n < count; n++) {
    if (bytes.length < offset + 46 || bytes.readUInt32LE(offset) !== entrySignature)
      throw damaged("the zip archive is damaged");
    const [flags, method] = [bytes.readUInt16LE(offset + 8), bytes.readUInt16LE(offset + 10)];
    const [packed, size] = [bytes.readUInt32LE(offset + 20), bytes.readUInt32LE(offset + 24)];
    const nameLength = bytes.readUInt16LE(offset + 28);
    if (bytes.length < offset + 46 + nameLength) throw damaged("the zip archive is damaged");
    const name = bytes.toString("utf8", offset + 46, offset + 46 + nameLength);
    if (flags & 1) throw damaged("the zip archive is encrypted");
    if (method !== stored && method !== deflated)
      throw damaged("the zip archive is packed in a way that is not read here; unpack it");
    const header = bytes.readUInt32LE(offset + 42);
    members.set(name, { method, packed, size, start: dataStart(file, header) });
    offset += 46 + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
  }
  return members;
}

/** A member's bytes stand behind its own header, whose length the directory does not tell. */
function dataStart(file: string, header: number): number {
  const bytes = readAt(file, header, 30);
  if (bytes.length < 30) throw new RecordingError("the zip archive is damaged", { file });
  return header + 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
}

function readTail(file: string, length: number): { readonly bytes: Buffer } {
  return withFile(file, (handle) => {
    const { size } = fstatSync(handle);
    const start = Math.max(0, size - length);
    return { bytes: fill(handle, start, size - start) };
  });
}

const readAt = (file: string, start: number, length: number): Buffer =>
  withFile(file, (handle) => {
    const { size } = fstatSync(handle);
    return fill(handle, start, Math.max(0, Math.min(length, size - start)));
  });

function fill(handle: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, start));
}

function withFile<T>(file: string, use: (handle: number) => T): T {
  const handle = openSync(file, "r");
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
}
