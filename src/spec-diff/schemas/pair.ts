import { child, isObject, type Node } from "../document.ts";
import type { Args } from "../findings.ts";
import type { ChangeName } from "../rules/changes.ts";
import type { DescriptionRuleId } from "../rules/operation-rules.ts";
import type { Root } from "../rules/places.ts";
import type { AccessChange, Presence } from "../rules/presence.ts";
import type { Model, Nodes } from "./model.ts";
import type { TypeSet } from "./types.ts";

/** Two schemas to compare next: a part of the value, or another schema for the same value. */
export interface Next {
  readonly base: Nodes;
  readonly revision: Nodes;
  /** The step from the value to its part: a property's name, `items`, `*`. Without it the value is the same. */
  readonly step?: string;
  /** What tells the schema from others of the same value, such as the tag of a branch. */
  readonly branch?: string;
  /** What the schemas around these say of their types; all, where they say nothing. */
  readonly baseTypes?: TypeSet;
  readonly revisionTypes?: TypeSet;
  /** Whether null is told by the union that these are branches of. */
  readonly withoutNull?: boolean;
}

/** Takes what a comparison of two schemas finds. */
export interface Telling {
  /** A change of the value itself. */
  change(name: ChangeName, at: Node, args?: Args): void;
  /** A property that came, went, or is (no longer) required. */
  presence(kind: Presence, property: string, at: Node): void;
  access(change: AccessChange, isRequired: boolean, property: string, at: Node): void;
  note(id: DescriptionRuleId, at: Node, args: Args): void;
  next(next: Next): void;
  /** Whether a comparison of the two finds nothing. */
  equal(next: Next): boolean;
  /** Runs a part of the comparison. What cannot be read there is told, and the rest goes on. */
  attempt(part: () => void): void;
}

/** Two schemas that stand for each other, and where to tell what differs. */
export interface Pair {
  readonly base: Model;
  readonly revision: Model;
  readonly baseTypes: TypeSet;
  readonly revisionTypes: TypeSet;
  readonly withoutNull: boolean;
  readonly root: Root;
  readonly tell: Telling;
}

/** Where a keyword is written, in the first part that has it. */
export function keywordNode(of: Pick<Model, "parts">, keyword: string): Node | undefined {
  for (const part of of.parts) {
    const found = child(part, keyword);
    if (found) return found;
  }
  return undefined;
}

/** Where a keyword is written, in every part that has it. */
export function keywordNodes(of: Pick<Model, "parts">, keyword: string): Node[] {
  return of.parts.flatMap((part) => child(part, keyword) ?? []);
}

/** Whether a part has one of the keywords: most schemas have none of most. */
export function mentions(of: Model, keywords: { has(keyword: string): boolean }): boolean {
  return of.parts.some(({ value }) => {
    if (isObject(value)) for (const key in value) if (keywords.has(key)) return true;
    return false;
  });
}

/** Where a schema is written: one that only refers, where it refers to. */
export function writtenAt({ nodes, parts }: Model): Node {
  const [node] = nodes;
  const { value } = node;
  const onlyRefers = isObject(value) && Object.keys(value).length === 1 && "$ref" in value;
  return onlyRefers ? (parts.find((part) => part !== node) ?? node) : node;
}
