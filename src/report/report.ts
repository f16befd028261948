import type { Finding, Json, Level, Source } from "../contract/finding.ts";

/** What a run found: the one shape that every format is written from, and the JSON format itself. */
export interface Report {
  readonly summary: {
    /** Exchanges read, those of other endpoints included. */
    readonly exchanges: number;
    readonly checked: number;
    /** Exchanges of other endpoints: counted, never dropped unseen. */
    readonly skipped: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
  readonly findings: readonly ReportedFinding[];
  /** Absent where the run looked at no exchange (`diff`, `generate:check`). */
  readonly coverage?: Coverage;
}

/** Findings of the same rule, operation and location (array indices and map keys folded to `*`), as one. */
export interface ReportedFinding extends Omit<Finding, "source"> {
  /** The sentence for people. */
  readonly message: string;
  /** How often it was seen. */
  readonly count: number;
  /** The first few places, in the order of reading. */
  readonly sources: readonly Source[];
  /** Hash of rule, operation and folded location: the same for the same drift on every run and machine. */
  readonly fingerprint: string;
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
  readonly kind: "status" | "header" | "property" | "value" | "null" | "non-null" | "empty" | "filled" | "variant";
  /** The enum value or the variant's name. */
  readonly value?: Json;
  /** How often it was seen. */
  readonly count: number;
}

/** Sort order of levels: the worst first. */
export const levels: readonly Level[] = ["error", "warning", "info"];
