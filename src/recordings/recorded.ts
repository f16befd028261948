import type { Exchange } from "../findings/exchange.ts";
import type { Source } from "../findings/finding.ts";

/** One exchange as it stands in a recording. */
export interface RecordedExchange {
  readonly exchange: Exchange;
  readonly source: Source;
  /**
   * Bodies that went over the wire but were not kept by the recorder, as JSON Pointers into the exchange. They are
   * `undefined` in `exchange`, which must not be read as "there was none".
   */
  readonly unrecorded: readonly ("/request/body" | "/response/body")[];
}

/** Something in a recording that is no exchange. */
export interface RecordedProblem {
  /** Why, in words that follow "…: ". Never quotes the recording, which may hold secrets. */
  readonly problem: string;
  readonly source: Source;
  /** What was asked for, where that much could be read: tells whether the problem concerns this contract. */
  readonly request?: { readonly method: string; readonly url: string };
}

export type Recorded = RecordedExchange | RecordedProblem;

/** A file that cannot be read, or not any further; the message is one line with file, position and reason. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  readonly reason: string;
  readonly source: Source;

  constructor(reason: string, source: Source, options?: ErrorOptions) {
    super(
      `${source.file}:${source.line === undefined ? "" : ` line ${source.line}:`} ${reason}`,
      options,
    );
    this.reason = reason;
    this.source = source;
  }
}

/** Largest HAR entry, NDJSON line or decoded body, in bytes. */
export const recordLimit = 32 * 1024 * 1024;
