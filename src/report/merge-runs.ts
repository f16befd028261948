import { withFindings } from "./build.ts";
import { mergeReports } from "./merge.ts";
import type { Report } from "./report.ts";
import { withMinimum } from "./unseen.ts";

/**
 * One report of the runs of several machines over one contract. Beyond adding up ({@link mergeReports}), it asks again
 * what only the whole can answer: whether enough was seen, and which waivers none of them needed. Neither order nor
 * grouping of the reports matters.
 */
export function mergeRuns(reports: readonly Report[]): Report {
  const merged = mergeReports(reports);
  const needed = neededWaivers(reports);
  const told = merged.findings.filter(({ fingerprint }) => !needed.has(fingerprint));
  return withMinimum(withFindings(merged, told));
}

/** Fingerprints of the unused waivers that another machine, which applied waivers too, did not call unused. */
function neededWaivers(reports: readonly Report[]): Set<string> {
  const unused = reports
    .filter(({ waived }) => waived)
    .map(({ findings }) => findings.filter(({ id }) => id === "waiver-unused"))
    .map((findings) => new Set(findings.map(({ fingerprint }) => fingerprint)));
  const all = unused.flatMap((set) => [...set]);
  return new Set(all.filter((fingerprint) => unused.some((set) => !set.has(fingerprint))));
}
