import type { Node } from "../document.ts";
import type { Root } from "../rules/places.ts";
import type { Sameness } from "../sameness.ts";
import type { Model } from "./model.ts";
import type { Next, Pair, Telling } from "./pair.ts";
import { allTypes } from "./types.ts";

/** Names for pairs of schemas, by the very objects of the parsed descriptions. */
export class Keys {
  readonly #numbers = new Map<object, number>();

  /** The same for the same schemas looked at the same way, whatever leads to them. */
  of({ base, revision, baseTypes, revisionTypes, withoutNull }: Next, root: Root): string {
    const schemas = `${base.map((node) => this.#one(node)).join()} ${revision.map((node) => this.#one(node)).join()}`;
    const types = `${baseTypes ?? allTypes} ${revisionTypes ?? allTypes}`;
    return `${schemas} ${types} ${withoutNull ? "-" : "+"}${root}`;
  }

  /** Whether the two are written alike, so that there is nothing to find. */
  areSame({ base, revision, baseTypes, revisionTypes }: Next, isSame: Sameness): boolean {
    return (
      baseTypes === revisionTypes &&
      base.length === revision.length &&
      base.every((node, i) => isSame(node, revision[i]))
    );
  }

  #one({ value }: Node): string {
    if (typeof value !== "object" || value === null) return String(value);
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(value, number);
    }
    return String(number);
  }
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
