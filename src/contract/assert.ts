/**
 * What the compiled checks in `generated/contract.ts` are written in. Each helper stands for keywords of JSON Schema.
 *
 * A check that holds costs no allocation: pointers are put together only after a violation, by each
 * caller prefixing its own segment to what its callee added.
 */
import type { Json } from "../findings/finding.ts";
import { below } from "../json/pointer.ts";
import { type Check, type Keyword, type Seen, type Violation, Violations } from "./violation.ts";

type JsonObject = Record<string, unknown>;
const none: readonly never[] = [];

/** A JSON object: not null, not an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Adds a violation at `pointer`. */
export function bad(
  out: Violations,
  pointer: string,
  keyword: Keyword,
  args: Record<string, Json> = {},
): void {
  out.add({ keyword, pointer, args });
}

/** Adds a violation of `type`. Names the type that was found, never the value, which may be private. */
export function type(out: Violations, pointer: string, expected: Json, value: unknown): void {
  bad(out, pointer, "type", { expected, actual: typeName(value) });
}

/** Adds a violation of `required`. */
export function missing(out: Violations, name: string): void {
  bad(out, below("", name), "required");
}

/** `dependentRequired`: where there is one property, there are others. */
export function needs(
  out: Violations,
  object: JsonObject,
  name: string,
  needed: readonly string[],
): void {
  if (!Object.hasOwn(object, name)) return;
  for (const other of needed) {
    if (!Object.hasOwn(object, other))
      bad(out, below("", other), "dependentRequired", { because: name });
  }
}

/** Adds a violation of `enum` or `const`: the value is none of `allowed`. */
export function notMember(
  out: Violations,
  pointer: string,
  value: unknown,
  allowed: readonly Json[],
): void {
  const args = { allowed, actual: shown(value) };
  bad(out, pointer, allowed.length === 1 ? "const" : "enum", args);
}

/** A value as one text, the same for equal values (JSON Schema 2020-12, core, section 4.2.2): names in order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** `minLength` and `maxLength`, in characters (code points), as JSON Schema counts. */
export function length(
  out: Violations,
  pointer: string,
  text: string,
  min: number,
  max: number,
): void {
  // A text has at least half as many code points as code units: most need no counting.
  if (text.length >= 2 * min && text.length <= max) return;
  const actual = countCodePoints(text);
  if (actual < min) bad(out, pointer, "minLength", { limit: min, actual });
  if (actual > max) bad(out, pointer, "maxLength", { limit: max, actual });
}

/** `enum` of more than two values: to compare them one by one is quicker, and longer. */
export function member(
  out: Violations,
  pointer: string,
  value: unknown,
  allowed: readonly Json[],
): void {
  if (!allowed.includes(value as Json)) notMember(out, pointer, value, allowed);
}

/** `pattern` and `format`: the text passes a test. */
export function matches(
  out: Violations,
  pointer: string,
  holds: boolean,
  keyword: "pattern" | "format",
  expected: string,
): void {
  if (!holds) bad(out, pointer, keyword, { expected });
}

/** A bound of a number, or of how many there are of something. */
export function bound(
  out: Violations,
  pointer: string,
  holds: boolean,
  keyword: Keyword,
  limit: number,
  actual: number,
): void {
  if (!holds) bad(out, pointer, keyword, { limit, actual });
}

/** Whether a number is a multiple of another as both are written in decimals: 0.3 is one of 0.1. */
export function isMultiple(value: number, factor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(factor)) return value % factor === 0;
  const [digits, exponent] = decimal(value);
  const [factorDigits, factorExponent] = decimal(factor);
  const least = Math.min(exponent, factorExponent);
  const scaled = (digits: string, exponent: number) =>
    BigInt(digits) * 10n ** BigInt(exponent - least);
  return scaled(digits, exponent) % scaled(factorDigits, factorExponent) === 0n;
}

/** A number as digits and a power of ten. */
function decimal(value: number): [digits: string, exponent: number] {
  const [digits = "", exponent] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return [whole + fraction, Number(exponent) - fraction.length];
}

/** Checks the value at `pointer` below this one. */
export function at(
  out: Violations,
  pointer: string,
  check: Check,
  value: unknown,
  seen?: Seen,
): void {
  const before = out.list.length;
  check(value, out, seen);
  if (out.list.length > before) prefix(out, before, pointer);
}

/** Checks the member or item `name`; its pointer is only put together where something is wrong. */
function inside(out: Violations, name: string | number, check: Check, value: unknown): void {
  const before = out.list.length;
  check(value, out);
  if (out.list.length > before) prefix(out, before, below("", name));
}

/** `items`: checks each item of an array from the one at `first`. */
export function each(
  out: Violations,
  pointer: string,
  check: Check,
  items: readonly unknown[],
  first = 0,
): void {
  const before = out.list.length;
  for (let i = first; i < items.length && !out.isFull; i++) inside(out, i, check, items[i]);
  if (out.list.length > before) prefix(out, before, pointer);
}

/** `prefixItems`: checks the first items, each by its own schema. */
export function tuple(
  out: Violations,
  pointer: string,
  checks: readonly Check[],
  items: readonly unknown[],
): void {
  const before = out.list.length;
  for (let i = 0; i < checks.length && i < items.length; i++)
    inside(out, i, checks[i] as Check, items[i]);
  if (out.list.length > before) prefix(out, before, pointer);
}

/** `uniqueItems`. */
export function unique(out: Violations, pointer: string, items: readonly unknown[]): void {
  const actual = items.length - new Set(items.map(canonical)).size;
  if (actual > 0) bad(out, pointer, "uniqueItems", { actual });
}

/** `contains`, `minContains` and `maxContains`. */
export function contains(
  out: Violations,
  pointer: string,
  check: Check,
  items: readonly unknown[],
  min: number,
  max: number,
  seen?: Seen,
): void {
  let actual = 0;
  for (let i = 0; i < items.length; i++) {
    if (!passes(check, items[i])) continue;
    actual++;
    seen?.add(`${i}`);
  }
  if (actual < min) bad(out, pointer, min > 1 ? "minContains" : "contains", { limit: min, actual });
  if (actual > max) bad(out, pointer, "maxContains", { limit: max, actual });
}

/** `additionalProperties`: checks each property that is not among `names` and fits none of `patterns`. */
export function others(
  out: Violations,
  object: JsonObject,
  names: readonly Json[],
  check: Check,
  patterns: readonly RegExp[] = none,
): void {
  for (const name in object) {
    if (out.isFull) return;
    if (isOther(name, names, patterns)) inside(out, name, check, object[name]);
  }
}

/** `patternProperties`: checks each property by every pattern that its name fits. */
export function patterned(
  out: Violations,
  object: JsonObject,
  patterns: readonly RegExp[],
  checks: readonly Check[],
  seen?: Seen,
): void {
  for (const name in object) {
    if (out.isFull) return;
    for (let i = 0; i < patterns.length; i++) {
      if (!patterns[i]?.test(name)) continue;
      seen?.add(name);
      inside(out, name, checks[i] as Check, object[name]);
    }
  }
}

/** What is amiss where the counts differ: the first of `names` are required, and no others are known. */
export function members(
  out: Violations,
  object: JsonObject,
  names: readonly Json[],
  required: number,
  keyword: "undocumentedProperty" | "additionalProperties" = "undocumentedProperty",
): void {
  for (const name of names.slice(0, required) as string[])
    if (!Object.hasOwn(object, name)) missing(out, name);
  strangers(out, object, names, keyword);
}

/** Adds a violation for each property that is not among `names` and fits none of `patterns`. */
export function strangers(
  out: Violations,
  object: JsonObject,
  names: readonly Json[],
  keyword: "undocumentedProperty" | "additionalProperties",
  patterns: readonly RegExp[] = none,
): void {
  for (const name in object)
    if (isOther(name, names, patterns)) stranger(out, object, name, keyword);
}

function isOther(name: string, names: readonly Json[], patterns: readonly RegExp[]): boolean {
  for (const pattern of patterns) if (pattern.test(name)) return false;
  return !names.includes(name);
}

function stranger(out: Violations, object: JsonObject, name: string, keyword: Keyword): void {
  bad(out, below("", name), keyword, { actual: typeName(object[name]) });
}

/** Adds a violation for each property that no schema looked at, if the value is an object. */
export function undocumented(out: Violations, value: unknown, seen: Seen): void {
  if (!isObject(value)) return;
  for (const name in value) if (!seen.has(name)) stranger(out, value, name, "undocumentedProperty");
}

/** `unevaluatedProperties` and `unevaluatedItems`: checks what no other schema looked at. */
export function unevaluated(out: Violations, value: object, seen: Seen, check: Check): void {
  for (const [name, inner] of Object.entries(value)) {
    if (out.isFull) return;
    if (seen.has(name)) continue;
    seen.add(name);
    inside(out, name, check, inner);
  }
}

/** No property and no item has been looked at. */
export const unseen = (): Seen => new Set();

/** Notes the names that a schema knows. */
export function see(seen: Seen | undefined, names: Iterable<Json>): void {
  if (seen) for (const name of names) seen.add(name as string);
}

/** Notes that a schema knows whatever there is. */
export function seeAll(seen: Seen | undefined, value: object): void {
  see(seen, Object.keys(value));
}

/** `propertyNames`: a name that breaks its schema is reported where it stands. */
export function names(out: Violations, object: JsonObject, check: Check): void {
  for (const name in object) {
    if (out.isFull) return;
    if (!passes(check, name)) bad(out, below("", name), "propertyNames");
  }
}

/** How many properties the object has. `for … in` is quicker than `Object.keys`, which makes an array. */
export function size(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** The object's own value under a name that `Object.prototype` has too. */
export const own = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Whether a value is as the schema says: `if`, `not` and the like ask nothing else. */
export function passes(check: Check, value: unknown, seen?: Seen): boolean {
  const tried: Seen | undefined = seen && new Set();
  const found = new Violations(0, 1);
  check(value, found, tried);
  if (found.errors > 0) return false;
  if (tried) see(seen, tried);
  return true;
}

/**
 * `oneOf` and `anyOf`. A branch that only finds undocumented properties fits; what every branch that fits calls
 * undocumented is undocumented.
 */
export function union(
  out: Violations,
  pointer: string,
  value: unknown,
  checks: readonly Check[],
  keyword: "oneOf" | "anyOf",
  seen?: Seen,
): void {
  let fits = 0;
  let unknown: readonly Violation[] = [];
  for (const check of checks) {
    const tried: Seen | undefined = seen && new Set();
    const found = new Violations(undefined, 1);
    check(value, found, tried);
    if (found.errors > 0) continue;
    const both = (one: Violation) => found.list.some((other) => other.pointer === one.pointer);
    unknown = fits++ === 0 ? found.list : unknown.filter(both);
    if (tried) see(seen, tried);
  }
  if (fits === 0 || (keyword === "oneOf" && fits > 1)) {
    bad(out, pointer, keyword, { branches: checks.length, actual: fits });
    // Which branch was meant is not known, so neither is what belongs to it.
    if (typeof value === "object" && value !== null) seeAll(seen, value);
    return;
  }
  for (const one of unknown) out.add({ ...one, pointer: pointer + one.pointer });
}

function prefix(out: Violations, from: number, pointer: string): void {
  for (let i = from; i < out.list.length; i++) {
    const violation = out.list[i] as Violation;
    violation.pointer = pointer + violation.pointer;
  }
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** What stands where an enum's value should: the value itself if short and scalar, so that a new one can be read off. */
function shown(value: unknown): Json {
  const scalar = typeof value === "string" ? value.length <= 64 : typeof value !== "object";
  return scalar ? (value as Json) : typeName(value);
}
