import { below } from "./comparison.ts";
import { child, type Node } from "./document.ts";
import type { Alternative } from "./schema.ts";
import type { Nodes, Pair } from "./schema-walk.ts";

/** Compares what an array's items are. An array without `items` may hold anything. */
export function compareArrays({ base, revision, scope, compare }: Pair): void {
  const [from, to] = [itemsOf(base), itemsOf(revision)];
  if (from.length === 0 && to.length === 0) return;
  compare(orAnything(from, base), orAnything(to, revision), below(scope, "items"));
}

function itemsOf(of: Alternative): Node[] {
  return of.parts.flatMap((part) => child(part, "items") ?? []);
}

/** The schemas, or one that allows everything, which stands where it could be written. */
export function orAnything(nodes: readonly Node[], of: Alternative): Nodes {
  const [first, ...rest] = nodes;
  return first ? [first, ...rest] : [{ ...of.node, value: {} }];
}
