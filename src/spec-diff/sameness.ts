import type { Json } from "../findings/finding.ts";
import { isBroken } from "./budget.ts";
import { isObject, isVersion30, lookUp, type Node } from "./document.ts";

/**
 * Whether two values are written alike, references included: most of two versions is, and need not be compared.
 * Text that only describes does not count, nor does the order of keys.
 */
export interface Sameness {
  areSame(base: Node | undefined, revision: Node | undefined): boolean;
  /** The same number for what is written alike on one side. */
  textOf(node: Node): number | undefined;
}

/** Text for people, wherever it is a string: a property of that name is an object. */
const prose = new Set(["description", "summary", "title"]);
/** What stands below these is data. */
const data = new Set(["enum", "const", "default", "mapping"]);
const examples = new Set(["example", "examples"]);

/** More references than this are not gathered: what has so many is compared part by part. */
const maxReferences = 200;

interface Known {
  /** The same number for the same text. */
  readonly id: number;
  /** The references inside; `undefined` for too many. */
  readonly refs: readonly string[] | undefined;
}

const none: readonly string[] = [];

/** Prepares to tell for any two values of the two descriptions whether they are written alike. */
export function samenessOf(base: Node, revision: Node): Sameness {
  const alike = new Alike(base, revision);
  // The dialects read the same text differently.
  const areAlien = isVersion30(base) !== isVersion30(revision);
  return {
    areSame: (a, b) =>
      !areAlien && a !== undefined && b !== undefined && alike.compare(a.value, b.value),
    textOf: ({ value }) => alike.textOf(value),
  };
}

class Alike {
  readonly #base: Node;
  readonly #revision: Node;
  readonly #ids = new Map<string, number>();
  readonly #known = new Map<object, Known>();
  readonly #references = new Map<string, boolean>();

  constructor(base: Node, revision: Node) {
    this.#base = base;
    this.#revision = revision;
  }

  textOf(value: Json): number | undefined {
    return typeof value === "object" && value !== null ? this.#read(value).id : undefined;
  }

  compare(a: Json, b: Json): boolean {
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    const [was, is] = [this.#read(a), this.#read(b)];
    return was.id === is.id && was.refs !== undefined && was.refs.every((ref) => this.#isSame(ref));
  }

  /** References may lead in circles: all that are reached are taken for the same until one is not. */
  #isSame(ref: string): boolean {
    const known = this.#references.get(ref);
    if (known !== undefined) return known;
    const users = new Map<string, string[]>();
    const found: string[] = [ref];
    const different: string[] = [];
    for (let i = 0; i < found.length; i++) {
      const one = found[i] as string; // i is below the length
      const before = this.#references.get(one);
      const inner = before === undefined ? this.#sameText(one) : before ? none : undefined;
      if (inner === undefined) different.push(one);
      for (const next of inner ?? none) {
        const list = users.get(next);
        if (list) list.push(one);
        else {
          users.set(next, [one]);
          if (next !== ref) found.push(next);
        }
      }
    }
    for (const one of found) this.#references.set(one, true);
    for (let one = different.pop(); one !== undefined; one = different.pop()) {
      this.#references.set(one, false);
      for (const user of users.get(one) ?? none)
        if (this.#references.get(user)) different.push(user);
    }
    return this.#references.get(ref) ?? false;
  }

  /** The references inside what `ref` leads to, where both sides have the same text there. */
  #sameText(ref: string): readonly string[] | undefined {
    try {
      const [a, b] = [lookUp(this.#base, ref).value, lookUp(this.#revision, ref).value];
      if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
        return undefined;
      const [was, is] = [this.#read(a), this.#read(b)];
      return was.id === is.id ? was.refs : undefined;
    } catch (error) {
      if (isBroken(error)) return undefined;
      throw error;
    }
  }

  #read(value: object, isData = false): Known {
    const known = this.#known.get(value);
    if (known) return known;
    this.#base.in.spend();
    const refs = new Set<string>();
    let tooMany = false;
    const written = (member: Json, below: boolean): string => {
      if (typeof member !== "object" || member === null) return JSON.stringify(member);
      const inner = this.#read(member, below);
      if (inner.refs === undefined) tooMany = true;
      else for (const ref of inner.refs) refs.add(ref);
      return `#${inner.id}`;
    };
    const parts = Array.isArray(value)
      ? value.map((member: Json) => written(member, isData))
      : Object.entries(value as { [key: string]: Json })
          .filter(([key, member]) => isData || !isProse(key, member))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(
            ([key, member]) => `${JSON.stringify(key)}:${written(member, isData || data.has(key))}`,
          );
    const ref = !isData && isObject(value as Json) ? (value as { $ref?: unknown }).$ref : undefined;
    if (typeof ref === "string") refs.add(ref);
    if (!isData && typeof (value as { $dynamicRef?: unknown }).$dynamicRef === "string")
      tooMany = true;
    const text = Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`;
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(text, id);
    }
    const isMany = tooMany || refs.size > maxReferences;
    const found: Known = { id, refs: isMany ? undefined : refs.size === 0 ? none : [...refs] };
    this.#known.set(value, found);
    return found;
  }
}

function isProse(key: string, member: Json): boolean {
  return (prose.has(key) && typeof member === "string") || (examples.has(key) && !isObject(member));
}
