import type { Finding, Json, Level, Source } from "../findings/finding.ts";

/** What a command found: the one shape that every format is written from, and the JSON format itself. */
export interface Report {
  /** What was run on what. Every report that a command writes has it. */
  readonly run?: RunInfo;
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
  /** Where the exchanges went, and what became of them. Sorted by host, path and method. */
  readonly traffic?: readonly TrafficRow[];
  /** Absent where the run looked at no exchange (`diff`, `generate:check`). */
  readonly coverage?: Coverage;
}

/** What was run on what: by it, reports that do not belong together are told apart. */
export interface RunInfo {
  /** The version of exa-websets. */
  readonly tool: string;
  /** The command, such as `check`; a merged report keeps that of its parts. */
  readonly command: string;
  /** SHA-256 of the packaged contract (`generated/openapi.json`), in hexadecimal. */
  readonly contract: string;
  /** Sorted by file. */
  readonly inputs: readonly Input[];
  /** When it ended (RFC 3339, UTC); a merged report has the latest. Absent with `--no-time`. */
  readonly time?: string;
  /** Which parts of the whole are in here. Absent where it is the whole. */
  readonly shards?: Shards;
  /** Values of the traffic stand in the report as they are (`--show-values`), not as shapes. */
  readonly showsValues?: true;
  /** How many differences were found that are known, and therefore no findings. Said by `diff` alone, where there are any. */
  readonly known?: { readonly count: number };
}

/** A file that was read, `-` for standard input. */
export interface Input {
  readonly file: string;
  readonly bytes?: number;
  /** SHA-256 of what was read, in hexadecimal. */
  readonly sha256?: string;
  /** Why it could not be read to its end; the exit code is then 2. */
  readonly fault?: string;
}

/** Parts of a run that was divided among `of` workers, numbered from 1. */
export interface Shards {
  readonly of: number;
  readonly done: readonly number[];
  /** Said by `merge` alone: what it was not given. The exit code is then 2. */
  readonly missing?: readonly number[];
}

/** The exchanges of one host, method and path shape. */
export interface TrafficRow {
  readonly host: string;
  readonly method: string;
  /** The path with what differs from call to call as `*` or `{name}`. */
  readonly path: string;
  readonly checked: number;
  readonly skipped: number;
  readonly unreadable: number;
}

/** Findings of the same rule, operation and location (array indices and map keys folded to `*`), as one. */
export interface ReportedFinding extends Omit<Finding, "source" | "opposite"> {
  /** The sentence for people. */
  readonly message: string;
  /** How often it was seen. */
  readonly count: number;
  /** The first five places by file, line and entry: the same five whoever read which part of the traffic. */
  readonly sources: readonly Source[];
  /** The part of the first exchange that it is about. */
  readonly excerpt?: Excerpt;
  /** Hash of rule, operation, folded location and the rule's key args: the same drift on every run and machine. */
  readonly fingerprint: string;
}

/** Some lines of an exchange, values as shapes unless they were asked for. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** Index of the line that the finding is about. */
  readonly mark: number;
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
  /** Percent that were asked for (`--min-coverage`). */
  readonly minimum?: number;
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
