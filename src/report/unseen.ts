import type { Json, Rule } from "../findings/finding.ts";
import { createCollector, withFindings } from "./build.ts";
import type { Coverage, CoveragePoint, Report } from "./report.ts";

/** Coverage fails a run only where a minimum was asked for. */
export const minimumRule: Rule = {
  id: "coverage-below-minimum",
  level: "error",
  direction: "none",
  area: "coverage",
  text: "{exercised} of {total} points of the contract were seen ({percent} %), less than the {minimum} % asked for",
};

/** Percent of the contract's points that were seen, rounded down, so that 100 means all. */
export function percentSeen({ exercised, total }: Coverage): number {
  return total === 0 ? 100 : Math.floor((100 * exercised) / total);
}

/**
 * The report with `coverage-below-minimum` where the coverage is less than was asked for, and without it where it is
 * not: what one machine lacked another may have seen. Where nothing was checked, coverage says nothing.
 */
export function withMinimum(report: Report): Report {
  const { coverage, summary, waived } = report;
  const { minimum, exercised = 0, total = 0 } = coverage ?? {};
  const others = report.findings.filter(({ id }) => id !== minimumRule.id);
  const enough =
    !coverage ||
    minimum === undefined ||
    summary.checked === 0 ||
    (100 * exercised) / Math.max(total, 1) >= minimum;
  if (enough) {
    const kept = waived?.filter(({ id }) => id !== minimumRule.id);
    return { ...withFindings(report, others), ...(kept && { waived: kept }) };
  }
  const collector = createCollector({ rules: new Map([[minimumRule.id, minimumRule]]) });
  const args = { exercised, total, percent: percentSeen(coverage), minimum };
  const { id, level } = minimumRule;
  collector.add({ id, level, operation: "", location: "", args });
  const [finding] = collector.report(summary).findings;
  if (!finding) return report;
  const excused = waived?.find(({ fingerprint }) => fingerprint === finding.fingerprint);
  if (!excused) return withFindings(report, [...others, finding]);
  const { reason, expires } = excused;
  const still = waived?.map((one) => (one === excused ? { ...finding, reason, expires } : one));
  return { ...withFindings(report, others), ...(still && { waived: still }) };
}

const sentences: Readonly<Record<CoveragePoint["kind"], string>> = {
  status: "no exchange had it",
  header: "{field} was never sent",
  property: "{field} was never present",
  value: "{field} was never {value}",
  null: "{field} was never null",
  "non-null": "{field} was always null",
  empty: "{field} was never empty",
  filled: "{field} was always empty",
  variant: "{field} was never of the kind {value}",
};

/** A point in a sentence, such as `response 200: title was never null`. */
export function unseenSentence({ status, location, kind, value }: CoveragePoint): string {
  const field = location.replace(/^\/(request|response)\/(body|headers)\/?/, "") || "the body";
  const side = status === undefined ? "request" : `response ${status}`;
  return `${side}: ${sentences[kind].replace("{field}", field).replace("{value}", plain(value))}`;
}

const plain = (value: Json | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

/**
 * The points that no exchange showed. What follows from another is left out: a property that was never there was never
 * null either.
 */
export function unseenPoints({ points }: Coverage): CoveragePoint[] {
  const unseen = points.filter(({ count }) => count === 0);
  const gates = new Set(unseen.map((point) => gate(point)));
  return unseen.filter((point) => !implied(point, gates));
}

function gate(
  { operation, status, location, kind }: CoveragePoint,
  at = location,
  as: string = kind,
): string {
  return `${operation} ${status} ${as} ${at}`;
}

/** What must have been seen before the point could be: its status, the property it belongs to, what is around it. */
function implied(point: CoveragePoint, gates: ReadonlySet<string>): boolean {
  if (point.kind === "status") return false;
  if (gates.has(gate(point, "/response/status", "status"))) return true;
  const { location, kind } = point;
  if (kind !== "property" && gates.has(gate(point, location, "property"))) return true;
  const isContent =
    kind !== "null" && kind !== "non-null" && kind !== "property" && kind !== "header";
  if (isContent && gates.has(gate(point, location, "non-null"))) return true;
  for (let end = location.lastIndexOf("/"); end > 0; end = location.lastIndexOf("/", end - 1)) {
    const around = location.slice(0, end);
    if (["property", "non-null", "filled"].some((as) => gates.has(gate(point, around, as))))
      return true;
  }
  return false;
}
