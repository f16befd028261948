/**
 * What the compiled checks in `generated/contract.ts` are written in.
 *
 * A check that holds costs no allocation: pointers are put together only after a violation, by each
 * caller prefixing its own segment to what its callee added.
 */
import type { Json } from "../findings/finding.ts";
import { below } from "../json/pointer.ts";
import type { Check, Keyword, Violation } from "./violation.ts";

type Out = Violation[];
type JsonObject = Record<string, unknown>;

/** A JSON object: not null, not an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Adds a violation at `pointer`. */
export function bad(out: Out, pointer: string, keyword: Keyword, args: Record<string, Json>): void {
  out.push({ keyword, pointer, args });
}

/** Adds a violation of `type`. Names the type that was found, never the value, which may be private. */
export function type(out: Out, pointer: string, expected: Json, value: unknown): void {
  bad(out, pointer, "type", { expected, actual: typeName(value) });
}

/** Adds a violation of `required`. */
export function missing(out: Out, name: string): void {
  bad(out, below("", name), "required", {});
}

/** Adds a violation of `enum` or `const`: the value is none of `allowed`, all of them scalars. */
export function notMember(
  out: Out,
  pointer: string,
  value: unknown,
  allowed: readonly Json[],
): void {
  const args = { allowed, actual: shown(value) };
  bad(out, pointer, allowed.length > 1 ? "enum" : "const", args);
}

/** `minLength` and `maxLength`, in characters (code points), as JSON Schema counts. */
export function length(out: Out, pointer: string, text: string, min: number, max: number): void {
  // A text has at least half as many code points as code units: most need no counting.
  if (text.length >= 2 * min && text.length <= max) return;
  const actual = countCodePoints(text);
  if (actual < min) bad(out, pointer, "minLength", { limit: min, actual });
  if (actual > max) bad(out, pointer, "maxLength", { limit: max, actual });
}

/** `pattern` and `format`: the text passes `test`. */
export function matches(
  out: Out,
  pointer: string,
  holds: boolean,
  keyword: "pattern" | "format",
  expected: string,
): void {
  if (!holds) bad(out, pointer, keyword, { expected });
}

/** A bound of a number or of an array's length. */
export function bound(
  out: Out,
  pointer: string,
  holds: boolean,
  keyword: Keyword,
  limit: number,
  actual: number,
): void {
  if (!holds) bad(out, pointer, keyword, { limit, actual });
}

/** Checks the value at `pointer` below this one. */
export function at(out: Out, pointer: string, check: Check, value: unknown): void {
  const before = out.length;
  check(value, out);
  if (out.length > before) prefix(out, before, pointer);
}

/** Checks each item of an array. */
export function each(out: Out, pointer: string, check: Check, items: readonly unknown[]): void {
  const first = out.length;
  for (let i = 0; i < items.length; i++) {
    const before = out.length;
    check(items[i], out);
    if (out.length > before) prefix(out, before, `/${i}`);
  }
  if (out.length > first) prefix(out, first, pointer);
}

/** `additionalProperties: schema`: checks each value whose name is not in `names`. */
export function others(out: Out, object: JsonObject, names: readonly Json[], check: Check): void {
  for (const name in object) {
    if (names.includes(name)) continue;
    const before = out.length;
    check(object[name], out);
    if (out.length > before) prefix(out, before, below("", name));
  }
}

/** Adds a violation for each field whose name is not in `names`; runs only when the counts differ. */
export function strangers(
  out: Out,
  object: JsonObject,
  names: readonly Json[],
  keyword: "undocumentedProperty" | "additionalProperties",
): void {
  for (const name of Object.keys(object)) {
    if (!names.includes(name)) {
      bad(out, below("", name), keyword, { actual: typeName(object[name]) });
    }
  }
}

/** How many fields the object has. `for … in` is quicker than `Object.keys`, which makes an array. */
export function size(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** The object's own value under a name that `Object.prototype` has too. */
export const own = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** `oneOf` and `anyOf` without a discriminator: undocumented fields do not make a branch fail. */
export function union(
  out: Out,
  pointer: string,
  value: unknown,
  checks: readonly Check[],
  keyword: "oneOf" | "anyOf",
): void {
  const fits: Out[] = [];
  for (const check of checks) {
    const found: Out = [];
    check(value, found);
    if (found.every((one) => one.keyword === "undocumentedProperty")) fits.push(found);
  }
  const [first] = fits;
  if (first === undefined || (keyword === "oneOf" && fits.length > 1)) {
    bad(out, pointer, keyword, { branches: checks.length, actual: fits.length });
    return;
  }
  for (const one of first) out.push({ ...one, pointer: pointer + one.pointer });
}

function prefix(out: Out, from: number, pointer: string): void {
  for (const violation of out.slice(from)) violation.pointer = pointer + violation.pointer;
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
