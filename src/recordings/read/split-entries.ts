import { RecordingError, recordLimit } from "../recorded.ts";
import type { AttachmentPlace } from "./attachments.ts";
import { BatchBuilder, type Cut } from "./batch.ts";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const newline = 0x0a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Longest key that the scanner needs to recognise, `"entries"`, with its quotes. */
const keyLimit = 9;
/** Nesting of `log.entries`: root object, log object, the array itself. */
const entriesDepth = 3;

/**
 * Cuts a HAR into batches of entries without parsing it: only strings and brackets are followed, so memory holds one
 * batch whatever the file's size. What stands between the commas of `log.entries` is a record, well-formed or not.
 * @throws RecordingError behind the last whole entry if the file has no entries or is cut off.
 */
export async function* splitEntries(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  attachments: AttachmentPlace,
  limit = recordLimit,
): AsyncGenerator<Cut> {
  const scanner = new EntryScanner(file, attachments, limit);
  for await (const chunk of chunks) {
    scanner.scan(chunk);
    yield* scanner.drain();
  }
  yield* scanner.finish();
}

/** Where a scan of a HAR stands; every field survives the end of a chunk. */
class EntryScanner {
  readonly #builder: BatchBuilder;
  readonly #file: string;
  readonly #limit: number;
  readonly #out: Cut[] = [];
  #line = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last string at depth 1 or 2, quotes included: a key, if a value in braces or brackets follows. */
  #key = "";
  #inLog = false;
  #inEntries = false;
  #sawEntries = false;
  /** Line of the entry being collected, 0 before its first byte. */
  #entryLine = 0;
  #dropping = false;

  constructor(file: string, attachments: AttachmentPlace, limit: number) {
    this.#builder = new BatchBuilder("har", file, attachments);
    this.#file = file;
    this.#limit = limit;
  }

  *drain(): Generator<Cut> {
    const batch = this.#builder.take();
    if (batch) yield batch;
    yield* this.#out.splice(0);
  }

  scan(chunk: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < chunk.length && this.#depth >= 0; at++) {
      const byte = chunk[at] as number; // at < chunk.length
      if (byte === newline) this.#line += 1;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) this.#inString = false;
        if (this.#depth < entriesDepth && this.#key.length <= keyLimit)
          this.#key += String.fromCharCode(byte);
        continue;
      }
      if (byte <= 0x20) continue;
      if (this.#inEntries && this.#depth === entriesDepth) {
        if (byte === comma || byte === closeBracket) {
          this.#collect(chunk, from, at);
          this.#endEntry(byte === closeBracket);
          from = at + 1;
          if (byte === comma) continue;
        } else if (this.#entryLine === 0) {
          this.#entryLine = this.#line;
          from = at;
        }
      }
      const opened = this.#structure(byte);
      if (opened) from = at + 1;
    }
    if (this.#inEntries) this.#collect(chunk, from, chunk.length);
  }

  /** Follows one byte outside a string; true where it opens `log.entries`. */
  #structure(byte: number): boolean {
    if (byte === quote) {
      this.#inString = true;
      if (this.#depth < entriesDepth) this.#key = '"';
    } else if (byte === openBrace || byte === openBracket) {
      this.#depth += 1;
      if (this.#depth === 2) this.#inLog = byte === openBrace && this.#key === '"log"';
      if (
        this.#depth === entriesDepth &&
        this.#inLog &&
        this.#key === '"entries"' &&
        byte === openBracket
      ) {
        this.#inEntries = true;
        this.#sawEntries = true;
        return true;
      }
    } else if (byte === closeBrace || byte === closeBracket) {
      this.#depth -= 1;
      if (this.#depth === 1) this.#inLog = false;
    }
    return false;
  }

  #collect(chunk: Uint8Array, from: number, to: number): void {
    if (this.#entryLine === 0 || this.#dropping || from >= to) return;
    if (this.#builder.pending + to - from <= this.#limit) {
      this.#builder.append(chunk.subarray(from, to));
      return;
    }
    this.#dropping = true;
    const source = { file: this.#file, line: this.#entryLine, entry: this.#builder.records };
    const before = this.#builder.drop();
    if (before) this.#out.push(before);
    this.#out.push({ problem: `the entry is longer than ${this.#limit} bytes`, source });
  }

  #endEntry(last: boolean): void {
    if (this.#entryLine > 0 && !this.#dropping) this.#builder.end(this.#entryLine);
    this.#entryLine = 0;
    this.#dropping = false;
    if (last) this.#inEntries = false;
  }

  *finish(): Generator<Cut> {
    this.#builder.discard();
    const last = this.#builder.take(true);
    if (last) yield last;
    const reason = this.#damage();
    if (!reason) return;
    const fault = this.#depth > 0 || this.#inString ? "cut" : "unreadable";
    throw new RecordingError(reason, { file: this.#file, line: this.#line }, { fault });
  }

  #damage(): string | undefined {
    if (this.#depth < 0) return "the JSON has a closing bracket too many";
    if (this.#depth > 0 || this.#inString)
      return "the JSON ends in the middle; the file was cut off";
    if (!this.#sawEntries) return "the HAR has no log.entries";
    return this.#builder.records === 0 ? "the HAR has no entries" : undefined;
  }
}
