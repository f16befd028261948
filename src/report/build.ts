import { createHash } from "node:crypto";
import { describe, type Finding, type Json, type Rule, type Source } from "../findings/finding.ts";
import { compareFindings, compareSources, compareText } from "./order.ts";
import { type Coverage, levels, type Report, type ReportedFinding } from "./report.ts";

/** How many exchanges a run read; all zero where it looked at none. */
export type Counts = Pick<Report["summary"], "exchanges" | "checked" | "skipped">;

/** How findings become groups. */
export interface CollectorOptions {
  readonly rules: ReadonlyMap<string, Rule>;
  /** The location that findings of one group share. Default: {@link foldIndices}. */
  readonly fold?: (location: string, finding: Finding) => string;
  /** How many groups are listed before the rest is only counted. Default: 5000. */
  readonly limit?: number;
}

/** Takes findings one at a time; its memory grows with the number of groups, not of findings. */
export interface Collector {
  add(finding: Finding): void;
  /** The report of everything added so far. */
  report(counts: Counts, coverage?: Coverage): Report;
}

/** Places named for each group. */
export const maxSources = 5;

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

interface Group {
  readonly location: string;
  readonly key: readonly Json[];
  /** The finding that speaks for the group: that of the first source, so that the order of reading is no matter. */
  first: Finding;
  count: number;
  sources: Source[];
}

/** @throws Error (from `add` or `report`) for a finding whose rule is in no table: a mistake in this program. */
export function createCollector(options: CollectorOptions): Collector {
  const { rules, fold = foldIndices, limit = 5000 } = options;
  const groups = new Map<string, Group>();
  let cut: Finding | undefined;
  let cutCount = 0;

  return {
    add(finding) {
      const location = fold(finding.location, finding);
      const key = keyArgs(finding, ruleOf(rules, finding.id));
      const name = JSON.stringify([finding.id, finding.operation, location, ...key]);
      const group = groups.get(name);
      if (group) join(group, finding);
      else if (groups.size < limit) {
        const sources = sourcesOf(finding);
        groups.set(name, { location, key, first: clip(finding), count: 1, sources });
      } else {
        cutCount++;
        const level =
          levels[Math.min(levels.indexOf(cut?.level ?? "info"), levels.indexOf(finding.level))];
        cut = {
          id: cutRule.id,
          level: level ?? "info",
          operation: "",
          location: "",
          args: { limit },
        };
      }
    },
    report(counts, coverage) {
      const findings = [...groups.values()].map((group) =>
        reported(group, ruleOf(rules, group.first.id)),
      );
      if (cut) {
        const group: Group = { location: "", key: [], first: cut, count: cutCount, sources: [] };
        findings.push(reported(group, cutRule));
      }
      return assemble(counts, findings, coverage);
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

/** A report from its parts: findings sorted, levels counted. */
export function assemble(
  counts: Counts,
  findings: readonly ReportedFinding[],
  coverage?: Coverage,
): Report {
  const of = (level: string) => findings.filter((finding) => finding.level === level).length;
  const { exchanges, checked, skipped } = counts;
  return {
    summary: {
      ...{ exchanges, checked, skipped },
      ...{ errors: of("error"), warnings: of("warning"), infos: of("info") },
    },
    findings: [...findings].sort(compareFindings),
    ...(coverage && { coverage }),
  };
}

function ruleOf(rules: ReadonlyMap<string, Rule>, id: string): Rule {
  const rule = rules.get(id);
  if (!rule) throw new Error(`no rule table has a rule ${JSON.stringify(id)}`);
  return rule;
}

const keyArgs = (finding: Finding, rule: Rule): Json[] =>
  (rule.key ?? []).map((name) => finding.args[name] ?? null);

function join(group: Group, finding: Finding): void {
  group.count++;
  const before = group.sources[0];
  if (isBefore(finding, before, group.first)) group.first = clip(finding);
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
  return compareText(JSON.stringify(clip(finding).args), JSON.stringify(first.args)) < 0;
}

function reported(group: Group, rule: Rule): ReportedFinding {
  const { first, location, count, sources } = group;
  const { id, level, operation, args } = first;
  const message = describe(first, rule);
  return {
    ...{ id, level, operation, location, message, args, count, sources },
    fingerprint: fingerprint(id, operation, location, group.key),
  };
}

/** Values come from the wire and may be megabytes; a report shows their beginning. */
const maxArg = 300;

function clip(finding: Finding): Finding {
  const args: Record<string, Json> = {};
  for (const [name, value] of Object.entries(finding.args)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    args[name] = text.length > maxArg ? `${text.slice(0, maxArg)}…` : value;
  }
  return { ...finding, args };
}
