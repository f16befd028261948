import type { Source } from "../findings/finding.ts";
import { levels, type ReportedFinding } from "./report.ts";

/** By UTF-16 code unit: the same order in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file, then line, then entry; a source without a line or an entry comes first. */
export function compareSources(a: Source, b: Source): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? -1) - (b.line ?? -1) ||
    (a.entry ?? -1) - (b.entry ?? -1)
  );
}

/** Worst level first, then operation, location, rule; the fingerprint settles the rest. */
export function compareFindings(a: ReportedFinding, b: ReportedFinding): number {
  return (
    levels.indexOf(a.level) - levels.indexOf(b.level) ||
    compareText(a.operation, b.operation) ||
    compareText(a.location, b.location) ||
    compareText(a.id, b.id) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
