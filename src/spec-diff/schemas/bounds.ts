import { child, fail, flag, type Node } from "../document.ts";
import type { Pair } from "./pair.ts";
import type { Alternative } from "./shape.ts";
import { keywordNode, mentions } from "./types.ts";

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
  /** Whether it is written so; for integers an exclusive bound is compared as the inclusive one next to it. */
  readonly writtenExclusive?: boolean;
  readonly at: Node;
}

/** Keywords of size with the name that their rules go by; a least size has a value also where it is not written. */
const sizes = [
  { rule: "max-length", keyword: "maxLength" },
  { rule: "min-length", keyword: "minLength", unwritten: 0 },
  { rule: "max-items", keyword: "maxItems" },
  { rule: "min-items", keyword: "minItems", unwritten: 0 },
  { rule: "max-properties", keyword: "maxProperties" },
  { rule: "min-properties", keyword: "minProperties", unwritten: 0 },
  { rule: "max-contains", keyword: "maxContains" },
  { rule: "min-contains", keyword: "minContains", unwritten: 1 },
] as const;

const keywords: ReadonlySet<string> = new Set([
  ...sizes.map((size) => size.keyword),
  ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf", "uniqueItems"],
]);

/** Compares lengths, numbers of items and properties, numeric bounds, `multipleOf` and `uniqueItems`. */
export function compareBounds(pair: Pair): void {
  const { base, revision } = pair;
  if (!mentions(base, keywords) && !mentions(revision, keywords)) return;
  for (const size of sizes) {
    const written = (of: Alternative) =>
      tightest(
        of.parts.map((part) => numberAt(part, size.keyword)),
        !("unwritten" in size),
      );
    const [from, to] = [written(base), written(revision)];
    const other = from ?? to;
    if (!other) continue;
    const unwritten = "unwritten" in size ? { ...other, value: size.unwritten } : undefined;
    compareBound(pair, size.rule, from ?? unwritten, to ?? unwritten);
  }
  compareBound(pair, "max", numericBound(base, true), numericBound(revision, true));
  compareBound(pair, "min", numericBound(base, false), numericBound(revision, false));
  compareMultiple(pair);
  compareUnique(pair);
}

function compareBound(
  { change }: Pair,
  name: string,
  from: Bound | undefined,
  to: Bound | undefined,
): void {
  const exclusive = (from ?? to)?.writtenExclusive && (to ?? from)?.writtenExclusive;
  const rule = exclusive ? `exclusive-${name}` : name;
  if (!from && to) change(`${rule}-set`, to.at, { to: to.value });
  if (from && !to) change(`${rule}-unset`, from.at, { from: from.value });
  if (!from || !to) return;
  const args = { from: from.value, to: to.value };
  if (from.value < to.value) change(`${rule}-increased`, to.at, args);
  else if (from.value > to.value) change(`${rule}-decreased`, to.at, args);
  else if (!from.exclusive && to.exclusive) change(`${rule}-became-exclusive`, to.at, args);
  else if (from.exclusive && !to.exclusive) change(`${rule}-became-inclusive`, to.at, args);
}

function numericBound(of: Alternative, upper: boolean): Bound | undefined {
  const [inclusive, exclusive] = upper
    ? ["maximum", "exclusiveMaximum"]
    : ["minimum", "exclusiveMinimum"];
  const bounds = of.parts.flatMap((part) => {
    // OpenAPI 3.0 makes the bound exclusive by a boolean, JSON Schema 2020-12 by a keyword with a number.
    const byFlag = typeof child(part, exclusive as string)?.value === "boolean";
    const bound = numberAt(part, inclusive as string);
    const strict = byFlag ? undefined : numberAt(part, exclusive as string);
    return byFlag && flag(part, exclusive as string)
      ? [bound && strictly(bound)]
      : [bound, strict && strictly(strict)];
  });
  const bound = tightest(bounds, upper);
  const integral = of.types.has("integer") && !of.types.has("number");
  return bound && integral ? forIntegers(bound, upper) : bound;
}

function strictly(bound: Bound): Bound {
  return { ...bound, exclusive: true, writtenExclusive: true };
}

/** Above 0 is, for integers, 1 and more. */
function forIntegers(bound: Bound, upper: boolean): Bound {
  const inclusive = upper ? Math.floor(bound.value) : Math.ceil(bound.value);
  const step = bound.exclusive && inclusive === bound.value ? 1 : 0;
  return { ...bound, value: upper ? inclusive - step : inclusive + step, exclusive: false };
}

function tightest(bounds: readonly (Bound | undefined)[], upper: boolean): Bound | undefined {
  const given = bounds.filter((bound) => bound !== undefined);
  return given.reduce<Bound | undefined>((best, next) => {
    if (!best) return next;
    if (next.value === best.value) return next.exclusive ? next : best;
    return next.value < best.value === upper ? next : best;
  }, undefined);
}

function numberAt(part: Node, keyword: string): Bound | undefined {
  const at = child(part, keyword);
  if (!at) return undefined;
  return typeof at.value === "number"
    ? { value: at.value, exclusive: false, at }
    : fail(at, "must be a number");
}

function compareMultiple({ base, revision, change }: Pair): void {
  const multiple = (of: Alternative) =>
    of.parts.map((part) => numberAt(part, "multipleOf")).filter((bound) => bound !== undefined);
  const text = (of: readonly Bound[]) =>
    [...new Set(of.map((bound) => bound.value))].sort((a, b) => a - b).join(" and ");
  const [from, to] = [multiple(base), multiple(revision)];
  const [first, last] = [from[0], to[0]];
  if (!first && last) change("multiple-of-set", last.at, { to: text(to) });
  if (first && !last) change("multiple-of-unset", first.at, { from: text(from) });
  if (first && last && text(from) !== text(to)) {
    change("multiple-of-changed", last.at, { from: text(from), to: text(to) });
  }
}

function compareUnique({ base, revision, change }: Pair): void {
  const unique = (of: Alternative) => of.parts.some((part) => flag(part, "uniqueItems"));
  const at = keywordNode(revision, "uniqueItems") ?? keywordNode(base, "uniqueItems");
  if (at && !unique(base) && unique(revision)) change("unique-items-set", at);
  if (at && unique(base) && !unique(revision)) change("unique-items-unset", at);
}
