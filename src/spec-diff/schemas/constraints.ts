import type { Json } from "../../findings/finding.ts";
import {
  canonical,
  child,
  entries,
  fail,
  isObject,
  lookUp,
  type Node,
  referenceOf,
} from "../document.ts";
import type { Pair } from "./pair.ts";
import type { Alternative } from "./shape.ts";
import { keywordNode, mentions } from "./types.ts";

/**
 * Keywords that constrain a value by more than a number, with the name that their rules go by. What is behind them is
 * not weighed: that it changed is told, never passed over.
 */
const constraints: ReadonlyMap<string, string> = new Map([
  ["if", "if"],
  ["then", "then"],
  ["else", "else"],
  ["contains", "contains"],
  ["prefixItems", "prefix-items"],
  ["patternProperties", "pattern-property"],
  ["propertyNames", "property-names"],
  ["dependentRequired", "dependent-required"],
  ["dependentSchemas", "dependent-schema"],
  ["unevaluatedItems", "unevaluated-items"],
  ["unevaluatedProperties", "unevaluated-properties"],
  ["contentEncoding", "content-encoding"],
  ["contentMediaType", "content-media-type"],
  ["contentSchema", "content-schema"],
  ["not", ""],
  ["$dynamicRef", ""],
]);

/** Of these any change is the same to a consumer. */
const changesOnly: ReadonlySet<string> = new Set(["content-encoding", "content-media-type"]);

/** Compares the keywords whose meaning no other rule weighs: whether they are there, and whether they changed. */
export function compareConstraints({ base, revision, change }: Pair): void {
  if (!mentions(base, constraints) && !mentions(revision, constraints)) return;
  for (const [keyword, name] of constraints) {
    const [from, to] = [keywordNode(base, keyword), keywordNode(revision, keyword)];
    const at = to ?? from;
    if (!at || signature(base, keyword) === signature(revision, keyword)) continue;
    if (changesOnly.has(name)) change(`${name}-changed`, at);
    else if (name !== "" && !from) change(`${name}-added`, at);
    else if (name !== "" && !to) change(`${name}-removed`, at);
    else if (keyword === "dependentRequired") change(`${name}-changed`, at);
    else change("schema-keyword-changed", at, { keyword });
  }
}

function signature(of: Alternative, keyword: string): string {
  const found = of.parts.flatMap((part) => child(part, keyword) ?? []);
  const steps = { left: maxSteps };
  return canonical(
    [...new Set(found.map((node) => canonical(inlined(node, { open: [], steps }))))].sort(),
  );
}

/** Keywords that only describe, and lists whose order means nothing. */
const annotations = new Set([
  "description",
  "title",
  "example",
  "examples",
  "$comment",
  "externalDocs",
  "xml",
]);
const unordered = new Set(["required", "enum", "type", "allOf", "oneOf", "anyOf"]);
const maps = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependentRequired",
  "$defs",
]);

/** A hostile document can refer to the same schema as often as it likes. */
const maxSteps = 20_000;

interface Progress {
  readonly open: readonly string[];
  readonly steps: { left: number };
}

/** The schema with its references put in, so that a change behind a reference is seen too. */
function inlined(node: Node, { open, steps }: Progress, isMap = false): Json {
  steps.left -= 1;
  if (steps.left < 0) fail(node, `the schema takes more than ${maxSteps} steps to resolve`);
  const ref = referenceOf(node);
  if (ref !== undefined && open.includes(ref)) return { $ref: open.length - open.indexOf(ref) };
  const inner = { open: ref === undefined ? open : [...open, ref], steps };
  if (Array.isArray(node.value))
    return node.value.map((_, i) => inlined(child(node, i) ?? node, inner));
  if (!isObject(node.value)) return node.value;
  const members = entries(node)
    .filter(([key]) => isMap || (!annotations.has(key) && key !== "$ref"))
    .map(([key, value]): [string, Json] => {
      const json = inlined(value, inner, !isMap && maps.has(key));
      return [key, unordered.has(key) && Array.isArray(json) ? sorted(json) : json];
    });
  const target = ref === undefined ? [] : [["$ref", inlined(lookUp(node, ref), inner)] as const];
  return Object.fromEntries([...members, ...target]);
}

function sorted(list: readonly Json[]): Json[] {
  return [...list].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}
