import type { Finding, Rule } from "../../findings/finding.ts";
import {
  type CollectorOptions,
  createCollector,
  cutRule,
  foldIndices,
  withFindings,
} from "../build.ts";
import { compareFindings } from "../order.ts";
import type { Report, ReportedFinding, WaivedFinding } from "../report.ts";
import { minimumRule } from "../unseen.ts";

/** A finding that someone decided to live with, and for how long. */
export interface Waiver {
  readonly rule: string;
  /** Folded pointer; a segment `*` stands for any one segment. */
  readonly location: string;
  /** Only findings of this operation; absent means of any. */
  readonly operation?: string;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD` (UTC). */
  readonly expires: string;
  /** Where it is written, line 1-based. */
  readonly source: { readonly file: string; readonly line: number };
}

/** The rules about the reporting itself: waivers that do nothing any more, a list that had to be cut, a minimum. */
export const policyRules: readonly Rule[] = [
  {
    id: "waiver-expired",
    level: "error",
    direction: "none",
    area: "waiver",
    text: "the waiver of {rule} at {waived} ended on {expires}: fix what it waives, or renew it with a reason",
    key: ["rule", "waived", "operation"],
  },
  {
    id: "waiver-unused",
    level: "warning",
    direction: "none",
    area: "waiver",
    text: "the waiver of {rule} at {waived} covers no finding: delete it",
    key: ["rule", "waived", "operation"],
  },
  cutRule,
  minimumRule,
];

/**
 * Moves what the waivers cover from `findings` to `waived`, and adds a finding for each waiver that has ended or
 * covers nothing. A waiver that has ended covers nothing.
 *
 * @param today `YYYY-MM-DD` (UTC)
 */
export function applyWaivers(
  report: Report,
  waivers: readonly Waiver[],
  today: string,
  rules: CollectorOptions["rules"],
): Report {
  const valid = waivers.filter((waiver) => waiver.expires >= today);
  const used = new Set<Waiver>();
  const kept: ReportedFinding[] = [];
  const waived: WaivedFinding[] = [...(report.waived ?? [])];
  for (const finding of report.findings) {
    const covering = valid.filter((waiver) => covers(waiver, finding));
    for (const waiver of covering) used.add(waiver);
    const [first] = covering;
    if (first) waived.push({ ...finding, reason: first.reason, expires: first.expires });
    else kept.push(finding);
  }
  const collector = createCollector({ rules, fold: (location) => location });
  for (const waiver of waivers) {
    if (waiver.expires < today) collector.add(finding("waiver-expired", "error", waiver));
    else if (!used.has(waiver)) collector.add(finding("waiver-unused", "warning", waiver));
  }
  const own = collector.report(report.summary).findings;
  const told = new Set(own.map(({ fingerprint }) => fingerprint)); // a merged report may hold them already
  const others = kept.filter(({ fingerprint }) => !told.has(fingerprint));
  return { ...withFindings(report, [...others, ...own]), waived: waived.sort(compareFindings) };
}

function covers(waiver: Waiver, finding: ReportedFinding): boolean {
  if (waiver.rule !== finding.id) return false;
  if (waiver.operation !== undefined && waiver.operation !== finding.operation) return false;
  const wanted = foldIndices(waiver.location).split("/");
  const found = finding.location.split("/");
  return (
    wanted.length === found.length &&
    wanted.every((segment, index) => segment === "*" || segment === found[index])
  );
}

function finding(id: string, level: Finding["level"], waiver: Waiver): Finding {
  const { rule, location, operation = "", expires, source } = waiver;
  return {
    id,
    level,
    operation: "",
    location: "",
    args: { rule, waived: location, operation, expires },
    source,
  };
}
