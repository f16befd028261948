import type { Finding } from "../../findings/finding.ts";
import type { Coverage, CoveragePoint } from "../../report/report.ts";

/** Percent of the contract's points that were seen, rounded down, so that 100 means all. */
export function percentSeen({ exercised, total }: Coverage): number {
  return total === 0 ? 100 : Math.floor((100 * exercised) / total);
}

/**
 * A finding for each point that no exchange showed, and one if there are fewer than `minimum` percent. What follows
 * from another finding is left out: a property that was never there was never null either.
 */
export function coverageFindings(coverage: Coverage, minimum?: number): Finding[] {
  const unseen = coverage.points.filter(({ count }) => count === 0);
  const gates = new Set(unseen.map((point) => gate(point)));
  const findings = unseen.filter((point) => !implied(point, gates)).map(unseenFinding);
  const { exercised, total } = coverage;
  const percent = percentSeen(coverage);
  if (minimum === undefined || (100 * exercised) / Math.max(total, 1) >= minimum) return findings;
  const args = { exercised, total, percent, minimum };
  return [
    { id: "coverage-below-minimum", level: "error", operation: "", location: "", args },
    ...findings,
  ];
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

function unseenFinding({ operation, status, location, kind, value }: CoveragePoint): Finding {
  const message = status === undefined ? "request" : `response ${status}`;
  const field = location.replace(/^\/(request|response)\/(body|headers)\//, "");
  const args = { message, field, ...(value !== undefined && { value }) };
  return { id: `coverage-${kind}-unseen`, level: "info", operation, location, args };
}
