import type { Rule } from "../../findings/finding.ts";
import type { ContractText } from "../contract-place.ts";
import type { Report } from "../report.ts";
import type { FailOn } from "../verdict.ts";

type Paint = (text: string) => string;

/** What a format may need besides the report. */
export interface FormatContext {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly failOn: FailOn;
  /** A file's path relative to the root of the repository, with `/`; absolute where it lies outside. */
  readonly relative: (file: string) => string;
  /** Colours of the terminal that is written to; functions that change nothing for a file. */
  readonly paint: Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow" | "cyan", Paint>>;
  /** Characters on a line of the terminal that is written to; absent for a file or a pipe. */
  readonly width?: number;
  /** Lists what of the contract no exchange showed. */
  readonly listsCoverage?: boolean;
  /** To show what it says of a finding. */
  readonly contract?: ContractText;
}

/** Writes a report as text, ending in a newline. */
export type Format = (report: Report, context: FormatContext) => string;
