import { child, entries, isObject, type Node } from "../document.ts";
import type { Pair } from "./pair.ts";
import { type Alternative, type TypeName, valuesOf } from "./shape.ts";

/**
 * Compares the types other than null.
 * @returns `false` where there is nothing more to compare, for example as no value fits both sides
 */
export function compareTypes({ base, revision, change }: Pair): boolean {
  const overlap = [...base.types].some((type) => revision.types.has(type));
  const valued = (of: Alternative) => of.parts.some((part) => valuesOf(part) !== undefined);
  // Two lists of values are compared as such, whatever types are written beside them.
  if (valued(base) && valued(revision)) return true;

  const lost = [...base.types].filter((type) => !revision.types.has(type));
  const gained = [...revision.types].filter((type) => !base.types.has(type));
  const what = typeChange(lost, gained);
  if (what === undefined) return true;
  const at = keywordNode(revision, "type") ?? revision.node;
  change(what, at, { from: describeTypes([base]), to: describeTypes([revision]) });
  // Beside a schema that says nothing at all, whatever the other side says is told by its types.
  return overlap && isAnything(base) === isAnything(revision);
}

function typeChange(lost: readonly TypeName[], gained: readonly TypeName[]): string | undefined {
  if (lost.length > 0 && gained.length > 0) return "type-changed";
  if (gained.length > 0)
    return onlyFractions(gained) ? "type-generalized" : "list-of-types-widened";
  if (lost.length > 0) return onlyFractions(lost) ? "type-specialized" : "list-of-types-narrowed";
  return undefined;
}

/** Keywords that say nothing of a value, or that the alternative has resolved. */
const silent = new Set([
  ...["$ref", "allOf", "oneOf", "anyOf", "description", "title", "example", "examples", "$comment"],
  ...["externalDocs", "default", "deprecated", "readOnly", "writeOnly", "nullable"],
]);

/** Whether every value but null fits, as none of the keywords limits it. */
export function isAnything({ parts, types }: Alternative): boolean {
  const says = (key: string) => !silent.has(key) && !key.startsWith("x-");
  return types.size === 6 && !parts.some((part) => entries(part).some(([key]) => says(key)));
}

/** `number` in a set of types is what a number has over an integer. */
function onlyFractions(types: readonly TypeName[]): boolean {
  return types.length === 1 && types[0] === "number";
}

/** The types of all alternatives as people write them. */
export function describeTypes(alternatives: readonly Alternative[]): string {
  const types = new Set(alternatives.flatMap((alternative) => [...alternative.types]));
  if (types.size === 6) return "any type";
  if (types.has("number")) types.delete("integer");
  return types.size === 0 ? "null alone" : [...types].sort().join(" or ");
}

/** Whether a part has one of the keywords: most schemas have none of most. */
export function mentions(of: Alternative, keywords: { has(keyword: string): boolean }): boolean {
  return of.parts.some(
    ({ value }) => isObject(value) && Object.keys(value).some((key) => keywords.has(key)),
  );
}

/** Where a keyword is written, in the first part that has it. */
export function keywordNode(of: Alternative, keyword: string): Node | undefined {
  for (const part of of.parts) {
    const found = child(part, keyword);
    if (found) return found;
  }
  return undefined;
}
