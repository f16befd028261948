import type { Json } from "../../findings/finding.ts";
import { canonical, child, elements, type Node, text } from "../document.ts";
import type { Pair } from "./pair.ts";
import type { Alternative } from "./shape.ts";
import { keywordNode } from "./types.ts";

/** Compares `enum`, `const`, `format`, `pattern` and `default`. */
export function compareValues(pair: Pair): void {
  compareAllowed(pair);
  compareText(pair, "format");
  compareText(pair, "pattern");
  compareDefault(pair);
}

function compareAllowed({ base, revision, change }: Pair): void {
  const [from, to] = [allowedOf(base), allowedOf(revision)];
  if (!from && !to) return;
  if (!from && to) {
    const only = single(to);
    const at = only?.at ?? keywordNode(revision, "enum") ?? revision.node;
    if (only) change("const-added", at, { to: only.value });
    else change("became-enum", at, { to: list(to) });
  } else if (from && !to) {
    const only = single(from);
    const at = only?.at ?? keywordNode(base, "enum") ?? base.node;
    if (only) change("const-removed", at, { from: only.value });
    else change("became-not-enum", at, { from: list(from) });
  } else if (from && to) {
    compareLists(from, to, change);
  }
}

function compareLists(from: Allowed, to: Allowed, change: Pair["change"]): void {
  const [was, is] = [single(from), single(to)];
  if (was && is) {
    if (canonical(was.value) !== canonical(is.value))
      change("const-changed", is.at, { from: was.value, to: is.value });
    return;
  }
  for (const [key, { at, value }] of from)
    if (!to.has(key)) change("enum-value-removed", at, { value });
  for (const [key, { at, value }] of to)
    if (!from.has(key)) change("enum-value-added", at, { value });
}

/** Values by their canonical text. Null is nullability and no value. */
type Allowed = ReadonlyMap<string, { readonly value: Json; readonly at: Node }>;

function allowedOf(of: Alternative): Allowed | undefined {
  let allowed: Allowed | undefined;
  for (const part of of.parts) {
    const constant = child(part, "const");
    const values = constant ? [constant] : elements(child(part, "enum"));
    if (!constant && !child(part, "enum")) continue;
    const here = new Map(
      values
        .filter((at) => at.value !== null)
        .map((at) => [canonical(at.value), { value: at.value, at }]),
    );
    allowed = allowed ? new Map([...allowed].filter(([key]) => here.has(key))) : here;
  }
  return allowed;
}

function single(allowed: Allowed) {
  const [only] = allowed.values();
  return allowed.size === 1 ? only : undefined;
}

function list(allowed: Allowed): Json[] {
  return [...allowed.values()].map(({ value }) => value);
}

function compareText({ base, revision, change }: Pair, keyword: "format" | "pattern"): void {
  const [from, to] = [textsOf(base, keyword), textsOf(revision, keyword)];
  const at = keywordNode(revision, keyword) ?? keywordNode(base, keyword);
  if (at === undefined || from === to) return;
  if (from === undefined) change(`${keyword}-added`, at, { to: to ?? "" });
  else if (to === undefined) change(`${keyword}-removed`, at, { from });
  else change(`${keyword}-changed`, at, { from, to });
}

/** What the parts of an `allOf` say together. */
function textsOf(of: Alternative, keyword: string): string | undefined {
  const texts = new Set(
    of.parts.map((part) => text(part, keyword)).filter((value) => value !== undefined),
  );
  return texts.size === 0 ? undefined : [...texts].sort().join(" and ");
}

function compareDefault({ base, revision, change }: Pair): void {
  const [from, to] = [keywordNode(base, "default"), keywordNode(revision, "default")];
  if (!from && to) change("default-value-added", to, { to: to.value });
  if (from && !to) change("default-value-removed", from, { from: from.value });
  if (from && to && canonical(from.value) !== canonical(to.value)) {
    change("default-value-changed", to, { from: from.value, to: to.value });
  }
}
