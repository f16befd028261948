import { isBroken } from "../budget.ts";
import type { Root } from "../rules/places.ts";
import type { Sameness } from "../sameness.ts";
import { compareSchemas } from "./compare.ts";
import { type Keys, pairOf } from "./keys.ts";
import { modelOf } from "./model.ts";
import type { Next, Telling } from "./pair.ts";

/** Tells whether a comparison of two schemas finds nothing. */
export type Equality = (next: Next, root: Root) => boolean;

/** Schemas that list each other are equal until something else is found. */
export function equality(keys: Keys, isSame: Sameness): Equality {
  const known = new Map<string, boolean>();
  /** What is taken for equal as long as nothing else is found. */
  const assumed = new Set<string>();

  const answerOf = (next: Next, key: string): boolean | undefined =>
    keys.areSame(next, isSame) || (known.get(key) ?? (assumed.has(key) || undefined));

  return function equal(next, root) {
    const key = keys.of(next, root);
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
    let isEqual = true;
    const differs = () => {
      isEqual = false;
    };
    const tell: Telling = {
      change: differs,
      presence: differs,
      access: differs,
      note: () => {},
      next: (next) => {
        const key = keys.of(next, root);
        const answer = answerOf(next, key);
        if (answer === false) isEqual = false;
        if (answer !== undefined) return;
        assumed.add(key);
        added.push(key);
        left.push(next);
      },
      equal: (next) => {
        const key = keys.of(next, root);
        return answerOf(next, key) ?? findsNothing(next, key, root);
      },
      attempt: (part) => part(),
    };
    try {
      for (let next = left.pop(); next !== undefined && isEqual; next = left.pop()) {
        next.base[0].in.spend(5);
        compareSchemas(pairOf(next, modelOf(next.base), modelOf(next.revision), root, tell));
      }
    } catch (error) {
      if (!isBroken(error)) throw error;
      isEqual = false;
    }
    if (!isEqual) for (const key of added) assumed.delete(key);
    return isEqual;
  }
}
