import { isBroken } from "../budget.ts";
import type { Root } from "../rules/places.ts";
import { compareSchemas } from "./compare.ts";
import { type Keys, pairOf, withoutReferences } from "./keys.ts";
import { modelOf } from "./model.ts";
import type { Next, Telling } from "./pair.ts";

/** Tells whether a comparison of two schemas finds nothing. */
export type Equality = (next: Next, root: Root) => boolean;

/** Ends a comparison at the first thing that it finds. */
const different = new Error("different");

/** Schemas that list each other are equal until something else is found. */
export function equality(keys: Keys): Equality {
  const known = new Map<string, boolean>();
  /** What is taken for equal as long as nothing else is found. */
  const assumed = new Set<string>();

  const answerOf = (next: Next, key: string): boolean | undefined =>
    keys.areSame(next) || (known.get(key) ?? (assumed.has(key) || undefined));

  return function equal(listed, root) {
    const next = withoutReferences(listed);
    const key = keys.byText(next, root);
    const answer = answerOf(next, key);
    if (answer !== undefined) return answer;
    const isOutermost = assumed.size === 0;
    const result = findsNothing(next, key, root);
    if (!result) known.set(key, false);
    // Nothing else was found anywhere: what was assumed is true.
    if (isOutermost) {
      for (const one of assumed) known.set(one, true);
      assumed.clear();
    }
    return result;
  };

  function findsNothing(start: Next, startKey: string, root: Root): boolean {
    const left: Next[] = [start];
    const added = [startKey];
    assumed.add(startKey);
    const differs = () => {
      throw different;
    };
    const tell: Telling = {
      change: differs,
      presence: differs,
      access: differs,
      note: (id) => {
        if (id === "not-compared") differs();
      },
      next: (listed) => {
        const next = withoutReferences(listed);
        const key = keys.byText(next, root);
        const answer = answerOf(next, key);
        if (answer === false) differs();
        if (answer !== undefined) return;
        assumed.add(key);
        added.push(key);
        left.push(next);
      },
      equal: (listed) => {
        const next = withoutReferences(listed);
        const key = keys.byText(next, root);
        const answer = answerOf(next, key) ?? findsNothing(next, key, root);
        if (!answer) known.set(key, false);
        return answer;
      },
      attempt: (part) => part(),
    };
    try {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        next.base[0].in.spend(5);
        compareSchemas(pairOf(next, modelOf(next.base), modelOf(next.revision), root, tell));
      }
      return true;
    } catch (error) {
      if (error !== different && !isBroken(error)) throw error;
      for (const key of added) assumed.delete(key);
      return false;
    }
  }
}
