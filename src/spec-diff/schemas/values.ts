import type { Json } from "../../findings/finding.ts";
import { canonical, child, type Node, text } from "../document.ts";
import { type Model, valuesOf } from "./model.ts";
import { keywordNode, type Pair } from "./pair.ts";

/** Compares `enum`, `const`, `format`, `pattern`, `default` and what a string encodes. */
export function compareValues(pair: Pair): void {
  compareAllowed(pair);
  compareText(pair, "format");
  compareText(pair, "pattern");
  compareDefault(pair);
  for (const [keyword, change] of [
    ["contentEncoding", "content-encoding-changed"],
    ["contentMediaType", "content-media-type-changed"],
  ] as const) {
    const at = keywordNode(pair.revision, keyword) ?? keywordNode(pair.base, keyword);
    if (at && textsOf(pair.base, keyword) !== textsOf(pair.revision, keyword))
      pair.tell.change(change, at);
  }
}

function compareAllowed({ base, revision, tell }: Pair): void {
  const [from, to] = [valuesOfModel(base), valuesOfModel(revision)];
  if (!from && !to) return;
  if (!from && to) {
    const only = single(to);
    const at = only?.at ?? keywordNode(revision, "enum") ?? revision.nodes[0];
    if (only) tell.change("const-added", at, { to: only.value });
    else tell.change("became-enum", at, { to: list(to) });
  } else if (from && !to) {
    const only = single(from);
    const at = only?.at ?? keywordNode(base, "enum") ?? base.nodes[0];
    if (only) tell.change("const-removed", at, { from: only.value });
    else tell.change("became-not-enum", at, { from: list(from) });
  } else if (from && to) {
    compareLists(from, to, tell);
  }
}

function compareLists(from: Values, to: Values, tell: Pair["tell"]): void {
  const [was, is] = [single(from), single(to)];
  if (was && is) {
    if (canonical(was.value) !== canonical(is.value))
      tell.change("const-changed", is.at, { from: was.value, to: is.value });
    return;
  }
  for (const [key, { at, value }] of from)
    if (!to.has(key)) tell.change("enum-value-removed", at, { value });
  for (const [key, { at, value }] of to)
    if (!from.has(key)) tell.change("enum-value-added", at, { value });
}

/** Values by their canonical text. Null is nullability and no value. */
export type Values = ReadonlyMap<string, { readonly value: Json; readonly at: Node }>;

const valuesByModel = new WeakMap<Model, { readonly values: Values | undefined }>();

/** The values that a schema is limited to; `undefined` where it is not. */
export function valuesOfModel(model: Model): Values | undefined {
  const known = valuesByModel.get(model);
  if (known) return known.values;
  let values: Values | undefined;
  for (const part of model.parts) {
    const here = valuesOf(part)?.filter((at) => at.value !== null);
    if (!here) continue;
    part.in.spend(here.length);
    const found = new Map(here.map((at) => [canonical(at.value), { value: at.value, at }]));
    values = values ? new Map([...values].filter(([key]) => found.has(key))) : found;
  }
  valuesByModel.set(model, { values });
  return values;
}

function single(values: Values) {
  const [only] = values.values();
  return values.size === 1 ? only : undefined;
}

function list(values: Values): Json[] {
  return [...values.values()].map(({ value }) => value);
}

function compareText({ base, revision, tell }: Pair, keyword: "format" | "pattern"): void {
  const [from, to] = [textsOf(base, keyword), textsOf(revision, keyword)];
  const at = keywordNode(revision, keyword) ?? keywordNode(base, keyword);
  if (at === undefined || from === to) return;
  if (from === undefined) tell.change(`${keyword}-added`, at, { to: to ?? "" });
  else if (to === undefined) tell.change(`${keyword}-removed`, at, { from });
  else tell.change(`${keyword}-changed`, at, { from, to });
}

/** Patterns that every text fits. */
const anyText = new Set(["", ".*", "^.*$", "^"]);

/** What the parts of an `allOf` say together. */
function textsOf(of: Model, keyword: string): string | undefined {
  const texts = of.parts
    .map((part) => text(part, keyword))
    .filter((value) => value !== undefined)
    .filter((value) => keyword !== "pattern" || !anyText.has(value));
  return texts.length === 0 ? undefined : [...new Set(texts)].sort().join(" and ");
}

function compareDefault({ base, revision, tell }: Pair): void {
  const [from, to] = [keywordNode(base, "default"), keywordNode(revision, "default")];
  if (!from && to) tell.change("default-value-added", to, { to: to.value });
  if (from && !to) tell.change("default-value-removed", from, { from: from.value });
  if (from && to && canonical(from.value) !== canonical(to.value))
    tell.change("default-value-changed", to, { from: from.value, to: to.value });
}

/** Whether the schema has a default. */
export function hasDefault(model: Model): boolean {
  return model.parts.some((part) => child(part, "default") !== undefined);
}
