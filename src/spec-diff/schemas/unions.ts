import { canonical } from "../document.ts";
import { propertiesOf } from "./objects.ts";
import { type Alternative, valuesOf } from "./shape.ts";
import { describeTypes } from "./types.ts";

export interface Match {
  readonly base: Alternative;
  readonly revision: Alternative;
  /** How both sides call the branch. */
  readonly label: string;
}

export interface Unmatched {
  readonly alternative: Alternative;
  readonly label: string;
}

export interface Alignment {
  readonly pairs: readonly Match[];
  readonly removed: readonly Unmatched[];
  readonly added: readonly Unmatched[];
}

/**
 * Which branch of one union stands for which of the other, whatever their order: by the value that tells them
 * apart, then by name, by being equal, and by type where that leaves no choice.
 */
export function align(
  base: readonly Alternative[],
  revision: readonly Alternative[],
  equal: (a: Alternative, b: Alternative) => boolean,
): Alignment {
  if (base.length === 1 && revision.length === 1) {
    const [a, b] = [base[0] as Alternative, revision[0] as Alternative];
    return { pairs: [{ base: a, revision: b, label: nameOf(a) }], removed: [], added: [] };
  }
  const tag = tagOf([...base, ...revision]);
  const label = (of: Alternative) =>
    tag === undefined ? nameOf(of) : (tagValue(of, tag) ?? nameOf(of));
  const pairs: Match[] = [];
  let [left, right] = [splitTypes(base, revision), splitTypes(revision, base)];

  const matchBy = (matches: (a: Alternative, b: Alternative) => boolean) => {
    for (const a of left) {
      const b = right.find((candidate) => matches(a, candidate));
      if (!b) continue;
      pairs.push({ base: a, revision: b, label: commonLabel(label(a), label(b), a) });
      right = right.filter((other) => other !== b);
      left = left.filter((other) => other !== a);
    }
  };
  const keyed = (key: (of: Alternative) => string | undefined) =>
    matchBy(
      (a, b) =>
        key(a) !== undefined &&
        key(a) === key(b) &&
        isAlone(a, left, key) &&
        isAlone(b, right, key),
    );

  if (tag !== undefined) keyed((of) => tagValue(of, tag));
  else {
    keyed((of) => of.name);
    matchBy(equal);
    keyed((of) => describeTypes([of]));
  }
  const unmatched = (alternative: Alternative) => ({ alternative, label: label(alternative) });
  return { pairs, removed: left.map(unmatched), added: right.map(unmatched) };
}

/** Both sides must call a pair the same, so that either comparison names the same property. */
function commonLabel(a: string, b: string, of: Alternative): string {
  return a === b ? a : describeTypes([of]);
}

function isAlone(
  one: Alternative,
  all: readonly Alternative[],
  key: (of: Alternative) => string | undefined,
): boolean {
  return all.filter((other) => key(other) === key(one)).length === 1;
}

/** `type: [string, number]` beside a union on the other side is a union of the two. */
function splitTypes(
  of: readonly Alternative[],
  other: readonly Alternative[],
): readonly Alternative[] {
  const [only] = of;
  if (of.length !== 1 || only === undefined || other.length === 1) return of;
  const types = [...only.types].filter((type) => type !== "number");
  if (types.length < 2) return of;
  return types.map((type) => ({
    ...only,
    types: new Set(
      type === "integer" && only.types.has("number") ? (["integer", "number"] as const) : [type],
    ),
  }));
}

/** The property that has one fixed value in every branch, and another in each branch of a side. */
function tagOf(alternatives: readonly Alternative[]): string | undefined {
  const [first] = alternatives;
  if (first === undefined) return undefined;
  const names = [...propertiesOf(first).keys()].sort();
  return names.find((name) => alternatives.every((of) => tagValue(of, name) !== undefined));
}

function tagValue(of: Alternative, name: string): string | undefined {
  for (const node of propertiesOf(of).get(name) ?? []) {
    const values = valuesOf(node);
    if (values?.length !== 1) continue;
    return typeof values[0] === "string" ? values[0] : canonical(values[0]);
  }
  return undefined;
}

function nameOf(of: Alternative): string {
  return of.name ?? describeTypes([of]);
}
