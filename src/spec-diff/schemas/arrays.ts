import type { Node } from "../document.ts";
import type { Nodes } from "./model.ts";
import { keywordNodes, type Pair } from "./pair.ts";

/** Compares what an array's items are. An array without `items` may hold anything. */
export function compareArrays(pair: Pair): void {
  const items = (of: Pair["base"]) => keywordNodes(of, "items");
  compareInside(pair, "items", items(pair.base), items(pair.revision));
}

/** Compares the schemas of a part of the value; where one side has none, with one that allows everything. */
export function compareInside(
  { tell }: Pair,
  step: string,
  base: readonly Node[],
  revision: readonly Node[],
): void {
  const [from, to] = [atLeastOne(base), atLeastOne(revision)];
  if (from && to) tell.next({ step, base: from, revision: to });
  else if (from) tell.next({ step, base: from, revision: anything(from) });
  else if (to) tell.next({ step, base: anything(to), revision: to });
}

function atLeastOne([first, ...rest]: readonly Node[]): Nodes | undefined {
  return first && [first, ...rest];
}

/** It takes the place of the other side's schema, as there is no place of its own to point at. */
function anything([first]: Nodes): Nodes {
  return [{ ...first, value: true }];
}
