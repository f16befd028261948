import type { Finding, Json, Rule, Source } from "../../findings/finding.ts";
import { canonical } from "../document.ts";

/** A difference between two descriptions that someone knows of and means to keep. It has no end date. */
export interface KnownDifference {
  readonly rule: string;
  /** As {@link placeOf} gives it. */
  readonly location: string;
  /** What the finding must say, as {@link argsOf} gives it; absent: whatever it says. */
  readonly args?: Readonly<Record<string, Json>>;
  /** The operations that it may touch; absent: any. The same difference in another operation is another one. */
  readonly operations?: readonly string[];
  readonly reason: string;
  /** Where it is written. */
  readonly source: Source;
}

/** A finding that a known difference covers. */
export interface KnownFinding extends Finding {
  readonly reason: string;
}

/** The rule about the list itself. */
export const knownRules: readonly Rule[] = [
  {
    id: "known-difference-gone",
    level: "warning",
    direction: "none",
    area: "known",
    text: "the known difference {rule} at {known} is no longer there{where}: the two agree on it now; take it off the list",
    key: ["rule", "known", "args", "where"],
  },
];

/** What is left of the findings, what is known, and a finding for each known difference that is not there. */
export interface Sorted {
  readonly fresh: readonly Finding[];
  readonly known: readonly KnownFinding[];
  readonly gone: readonly Finding[];
}

/** Sorts findings by a list of known differences. */
export function sortByKnown(
  findings: readonly Finding[],
  differences: readonly KnownDifference[],
): Sorted {
  const byPlace = new Map<string, KnownDifference[]>();
  for (const one of differences) byPlace.set(keyOf(one), [...(byPlace.get(keyOf(one)) ?? []), one]);
  const seen = new Map<KnownDifference, Set<string>>(differences.map((one) => [one, new Set()]));
  const fresh: Finding[] = [];
  const known: KnownFinding[] = [];
  for (const finding of findings) {
    const args = argsOf(finding);
    const here = byPlace.get(keyOf({ rule: finding.id, location: placeOf(finding) })) ?? [];
    const covering = here.filter((difference) => covers(difference, args));
    const left: string[] = [];
    for (const operation of operationsOf(finding)) {
      const those = covering.filter(({ operations }) => operations?.includes(operation) ?? true);
      for (const difference of those) seen.get(difference)?.add(operation);
      if (those.length === 0) left.push(operation);
    }
    const [first] = covering;
    if (left.length === 0 && first) known.push({ ...finding, reason: first.reason });
    else fresh.push(left.length === operationsOf(finding).length ? finding : only(finding, left));
  }
  return { fresh, known, gone: differences.flatMap((one) => goneFinding(one, seen.get(one))) };
}

const keyOf = ({ rule, location }: Pick<KnownDifference, "rule" | "location">): string =>
  `${rule} ${location}`;

/** The operations that a finding touches. */
export const operationsOf = ({ operation, operations }: Finding): readonly string[] =>
  operations ?? [operation];

/** The finding for some of its operations. */
function only({ operations: _, ...finding }: Finding, left: readonly string[]): Finding {
  const [operation = ""] = left;
  return { ...finding, operation, ...(left.length > 1 && { operations: left }) };
}

function covers({ args = {} }: KnownDifference, found: Readonly<Record<string, Json>>): boolean {
  return Object.entries(args).every(([name, value]) => canonical(found[name]) === canonical(value));
}

/** Nothing where the difference is still there, in every operation that it names. */
function goneFinding(
  { rule, location, args = {}, operations, source }: KnownDifference,
  seen: ReadonlySet<string> = new Set(),
): Finding[] {
  const missing = operations?.filter((operation) => !seen.has(operation)) ?? [];
  if (seen.size > 0 && missing.length === 0) return [];
  const where = seen.size > 0 ? ` in ${missing.join(", ")}` : "";
  return [
    {
      ...{ id: "known-difference-gone", level: "warning", operation: "", location: "" },
      args: { rule, known: location, args, where },
      source,
    },
  ];
}

/** Lists whose order means nothing, or that grow at the front as well: an index into one is no place. */
const list =
  /\/(required|enum|type|oneOf|anyOf|allOf|prefixItems|parameters|servers|security)\/\d+(?=\/|$)/g;

/** The finding's location with `*` for an index, so that a list may grow elsewhere. */
export const placeOf = ({ location }: Pick<Finding, "location">): string =>
  location.replace(list, "/$1/*");

/**
 * What the finding says of its place: its args without the way from the operation, which is another one as soon as
 * another operation uses the same schema.
 */
export function argsOf({ args }: Pick<Finding, "args">): Readonly<Record<string, Json>> {
  const { status: _, property, ...rest } = args;
  if (typeof property !== "string") return rest;
  return { property: property.slice(property.lastIndexOf("/") + 1), ...rest };
}
