import type { Exchange } from "../findings/exchange.ts";
import type { Source } from "../findings/finding.ts";

/** One exchange as it stands in a recording. What was not kept of it is told by `gaps` of each side. */
export interface RecordedExchange {
  readonly exchange: Exchange;
  readonly source: Source;
  /** Why something of it is unknown, where there is more to say than that; by side and part. */
  readonly reasons: readonly GapReason[];
}

/** Why headers or a body cannot be read, in words that follow "…: ". Never quotes the recording. */
export interface GapReason {
  readonly side: "request" | "response";
  readonly part: "headers" | "body";
  readonly reason: string;
}

/** A request that was sent, or meant to be, and got no answer: blocked, aborted, or failed on the network. */
export interface UnansweredRequest {
  readonly unanswered: Exchange["request"];
  readonly source: Source;
  readonly reasons: readonly GapReason[];
}

/** Something in a recording that is no exchange. */
export interface RecordedProblem {
  /** Why, in words that follow "…: ". Never quotes the recording, which may hold secrets. */
  readonly problem: string;
  readonly source: Source;
  /** What was asked for, where that much could be read: tells whether the problem concerns this contract. */
  readonly request?: { readonly method: string; readonly url: string };
}

/** A file that could not be read, or not to its end. */
export interface FileFault {
  /** `unreadable`: nothing came of it, or nothing more; `cut`: it ends in the middle. */
  readonly fault: "unreadable" | "cut";
  /** Why, in words that follow "…: ". */
  readonly reason: string;
  readonly source: Source;
}

export type Recorded = RecordedExchange | UnansweredRequest | RecordedProblem | FileFault;

/** A file that cannot be read, or not any further; the message is one line with file, position and reason. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  readonly reason: string;
  readonly source: Source;
  readonly fault: FileFault["fault"];

  constructor(
    reason: string,
    source: Source,
    { fault = "unreadable", ...options }: ErrorOptions & { fault?: FileFault["fault"] } = {},
  ) {
    super(
      `${source.file}:${source.line === undefined ? "" : ` line ${source.line}:`} ${reason}`,
      options,
    );
    this.reason = reason;
    this.source = source;
    this.fault = fault;
  }

  toFault(): FileFault {
    const { fault, reason, source } = this;
    return { fault, reason, source };
  }
}

/** Largest HAR entry, NDJSON line or decoded body, in bytes. */
export const recordLimit = 32 * 1024 * 1024;
