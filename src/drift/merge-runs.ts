import type { Rule } from "../findings/finding.ts";
import { assemble, buildReport } from "../report/build.ts";
import { mergeReports } from "../report/merge.ts";
import type { Coverage, Report, ReportedFinding } from "../report/report.ts";
import { coverageFindings } from "./coverage/coverage-findings.ts";

/**
 * One report of the runs of several machines over one contract. Beyond adding up ({@link mergeReports}), it asks again
 * what only the whole can answer: what no machine saw, and which waivers none of them needed. Neither order nor
 * grouping of the reports matters.
 */
export function mergeRuns(reports: readonly Report[], rules: ReadonlyMap<string, Rule>): Report {
  const merged = mergeReports(reports);
  const needed = neededWaivers(reports);
  const told = merged.findings.filter(({ fingerprint }) => !needed.has(fingerprint));
  const { coverage } = merged;
  if (!coverage) return { ...merged, ...assemble(merged.summary, told) };

  const isCoverage = ({ id }: ReportedFinding) => rules.get(id)?.area === "coverage";
  const unseen = unseenOf(coverage, minimumOf(merged), rules);
  const still = new Set(unseen.map(({ fingerprint }) => fingerprint));
  const waived = merged.waived?.filter((one) => !isCoverage(one) || still.has(one.fingerprint));
  const excused = new Set(waived?.map(({ fingerprint }) => fingerprint));
  const findings = [
    ...told.filter((finding) => !isCoverage(finding)),
    ...unseen.filter(({ fingerprint }) => !excused.has(fingerprint)),
  ];
  return { ...assemble(merged.summary, findings, coverage), ...(waived && { waived }) };
}

/** The coverage asked for; a machine that reached it says nothing, and then the whole has reached it too. */
function minimumOf({ findings, waived = [] }: Report): number | undefined {
  const minimums = [...findings, ...waived].flatMap(({ id, args }) =>
    id === "coverage-below-minimum" && typeof args.minimum === "number" ? [args.minimum] : [],
  );
  return minimums.length > 0 ? Math.max(...minimums) : undefined;
}

function unseenOf(
  coverage: Coverage,
  minimum: number | undefined,
  rules: ReadonlyMap<string, Rule>,
) {
  const counts = { exchanges: 0, checked: 0, skipped: 0 };
  const options = { rules, fold: (location: string) => location, limit: Number.POSITIVE_INFINITY };
  return buildReport(coverageFindings(coverage, minimum), counts, options).findings;
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
