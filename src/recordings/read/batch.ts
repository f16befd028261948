import type { FileFault, RecordedProblem } from "../recorded.ts";
import type { AttachmentPlace } from "./attachments.ts";

/**
 * How records stand in a file: as the entries of a HAR (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/), one
 * a line, or in a list of another kind that was turned into HAR entries.
 */
export type Format = "har" | "ndjson" | "list";

/**
 * Some records of a recording, cut but not yet parsed: cheap to make, and can be handed to another thread whole.
 * The buffer is the batch's own.
 */
export interface Batch {
  readonly format: Format;
  readonly file: string;
  readonly attachments: AttachmentPlace;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each record: where it starts and ends in `bytes`, and the line (1-based) on which it starts. */
  readonly spans: readonly number[];
  /** Number of the first record in its file, from 0. */
  readonly first: number;
}

/** What a splitter yields, in the order of the file. */
export type Cut = Batch | RecordedProblem | FileFault;

/** Bytes after which a batch is handed on: enough to make the handing cheap, little enough to keep memory flat. */
const batchSize = 512 * 1024;

/** A batch and the beginning of the next one fit, unless records are large. */
const bufferSize = 2 * batchSize;

/** Buffers to use again: with new ones for every batch, memory would grow until the garbage is next collected. */
const spare: ArrayBuffer[] = [];

/** Takes back the buffer of a batch that is done with. */
export function recycle(buffer: ArrayBuffer): void {
  if (buffer.byteLength === bufferSize && spare.length < 16) spare.push(buffer);
}

function allocate(size: number): Uint8Array<ArrayBuffer> {
  if (size > bufferSize) return new Uint8Array(size);
  return new Uint8Array(spare.pop() ?? new ArrayBuffer(bufferSize));
}

/** Collects records into batches. Between two calls it may hold the beginning of a record (`open`). */
export class BatchBuilder {
  #bytes: Uint8Array<ArrayBuffer>;
  #spans: number[] = [];
  /** Number of the next record. */
  #next = 0;
  #filled = 0;
  #start = 0;
  readonly #format: Format;
  readonly #file: string;
  readonly #attachments: AttachmentPlace;

  constructor(format: Format, file: string, attachments: AttachmentPlace) {
    this.#format = format;
    this.#file = file;
    this.#attachments = attachments;
    this.#bytes = allocate(bufferSize);
  }

  /** Bytes of the record that is being collected. */
  get pending(): number {
    return this.#filled - this.#start;
  }

  get records(): number {
    return this.#next;
  }

  /** Adds bytes to the record that is being collected; gives the place where they begin. */
  append(bytes: Uint8Array): number {
    const at = this.#filled;
    this.#filled += bytes.length;
    if (this.#filled > this.#bytes.length) {
      const larger = allocate(Math.max(this.#filled, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, at);
    return at;
  }

  /** Bytes of the record that is being collected up to a place. */
  lengthTo(place: number): number {
    return place - this.#start;
  }

  /**
   * Ends the record that is being collected, at the last byte or at a place before; what follows, after `gap` bytes,
   * belongs to the next. With `keep` false it is forgotten.
   */
  end(line: number, place = this.#filled, gap = 0, keep = true): void {
    if (keep) {
      this.#spans.push(this.#start, place, line);
      this.#next += 1;
    }
    this.#start = place + gap;
  }

  /** Forgets the record that is being collected but counts it; gives the complete ones before it. */
  drop(): Batch | undefined {
    this.discard();
    const batch = this.take(true);
    this.#next += 1;
    return batch;
  }

  /** Forgets what is being collected. */
  discard(): void {
    this.#filled = this.#start;
  }

  /** The complete records so far, if there are any and, unless `all`, enough of them. */
  take(all = false): Batch | undefined {
    if (this.#spans.length === 0 || (!all && this.#start < batchSize / 2)) return undefined;
    const rest = this.#bytes.subarray(this.#start, this.#filled);
    const batch: Batch = {
      format: this.#format,
      file: this.#file,
      attachments: this.#attachments,
      bytes: this.#bytes,
      spans: this.#spans,
      first: this.#next - this.#spans.length / 3,
    };
    this.#bytes = allocate(rest.length * 2);
    this.#bytes.set(rest);
    this.#filled = rest.length;
    this.#start = 0;
    this.#spans = [];
    return batch;
  }
}
