import type { Json } from "../../findings/finding.ts";
import {
  canonical,
  child,
  entries,
  isObject,
  lookUp,
  type Node,
  referenceOf,
} from "../document.ts";

/** Keywords that only describe, and lists whose order means nothing. */
const annotations = new Set([
  ...["description", "summary", "title", "example", "examples", "$comment", "externalDocs", "xml"],
  ...["tags", "operationId"],
]);
const unordered = new Set(["required", "enum", "type", "allOf", "oneOf", "anyOf", "security"]);
const maps = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "dependentRequired", "$defs"],
  ...["headers", "content", "responses", "links", "encoding", "mapping"],
]);

/**
 * Text that is the same for values that mean the same, with references put in and without what only describes: to see
 * that something changed which no rule looks into.
 */
export function signatureOf(nodes: readonly Node[]): string {
  const texts = nodes.map((node) => canonical(inlined(node, [])));
  return canonical([...new Set(texts)].sort());
}

function inlined(node: Node, open: readonly string[], isMap = false): Json {
  node.in.spend();
  const ref = isMap ? undefined : referenceOf(node);
  if (ref !== undefined && open.includes(ref)) return { $ref: open.length - open.indexOf(ref) };
  const inner = ref === undefined ? open : [...open, ref];
  if (Array.isArray(node.value))
    return node.value.map((_, i) => inlined(child(node, i) ?? node, inner));
  if (!isObject(node.value)) return node.value;
  const members = entries(node)
    .filter(([key]) => isMap || (!annotations.has(key) && key !== "$ref"))
    .map(([key, value]): [string, Json] => {
      const json = inlined(value, inner, !isMap && maps.has(key));
      return [key, unordered.has(key) && Array.isArray(json) ? sorted(json) : json];
    });
  const [[only, parts] = [], ...more] = members;
  // An `allOf` of one is what it has.
  const isWrapper = !isMap && only === "allOf" && more.length === 0;
  if (isWrapper && ref === undefined && Array.isArray(parts) && parts.length === 1)
    return parts[0] as Json; // one of one
  if (ref === undefined) return Object.fromEntries(members);
  const target = inlined(lookUp(node, ref), inner);
  // A reference that stands alone is what it refers to.
  return members.length === 0 ? target : { ...Object.fromEntries(members), $ref: target };
}

function sorted(list: readonly Json[]): Json[] {
  return list
    .map((value) => ({ value, text: canonical(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ value }) => value);
}
