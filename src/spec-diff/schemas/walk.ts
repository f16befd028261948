import { below, placeOf, type Reporter, type Scope, scopeArgs } from "../comparison.ts";
import { child, fail, follow, isObject, type Node } from "../document.ts";
import { ruleId } from "../rules/schemas.ts";
import { compareArrays } from "./arrays.ts";
import { compareBounds } from "./bounds.ts";
import { compareConstraints } from "./constraints.ts";
import { compareNotes } from "./notes.ts";
import { compareObjects } from "./objects.ts";
import type { CompareSchemas, Nodes, Pair } from "./pair.ts";
import { type Alternative, type Shape, shapeOf } from "./shape.ts";
import { compareTypes, describeTypes, isAnything } from "./types.ts";
import { align, type Match } from "./unions.ts";
import { compareValues } from "./values.ts";

/** Deeper than any description that people read, and shallow enough for the stack. */
const maxDepth = 200;

/**
 * The comparison of the schemas of one operation. Each pair of schemas is compared once for each root, which is
 * also what ends recursion.
 */
export function schemaComparison(
  report: Reporter,
  equalities = new Map<string, boolean>(),
): CompareSchemas {
  const visited = new Set<string>();
  const compare: CompareSchemas = (base, revision, scope) => {
    const key = `${scope.root} ${pairKey(base, revision)}`;
    if (visited.has(key)) return;
    visited.add(key);
    if (scope.path.length > maxDepth)
      fail(revision[0], `schemas nested more than ${maxDepth} deep`);
    const rule: Pair["rule"] = (id, at, where, args) =>
      report(id, at, { ...scopeArgs(where), ...args });
    const change: Pair["change"] = (what, at, args) =>
      rule(ruleId(placeOf(scope), what), at, scope, args);
    compareShapes(shapeOf(base), shapeOf(revision), { scope, change, rule, compare }, (a, b) =>
      areEqual(a, b, scope, equalities),
    );
  };
  return compare;
}

function pairKey(base: Nodes, revision: Nodes): string {
  const pointers = (nodes: Nodes) => nodes.map((node) => node.in.side + node.pointer).join(" ");
  return `${pointers(base)}\n${pointers(revision)}`;
}

/** Whether a comparison finds nothing. Recursion counts as equal until something else is found. */
function areEqual(
  a: Alternative,
  b: Alternative,
  scope: Scope,
  known: Map<string, boolean>,
): boolean {
  const key = `${scope.root} ${pairKey(a.parts as Nodes, b.parts as Nodes)}`;
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  known.set(key, true);
  let equal = true;
  const differs = () => {
    equal = false;
  };
  const compare = schemaComparison(differs, known);
  comparePair({ base: a, revision: b, scope, change: differs, rule: differs, compare });
  known.set(key, equal);
  return equal;
}

function compareShapes(
  base: Shape,
  revision: Shape,
  tools: Omit<Pair, "base" | "revision">,
  equal: (a: Alternative, b: Alternative) => boolean,
): void {
  if (!base.nullable && revision.nullable)
    tools.change("became-nullable", writtenAt(revision.nodes[0]));
  if (base.nullable && !revision.nullable)
    tools.change("became-not-nullable", writtenAt(revision.nodes[0]));
  if (differInWhole(base, revision, tools)) return;

  const { pairs, removed, added } = align(base.alternatives, revision.alternatives, equal);
  const [from, to] = [unionsOf(base), unionsOf(revision)];
  // A schema that is no union may go when one comes in its place: it goes by the kind of that.
  const kind = (of: Alternative) => ((of.union ?? (from || to)) === "anyOf" ? "any-of" : "one-of");
  for (const { alternative, label } of removed)
    tools.change(`${kind(alternative)}-removed`, alternative.node, { branch: label });
  for (const { alternative, label } of added)
    tools.change(`${kind(alternative)}-added`, alternative.node, { branch: label });
  if (pairs.length > 1 && from && to && from !== to) {
    tools.change("union-kind-changed", writtenAt(revision.nodes[0]), { from, to });
  }
  for (const pair of pairs) comparePair({ ...tools, ...inside(pair, pairs.length, tools) });
}

/** Of several branches each is named in the property's path. */
function inside(pair: Match, of: number, tools: Omit<Pair, "base" | "revision">): Pair {
  const scope = of > 1 ? below(tools.scope, `[${pair.label}]`) : tools.scope;
  return {
    ...tools,
    base: pair.base,
    revision: pair.revision,
    scope,
    change: (what, at, args) => tools.rule(ruleId(placeOf(tools.scope), what), at, scope, args),
  };
}

/** Where one side allows anything, or nothing, branches are not worth telling one by one. */
function differInWhole(base: Shape, revision: Shape, { change }: Pick<Pair, "change">): boolean {
  const [from, to] = [base.alternatives, revision.alternatives];
  if (from.length === 1 && to.length === 1) return false;
  if (from.length === 0 && to.length === 0) return true;
  const isOpen = (of: readonly Alternative[]) => of.length === 1 && of.every(isAnything);
  const what = () => {
    if (from.length === 0 || to.length === 0) return "type-changed";
    if (isOpen(from)) return "list-of-types-narrowed";
    return isOpen(to) ? "list-of-types-widened" : undefined;
  };
  const found = what();
  const args = { from: describeTypes(from), to: describeTypes(to) };
  if (found !== undefined) change(found, writtenAt(revision.nodes[0]), args);
  return found !== undefined;
}

function comparePair(pair: Pair): void {
  if (!compareTypes(pair)) return;
  compareValues(pair);
  compareBounds(pair);
  compareNotes(pair);
  compareConstraints(pair);
  const either = (type: "object" | "array") =>
    pair.base.types.has(type) || pair.revision.types.has(type);
  if (either("object")) compareObjects(pair);
  if (either("array")) compareArrays(pair);
}

/** Which keywords make the schema a union; `""` where none does. */
function unionsOf(shape: Shape): string {
  const kinds = shape.alternatives.flatMap(({ union }) => union ?? []);
  return [...new Set(kinds)].sort().join(" and ");
}

/** A schema that only refers is written where it refers to. */
function writtenAt(node: Node): Node {
  return isObject(node.value) && Object.keys(node.value).length === 1 && child(node, "$ref")
    ? follow(node)
    : node;
}
