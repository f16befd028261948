import { below } from "../comparison.ts";
import { child, type Node } from "../document.ts";
import type { Nodes, Pair } from "./pair.ts";
import type { Alternative } from "./shape.ts";

/** Compares what an array's items are. An array without `items` may hold anything. */
export function compareArrays({ base, revision, scope, compare }: Pair): void {
  const [from, to] = [itemsOf(base), itemsOf(revision)];
  if (from.length === 0 && to.length === 0) return;
  compare(orAnything(from, to), orAnything(to, from), below(scope, "items"));
}

function itemsOf(of: Alternative): Node[] {
  return of.parts.flatMap((part) => child(part, "items") ?? []);
}

/**
 * The schemas, or one that allows everything. It takes the place of the other side's, as there is no place of its
 * own to point at.
 */
export function orAnything(nodes: readonly Node[], other: readonly Node[]): Nodes {
  const [first, ...rest] =
    nodes.length > 0 ? nodes : other.slice(0, 1).map((node) => ({ ...node, value: {} }));
  if (!first) throw new Error("one of the two sides must have a schema");
  return [first, ...rest];
}
