import { child, fail, flag, type Node } from "../document.ts";
import type { Model } from "./model.ts";
import { keywordNode, mentions, type Pair } from "./pair.ts";
import { hasType } from "./types.ts";

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
  readonly at: Node;
}

/** Keywords of size. A least size has a value also where it is not written. */
const greatestSizes = [
  ["max-length", "maxLength"],
  ["max-items", "maxItems"],
  ["max-properties", "maxProperties"],
  ["max-contains", "maxContains"],
] as const;
const leastSizes = [
  ["min-length", "minLength", 0],
  ["min-items", "minItems", 0],
  ["min-properties", "minProperties", 0],
  ["min-contains", "minContains", 1],
] as const;

const keywords: ReadonlySet<string> = new Set([
  ...[...greatestSizes, ...leastSizes].map(([, keyword]) => keyword),
  ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf", "uniqueItems"],
]);

/** Compares lengths, numbers of items and properties, numeric bounds, `multipleOf` and `uniqueItems`. */
export function compareBounds(pair: Pair): void {
  const { base, revision } = pair;
  if (!mentions(base, keywords) && !mentions(revision, keywords)) return;
  for (const [name, keyword] of greatestSizes)
    compareSetBound(pair, name, sizeOf(base, keyword, true), sizeOf(revision, keyword, true));
  for (const [name, keyword, byDefault] of leastSizes) {
    const [from, to] = [sizeOf(base, keyword, false), sizeOf(revision, keyword, false)];
    const written = from ?? to;
    if (!written) continue;
    const unwritten = { ...written, value: byDefault };
    compareMoved(pair, name, from ?? unwritten, to ?? unwritten);
  }
  compareNumeric(pair, "max");
  compareNumeric(pair, "min");
  compareMultiple(pair);
  compareUnique(pair);
}

type MovedName = (typeof greatestSizes)[number][0] | (typeof leastSizes)[number][0] | NumericName;
type NumericName = `${"" | "exclusive-"}${"max" | "min"}`;
type SetName = (typeof greatestSizes)[number][0] | NumericName;

function compareSetBound(
  pair: Pair,
  name: SetName,
  from: Bound | undefined,
  to: Bound | undefined,
): void {
  if (from && to) compareMoved(pair, name, from, to);
  else if (to) pair.tell.change(`${name}-set`, to.at, { to: to.value });
  else if (from) pair.tell.change(`${name}-unset`, from.at, { from: from.value });
}

function compareMoved({ tell }: Pair, name: MovedName, from: Bound, to: Bound): void {
  const args = { from: from.value, to: to.value };
  if (from.value < to.value) tell.change(`${name}-increased`, to.at, args);
  if (from.value > to.value) tell.change(`${name}-decreased`, to.at, args);
}

function compareNumeric(pair: Pair, name: "max" | "min"): void {
  const { base, revision, tell } = pair;
  const [from, to] = [numericBound(base, name), numericBound(revision, name)];
  const isExclusive = (from ?? to)?.isExclusive && (to ?? from)?.isExclusive;
  const [was, is] =
    isIntegral(base) && isIntegral(revision)
      ? [forIntegers(from, name), forIntegers(to, name)]
      : [from, to];
  if (was && is && was.value === is.value && was.isExclusive !== is.isExclusive) {
    const args = { from: was.value, to: is.value };
    tell.change(`${name}-became-${is.isExclusive ? "exclusive" : "inclusive"}`, is.at, args);
    return;
  }
  compareSetBound(pair, isExclusive ? `exclusive-${name}` : name, was, is);
}

function numericBound(of: Model, name: "max" | "min"): Bound | undefined {
  const [inclusive, exclusive] =
    name === "max" ? ["maximum", "exclusiveMaximum"] : ["minimum", "exclusiveMinimum"];
  const bounds = of.parts.flatMap((part) => {
    const bound = numberAt(part, inclusive);
    // OpenAPI 3.0 makes the bound exclusive by a boolean, JSON Schema 2020-12 by a keyword with a number.
    if (typeof child(part, exclusive)?.value === "boolean")
      return bound ? [{ ...bound, isExclusive: flag(part, exclusive) }] : [];
    const strict = numberAt(part, exclusive);
    return [...(bound ? [bound] : []), ...(strict ? [{ ...strict, isExclusive: true }] : [])];
  });
  return tightest(bounds, name === "max");
}

function isIntegral({ types }: Model): boolean {
  return hasType(types, "integer") && !hasType(types, "number");
}

/** Above 0 is, for integers, 1 and more. */
function forIntegers(bound: Bound | undefined, name: "max" | "min"): Bound | undefined {
  if (!bound) return undefined;
  const inclusive = name === "max" ? Math.floor(bound.value) : Math.ceil(bound.value);
  const step = bound.isExclusive && inclusive === bound.value ? 1 : 0;
  return {
    ...bound,
    value: name === "max" ? inclusive - step : inclusive + step,
    isExclusive: false,
  };
}

function sizeOf(of: Model, keyword: string, isUpper: boolean): Bound | undefined {
  return tightest(
    of.parts.flatMap((part) => numberAt(part, keyword) ?? []),
    isUpper,
  );
}

function tightest(bounds: readonly Bound[], isUpper: boolean): Bound | undefined {
  return bounds.reduce<Bound | undefined>((best, next) => {
    if (!best) return next;
    if (next.value === best.value) return next.isExclusive ? next : best;
    return next.value < best.value === isUpper ? next : best;
  }, undefined);
}

function numberAt(part: Node, keyword: string): Bound | undefined {
  const at = child(part, keyword);
  if (!at) return undefined;
  return typeof at.value === "number"
    ? { value: at.value, isExclusive: false, at }
    : fail(at, "must be a number");
}

function compareMultiple({ base, revision, tell }: Pair): void {
  const multiples = (of: Model) => of.parts.flatMap((part) => numberAt(part, "multipleOf") ?? []);
  const text = (of: readonly Bound[]) =>
    [...new Set(of.map(({ value }) => value))].sort((a, b) => a - b).join(" and ");
  const [from, to] = [multiples(base), multiples(revision)];
  const [first, last] = [from[0], to[0]];
  if (!first && last) tell.change("multiple-of-set", last.at, { to: text(to) });
  if (first && !last) tell.change("multiple-of-unset", first.at, { from: text(from) });
  if (first && last && text(from) !== text(to))
    tell.change("multiple-of-changed", last.at, { from: text(from), to: text(to) });
}

function compareUnique({ base, revision, tell }: Pair): void {
  const isUnique = (of: Model) => of.parts.some((part) => flag(part, "uniqueItems"));
  const at = keywordNode(revision, "uniqueItems") ?? keywordNode(base, "uniqueItems");
  if (at && !isUnique(base) && isUnique(revision)) tell.change("unique-items-set", at);
  if (at && isUnique(base) && !isUnique(revision)) tell.change("unique-items-unset", at);
}
