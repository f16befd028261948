import { createHash } from "node:crypto";
import { describe, type Finding, type Json, type Rule, type Source } from "../findings/finding.ts";
import { compareFindings, compareSources, compareText } from "./order.ts";
import {
  type Coverage,
  type Excerpt,
  levels,
  type Report,
  type ReportedFinding,
} from "./report.ts";
import { presentable } from "./values.ts";

/** How many exchanges a run read; all zero where it looked at none. */
export type Counts = Pick<Report["summary"], "exchanges" | "checked" | "skipped">;

/** How findings become groups. */
export interface CollectorOptions {
  readonly rules: ReadonlyMap<string, Rule>;
  /** The location that findings of one group share. Default: {@link foldIndices}. */
  readonly fold?: (location: string, finding: Finding) => string;
  /** How many groups are listed before the rest is only counted. Default: 5000. */
  readonly limit?: number;
  /** Show values of the traffic as they are, not as shapes. Default: false. */
  readonly showValues?: boolean | undefined;
}

/** Takes findings one at a time; its memory grows with the number of groups, not of findings. */
export interface Collector {
  /** @param excerpt is asked for the part of the exchange only where it will be shown */
  add(finding: Finding, excerpt?: () => Excerpt | undefined): void;
  /** The report of everything added so far. */
  report(counts: Counts, coverage?: Coverage): Report;
}

/** Places named for each group. */
const maxSources = 5;

/** Stands for what came after the limit, so that a cut is seen in every format and fails like what it cut. */
export const cutRule: Rule = {
  id: "findings-cut",
  level: "warning",
  direction: "none",
  area: "report",
  text: "there are more than {limit} different findings; those after them are counted here and not listed",
};

/** Array indices of a pointer into an exchange become `*`; a pointer into a description stays as it is. */
export function foldIndices(location: string): string {
  if (!/^\/(request|response)\//.test(location)) return location;
  return location.replace(/\/(?:0|[1-9]\d*)(?=\/|$)/g, "/*");
}

/** The same 16 hex digits for the same drift, whatever the file, the day or the machine. */
export function fingerprint(
  id: string,
  operation: string,
  location: string,
  key: readonly Json[] = [],
): string {
  const text = JSON.stringify([id, operation, location, ...key]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The first {@link maxSources} of the places, each once, in order. */
export function firstSources(sources: readonly Source[]): Source[] {
  const sorted = [...sources].sort(compareSources);
  return sorted
    .filter((source, index) => {
      const before = sorted[index - 1];
      return before === undefined || compareSources(before, source) !== 0;
    })
    .slice(0, maxSources);
}

/** The operations that one of two findings touches, where they are several. */
export function joinedOperations(
  a: Pick<Finding, "operation" | "operations">,
  b: Pick<Finding, "operation" | "operations">,
): Pick<Finding, "operations"> {
  if (!a.operations && !b.operations) return {};
  const all = [a, b].flatMap(({ operation, operations }) => operations ?? [operation]);
  return { operations: [...new Set(all)].sort(compareText) };
}

interface Group {
  readonly key: readonly Json[];
  /** The finding that speaks for the group: that of the first source, so that the order of reading is no matter. */
  first: Finding;
  excerpt: Excerpt | undefined;
  count: number;
  sources: Source[];
}

/** @throws Error (from `add` or `report`) for a finding whose rule is in no table: a mistake in this program. */
export function createCollector(options: CollectorOptions): Collector {
  const { rules, fold = foldIndices, limit = 5000, showValues = false } = options;
  const groups = new Map<string, Group>();
  let cut: Finding | undefined;
  let cutCount = 0;

  return {
    add(found, excerpt = () => undefined) {
      const rule = ruleOf(rules, found.id);
      const finding = presentable(found, rule, fold(found.location, found), showValues);
      const key = keyArgs(finding, rule);
      const name = JSON.stringify([finding.id, finding.operation, finding.location, ...key]);
      const group = groups.get(name);
      if (group) join(group, finding, excerpt);
      else if (groups.size < limit) {
        const sources = sourcesOf(finding);
        groups.set(name, { key, first: finding, excerpt: excerpt(), count: 1, sources });
      } else {
        cutCount++;
        cut = { ...cutFinding(limit), level: worse(cut?.level ?? "info", finding.level) };
      }
    },
    report(counts, coverage) {
      const findings = [...groups.values()].map((group) =>
        reported(group, ruleOf(rules, group.first.id)),
      );
      if (cut) {
        const group = { key: [], first: cut, excerpt: undefined, count: cutCount, sources: [] };
        findings.push(reported(group, cutRule));
      }
      return {
        summary: summaryOf(counts, findings),
        findings: findings.sort(compareFindings),
        ...(coverage && { coverage }),
      };
    },
  };
}

/** The report of findings that are already at hand. */
export function buildReport(
  findings: Iterable<Finding>,
  counts: Counts,
  options: CollectorOptions & { readonly coverage?: Coverage },
): Report {
  const collector = createCollector(options);
  for (const finding of findings) collector.add(finding);
  return collector.report(counts, options.coverage);
}

/** The report with other findings: they are sorted, and the levels counted anew. */
export function withFindings(report: Report, findings: readonly ReportedFinding[]): Report {
  return {
    ...report,
    summary: summaryOf(report.summary, findings),
    findings: [...findings].sort(compareFindings),
  };
}

function summaryOf(
  { exchanges, checked, skipped }: Counts,
  findings: readonly ReportedFinding[],
): Report["summary"] {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  return {
    ...{ exchanges, checked, skipped },
    ...{ errors: count("error"), warnings: count("warning"), infos: count("info") },
  };
}

const cutFinding = (limit: number): Omit<Finding, "level"> => ({
  ...{ id: cutRule.id, operation: "", location: "", args: { limit } },
});

function worse(a: Finding["level"], b: Finding["level"]): Finding["level"] {
  return levels.indexOf(a) < levels.indexOf(b) ? a : b;
}

function ruleOf(rules: ReadonlyMap<string, Rule>, id: string): Rule {
  const rule = rules.get(id);
  if (!rule) throw new Error(`no rule table has a rule ${JSON.stringify(id)}`);
  return rule;
}

const keyArgs = (finding: Finding, rule: Rule): Json[] =>
  (rule.key ?? []).map((name) => finding.args[name] ?? null);

function join(group: Group, finding: Finding, excerpt: () => Excerpt | undefined): void {
  group.count++;
  const operations = joinedOperations(group.first, finding);
  if (isBefore(finding, group.sources[0], group.first)) {
    group.first = finding;
    group.excerpt = excerpt();
  }
  group.first = { ...group.first, ...operations };
  const last = group.sources[maxSources - 1];
  const earlier = sourcesOf(finding).filter((one) => !last || compareSources(last, one) > 0);
  if (earlier.length > 0) group.sources = firstSources([...group.sources, ...earlier]);
}

const sourcesOf = ({ source, opposite }: Finding): Source[] =>
  [source, opposite].filter((one) => one !== undefined);

function isBefore(finding: Finding, before: Source | undefined, first: Finding): boolean {
  const { source } = finding;
  const order =
    source && before ? compareSources(source, before) : Number(!source) - Number(!before);
  if (order !== 0) return order < 0;
  return compareText(JSON.stringify(finding.args), JSON.stringify(first.args)) < 0;
}

function reported(group: Group, rule: Rule): ReportedFinding {
  const { first, excerpt, count, sources, key } = group;
  const { id, level, operation, operations, location, args } = first;
  return {
    ...{ id, level, operation, location, message: describe(first, rule), args, count, sources },
    ...(operations && { operations }),
    ...(excerpt && { excerpt }),
    fingerprint: fingerprint(id, operation, location, key),
  };
}
