import type { Finding, Json, Level, Source } from "../findings/finding.ts";

/** What a run found: the one shape that every format is written from, and the JSON format itself. */
export interface Report {
  readonly summary: {
    /** Exchanges read, those of other endpoints included. */
    readonly exchanges: number;
    readonly checked: number;
    /** Exchanges of other endpoints: counted, never dropped unseen. */
    readonly skipped: number;
    /** Findings of each level that are listed below, not how often they were seen. */
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
  /** Sorted: worst level first, then operation, location, rule. What is waived is not among them. */
  readonly findings: readonly ReportedFinding[];
  /** What a waiver covers; it does not fail a run, and is never hidden. Absent where no waivers were given. */
  readonly waived?: readonly WaivedFinding[];
  /** Absent where the run looked at no exchange (`diff`, `generate:check`). */
  readonly coverage?: Coverage;
}

/** Findings of the same rule, operation and location (array indices and map keys folded to `*`), as one. */
export interface ReportedFinding extends Omit<Finding, "source" | "opposite"> {
  /** The sentence for people. */
  readonly message: string;
  /** How often it was seen. */
  readonly count: number;
  /** The first five places by file, line and entry: the same five whoever read which part of the traffic. */
  readonly sources: readonly Source[];
  /** Hash of rule, operation, folded location and the rule's key args: the same drift on every run and machine. */
  readonly fingerprint: string;
}

/** A finding that someone decided to live with, until a day. */
export interface WaivedFinding extends ReportedFinding {
  readonly reason: string;
  /** The last day of the waiver, `YYYY-MM-DD` (UTC). */
  readonly expires: string;
}

/** How much of the contract the exchanges exercised. */
export interface Coverage {
  readonly exercised: number;
  readonly total: number;
  readonly points: readonly CoveragePoint[];
}

/** One thing that the contract allows and an exchange can show. */
export interface CoveragePoint {
  readonly operation: string;
  /** The response status it belongs to; absent for a point of the request. */
  readonly status?: number;
  /** Folded JSON Pointer into the exchange, such as `/response/body/searches/…/status` with `*` for an index. */
  readonly location: string;
  readonly kind:
    | "status"
    | "header"
    | "property"
    | "value"
    | "null"
    | "non-null"
    | "empty"
    | "filled"
    | "variant";
  /** The enum value or the variant's name. */
  readonly value?: Json;
  /** How often it was seen. */
  readonly count: number;
}

/** Sort order of levels: the worst first. */
export const levels: readonly Level[] = ["error", "warning", "info"];
