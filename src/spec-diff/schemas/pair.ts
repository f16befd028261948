import type { Args, Scope } from "../comparison.ts";
import type { Node } from "../document.ts";
import type { Alternative } from "./shape.ts";

/** Schemas that all apply to one value. */
export type Nodes = readonly [Node, ...Node[]];

/** Two alternatives that stand for each other, and the way to say what differs. */
export interface Pair {
  readonly base: Alternative;
  readonly revision: Alternative;
  readonly scope: Scope;
  /** Reports the rule of the change at the place (`ruleId`). */
  change(change: string, at: Node, args?: Args): void;
  /** Reports a rule by its whole id; the sentence is about `scope`. */
  rule(id: string, at: Node, scope: Scope, args?: Args): void;
  /** Goes on with the schemas of a part of the value. */
  compare(base: Nodes, revision: Nodes, scope: Scope): void;
}

export type CompareSchemas = Pair["compare"];
