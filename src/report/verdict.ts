import type { Level } from "../findings/finding.ts";
import { levels, type Report, type ReportedFinding } from "./report.ts";

/** The mildest level that fails a run; `none` lets everything pass. */
export type FailOn = Level | "none";

/** `unchecked`: exchanges were asked for and none belonged to the contract, so nothing can be said. */
export type Verdict = "clean" | "passed" | "drift" | "unchecked";

/** Says whether findings of this level fail the run. */
export function fails(level: Level, failOn: FailOn): boolean {
  return failOn !== "none" && levels.indexOf(level) <= levels.indexOf(failOn);
}

/** `drift` if a finding fails the run, `passed` if there are only milder ones; `unchecked` before either. */
export function verdictOf(report: Report, failOn: FailOn): Verdict {
  if (report.coverage && report.summary.checked === 0) return "unchecked";
  if (report.findings.some((finding) => fails(finding.level, failOn))) return "drift";
  return report.findings.length > 0 ? "passed" : "clean";
}

/** 0 clean, 1 drift, 2 nothing was checked. */
export function exitCodeOf(report: Report, failOn: FailOn): number {
  return { clean: 0, passed: 0, drift: 1, unchecked: 2 }[verdictOf(report, failOn)];
}

/** The verdict as a word for people. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  clean: "Clean",
  passed: "Passed",
  drift: "Drift",
  unchecked: "Nothing checked",
};

/** `2 errors, 1 warning`, or `no findings`. */
export function countsLine({ summary, waived = [] }: Report): string {
  const parts = [
    plural(summary.errors, "error"),
    plural(summary.warnings, "warning"),
    plural(summary.infos, "info"),
  ].filter((part) => !part.startsWith("0 "));
  const found = parts.length > 0 ? parts.join(", ") : "no findings";
  return waived.length > 0 ? `${found}, ${waived.length} waived` : found;
}

/** `188 of 200 exchanges checked, 12 of other endpoints skipped`; empty where the run looked at none. */
export function scopeLine({ summary }: Report): string {
  if (summary.exchanges === 0) return "";
  const checked = `${summary.checked} of ${plural(summary.exchanges, "exchange")} checked`;
  return summary.skipped > 0
    ? `${checked}, ${summary.skipped} of other endpoints skipped`
    : checked;
}

/** `40 of 50 points of the contract seen (80 %)`, rounded down so that 100 % means all; empty without coverage. */
export function coverageLine({ coverage }: Report): string {
  if (!coverage) return "";
  const { exercised, total } = coverage;
  const percent = total === 0 ? 100 : Math.floor((100 * exercised) / total);
  return `${exercised} of ${total} points of the contract seen (${percent} %)`;
}

/** The whole verdict in one line. */
export function verdictLine(report: Report, failOn: FailOn): string {
  const word = verdictWords[verdictOf(report, failOn)];
  const rest = [countsLine(report), scopeLine(report), coverageLine(report)].filter(
    (part) => part !== "",
  );
  return `${word}: ${rest.join("; ")}`;
}

/** Where it was seen: `traffic.har:120 (entry 3)`. */
export function placeOf({ file, line, entry }: ReportedFinding["sources"][number]): string {
  const name = file === "-" ? "standard input" : file;
  const at = line === undefined ? name : `${name}:${line}`;
  return entry === undefined ? at : `${at} (entry ${entry})`;
}

/** `1 error`, `2 errors`. */
export const plural = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;
