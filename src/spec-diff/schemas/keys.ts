import type { Json } from "../../findings/finding.ts";
import { isBroken } from "../budget.ts";
import { isObject, type Node } from "../document.ts";
import type { Root } from "../rules/places.ts";
import type { Sameness } from "../sameness.ts";
import { followPlain, type Model } from "./model.ts";
import type { Next, Pair, Telling } from "./pair.ts";
import { allTypes } from "./types.ts";

/** The same schemas without the references that only lead to them. */
export function withoutReferences(next: Next): Next {
  const [base, revision] = [next.base.map(targetOf), next.revision.map(targetOf)];
  // As many as there were.
  return { ...next, base: base as [Node, ...Node[]], revision: revision as [Node, ...Node[]] };
}

/** One that leads nowhere is told where its schema is compared. */
function targetOf(node: Node): Node {
  try {
    return isRemark(node) ? node : followPlain(node);
  } catch (error) {
    if (isBroken(error)) return node;
    throw error;
  }
}

/** Beside a reference these say something after all, though not of the value. */
const remarks = ["nullable", "default", "deprecated", "readOnly", "writeOnly", "discriminator"];

const isRemark = ({ value }: Node) =>
  isObject(value) && remarks.some((keyword) => Object.hasOwn(value, keyword));

/** Names for pairs of schemas: the same for the same schemas looked at the same way, whatever leads to them. */
export class Keys {
  readonly #numbers = new Map<object, number>();
  readonly #sameness: Sameness;

  constructor(sameness: Sameness) {
    this.#sameness = sameness;
  }

  /** By the very objects of the parsed descriptions: what stands at two places is told at both. */
  byPlace(next: Next, root: Root): string {
    return keyOf(next, root, (node) => this.#numberOf(node.value));
  }

  /** By what is written: a repetition is as equal as what it repeats. */
  byText(next: Next, root: Root): string {
    return keyOf(next, root, (node) => this.#sameness.textOf(node));
  }

  /** Whether the two are written alike, so that there is nothing to find. */
  areSame({ base, revision, baseTypes, revisionTypes }: Next): boolean {
    return (
      baseTypes === revisionTypes &&
      base.length === revision.length &&
      base.every((node, i) => this.#sameness.areSame(node, revision[i]))
    );
  }

  #numberOf(value: Json): number | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(value, number);
    }
    return number;
  }
}

function keyOf(
  { base, revision, baseTypes, revisionTypes, withoutNull }: Next,
  root: Root,
  numberOf: (node: Node) => number | undefined,
): string {
  const name = (node: Node) => numberOf(node) ?? String(node.value);
  const types = `${baseTypes ?? allTypes} ${revisionTypes ?? allTypes}`;
  return `${base.map(name).join()} ${revision.map(name).join()} ${types} ${withoutNull ? "-" : "+"}${root}`;
}

/** The two schemas with the types that they have where they stand. */
export function pairOf(next: Next, base: Model, revision: Model, root: Root, tell: Telling): Pair {
  const within = (types: number, around = allTypes) => types & around || types;
  return {
    base,
    revision,
    baseTypes: within(base.types, next.baseTypes),
    revisionTypes: within(revision.types, next.revisionTypes),
    withoutNull: next.withoutNull ?? false,
    root,
    tell,
  };
}
