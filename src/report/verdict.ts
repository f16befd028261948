import type { Level } from "../findings/finding.ts";
import { levels, type Report, type ReportedFinding, type TrafficRow } from "./report.ts";
import { percentSeen } from "./unseen.ts";

/** The mildest level that fails a run; `none` lets everything pass. */
export type FailOn = Level | "none";

/**
 * `unchecked`: exchanges were asked for and none belonged to the contract, so nothing can be said. `incomplete`: a file
 * could not be read to its end, or a shard is missing, so what was found is not all.
 */
export type Verdict = "clean" | "passed" | "drift" | "unchecked" | "incomplete";

/** Says whether findings of this level fail the run. */
export function fails(level: Level, failOn: FailOn): boolean {
  return failOn !== "none" && levels.indexOf(level) <= levels.indexOf(failOn);
}

/** `drift` if a finding fails the run, `passed` if there are only milder ones; what was not checked before either. */
export function verdictOf(report: Report, failOn: FailOn): Verdict {
  if (incompleteLine(report) !== "") return "incomplete";
  // A shard may have nothing to check; whether the whole had, is for `merge` to say.
  if (report.coverage && report.summary.checked === 0 && !report.run?.shards) return "unchecked";
  if (report.findings.some((finding) => fails(finding.level, failOn))) return "drift";
  return report.findings.length > 0 ? "passed" : "clean";
}

/** 0 clean, 1 drift, 2 nothing was checked, or not all. */
export function exitCodeOf(report: Report, failOn: FailOn): number {
  return { clean: 0, passed: 0, drift: 1, unchecked: 2, incomplete: 2 }[verdictOf(report, failOn)];
}

/** The verdict as a word for people. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  clean: "Clean",
  passed: "Passed",
  drift: "Drift",
  unchecked: "Nothing checked",
  incomplete: "Incomplete",
};

/** `shards 3, 5 of 8 are missing; 1 file could not be read to its end`; empty where nothing is missing. */
export function incompleteLine({ run }: Report): string {
  const { of = 0, missing = [] } = run?.shards ?? {};
  const faults = run?.inputs.filter(({ fault }) => fault !== undefined).length ?? 0;
  const verb = missing.length === 1 ? "shard" : "shards";
  const parts = [
    missing.length > 0 ? `${verb} ${listed(missing)} of ${of} missing` : "",
    faults > 0 ? `${plural(faults, "file")} could not be read to the end` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

/** The first ten, and how many more. */
const listed = (numbers: readonly number[]): string =>
  numbers.length > 10
    ? `${numbers.slice(0, 10).join(", ")} and ${numbers.length - 10} more`
    : numbers.join(", ");

/** `check 0.1.0; contract 3f2a…; 2026-06-15T10:00:00.000Z; values shown`; empty for a report without a run. */
export function runLine({ run }: Report): string {
  if (!run) return "";
  const parts = [
    `exa-websets ${run.command} ${run.tool}`,
    `contract ${run.contract.slice(0, 12)}`,
    run.shards && !run.shards.missing ? `shard ${listed(run.shards.done)} of ${run.shards.of}` : "",
    run.time ?? "",
    run.showsValues ? "values shown" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

/** `2 errors, 1 warning`, or `no findings`. */
function countsLine({ summary, waived = [] }: Report): string {
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
  return `${exercised} of ${total} points of the contract seen (${percentSeen(coverage)} %)`;
}

/** What is missing, what was found, of how much, and how much of the contract was seen. */
export const factsOf = (report: Report): string[] =>
  [incompleteLine(report), countsLine(report), scopeLine(report), coverageLine(report)].filter(
    (part) => part !== "",
  );

/** The whole verdict in one line. */
export function verdictLine(report: Report, failOn: FailOn): string {
  const word = verdictWords[verdictOf(report, failOn)];
  return `${word}: ${factsOf(report).join("; ")}`;
}

/** Where it was seen: `traffic.har:120 (entry 3)`. */
export function placeOf({ file, line, entry }: ReportedFinding["sources"][number]): string {
  const name = file === "-" ? "standard input" : file;
  const at = line === undefined ? name : `${name}:${line}`;
  return entry === undefined ? at : `${at} (entry ${entry})`;
}

/** `GET api.example.com/search: 12 skipped`. */
export function trafficLine({
  host,
  method,
  path,
  checked,
  skipped,
  unreadable,
}: TrafficRow): string {
  const counts = { checked, skipped, unreadable };
  const parts = Object.entries(counts).flatMap(([word, count]) =>
    count > 0 ? [`${count} ${word}`] : [],
  );
  const what = method === "" ? "records that are no exchange" : `${method} ${host}${path}`;
  return `${what}: ${parts.join(", ") || "none"}`;
}

/** `1 error`, `2 errors`. */
export const plural = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;
