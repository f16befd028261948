import { firstSources, joinedOperations, withFindings } from "./build.ts";
import { mergeRunInfo } from "./merge-run-info.ts";
import { compareFindings, compareSources, compareText } from "./order.ts";
import {
  type Coverage,
  type CoveragePoint,
  levels,
  type Report,
  type ReportedFinding,
} from "./report.ts";
import { mergeTraffic } from "./traffic.ts";

/**
 * One report of several machines' or shards' reports. Counts are added; findings with one fingerprint become one.
 * The result does not depend on the order or the grouping of the reports: `merge([a, b, c])` is
 * `merge([merge([a, b]), c])` is `merge([c, b, a])`.
 */
export function mergeReports(reports: readonly Report[]): Report {
  const add = (name: "exchanges" | "checked" | "skipped") =>
    reports.reduce((sum, { summary }) => sum + summary[name], 0);
  const counts = { exchanges: add("exchanges"), checked: add("checked"), skipped: add("skipped") };
  const present = <T>(parts: readonly (T | undefined)[]): T[] =>
    parts.filter((part) => part !== undefined);
  const runs = present(reports.map(({ run }) => run));
  const waived = present(reports.map((report) => report.waived));
  const traffic = present(reports.map((report) => report.traffic));
  const coverages = present(reports.map(({ coverage }) => coverage));
  const base: Report = {
    ...(runs.length > 0 && { run: mergeRunInfo(runs) }),
    summary: { ...counts, errors: 0, warnings: 0, infos: 0 },
    findings: [],
    ...(waived.length > 0 && { waived: joinEqual(waived.flat()).sort(compareFindings) }),
    ...(traffic.length > 0 && { traffic: mergeTraffic(traffic.flat()) }),
    ...(coverages.length > 0 && { coverage: mergeCoverage(coverages) }),
  };
  return withFindings(base, joinEqual(reports.flatMap((report) => report.findings)));
}

/** Findings with one fingerprint, as one; the one that comes first by {@link compareVoices} lends its words. */
function joinEqual<F extends ReportedFinding>(findings: readonly F[]): F[] {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const group = groups.get(finding.fingerprint);
    if (group) group.push(finding);
    else groups.set(finding.fingerprint, [finding]);
  }
  return [...groups.values()].map((group) => group.reduce(joinTwo));
}

function joinTwo<F extends ReportedFinding>(a: F, b: F): F {
  const voice = compareVoices(a, b) <= 0 ? a : b;
  const level = levels.find((worst) => worst === a.level || worst === b.level) ?? voice.level;
  const sources = firstSources([...a.sources, ...b.sources]);
  return { ...voice, ...joinedOperations(a, b), level, count: a.count + b.count, sources };
}

/** As the collector chooses: the earliest source, then the args; what is left are texts and waivers. */
function compareVoices(a: ReportedFinding, b: ReportedFinding): number {
  const [first, second] = [a.sources[0], b.sources[0]];
  const bySource =
    first && second ? compareSources(first, second) : Number(!first) - Number(!second);
  return (
    bySource ||
    compareText(JSON.stringify(a.args), JSON.stringify(b.args)) ||
    compareText(rest(a), rest(b))
  );
}

function rest(finding: ReportedFinding): string {
  const { level: _, count: _count, sources: _sources, operations: _all, ...words } = finding;
  return JSON.stringify(words);
}

/** Adds the counts of equal points. Sorted, because the order of the contract is not known here. */
function mergeCoverage(coverages: readonly Coverage[]): Coverage {
  const merged = new Map<string, CoveragePoint>();
  for (const point of coverages.flatMap(({ points }) => points)) {
    const { operation, status, location, kind, value } = point;
    const name = JSON.stringify([
      operation,
      status ?? null,
      location,
      kind,
      value === undefined ? [] : [value],
    ]);
    const before = merged.get(name);
    merged.set(name, before ? { ...before, count: before.count + point.count } : point);
  }
  const points = [...merged].sort(([a], [b]) => compareText(a, b)).map(([, point]) => point);
  const minimums = coverages.flatMap(({ minimum }) => (minimum === undefined ? [] : [minimum]));
  return {
    exercised: points.filter(({ count }) => count > 0).length,
    total: points.length,
    ...(minimums.length > 0 && { minimum: Math.max(...minimums) }),
    points,
  };
}
