import type { Json } from "../../findings/finding.ts";
import { canonical, child, entries, type Node } from "../document.ts";
import { type Model, modelOf, type Nodes, type Union } from "./model.ts";
import { propertiesOf, requiredOf } from "./objects.ts";
import { allTypes, describeTypes, type TypeSet } from "./types.ts";
import { valuesOfModel } from "./values.ts";

/** A schema that may stand for one of the other side. */
export interface Candidate {
  readonly nodes: Nodes;
  readonly model: Model;
  /** Its types within what the schemas around it allow. */
  readonly types: TypeSet;
  /** The name of its `$ref`. */
  readonly name?: string;
}

interface Match {
  readonly base: Candidate;
  readonly revision: Candidate;
  /** How both sides call the branch. */
  readonly label: string;
}

interface Unmatched {
  readonly candidate: Candidate;
  readonly label: string;
}

export interface Alignment {
  readonly pairs: readonly Match[];
  readonly removed: readonly Unmatched[];
  readonly added: readonly Unmatched[];
}

/** The branches of a union, within the types that the schemas around it allow. */
export function candidatesOf({ branches }: Union, types: TypeSet = allTypes): Candidate[] {
  return branches.map(({ node, name }) => {
    const model = modelOf([node]);
    return {
      nodes: [node],
      model,
      types: model.types & types || model.types,
      ...(name !== undefined && { name }),
    };
  });
}

/** How the branches of a union are called. */
export function labelsOf(union: Union): Json[] {
  return candidatesOf(union).map(nameOf);
}

/**
 * Which branch of one union stands for which of the other, whatever their order: by the tag that tells them apart;
 * then by the name of their `$ref`, by title, by being equal, and by what is most alike.
 */
export function align(
  base: readonly Candidate[],
  revision: readonly Candidate[],
  discriminators: readonly (Node | undefined)[],
  equal: (a: Candidate, b: Candidate) => boolean,
): Alignment {
  const tags = tagsOf(base, revision, discriminators);
  const label = (of: Candidate) => tags.get(of) ?? nameOf(of);
  const pairs: Match[] = [];
  const [left, right] = [new Set(base), new Set(revision)];
  const match = (a: Candidate, b: Candidate) => {
    const [one, other] = [label(a), label(b)];
    // Both sides must call a pair the same, so that either comparison names the same property.
    const both = one === other ? one : describeTypes(a.types | b.types);
    pairs.push({ base: a, revision: b, label: both });
    left.delete(a);
    right.delete(b);
  };
  const matchBy = (key: (of: Candidate) => string | undefined) => {
    const [ours, theirs] = [uniqueBy(left, key), uniqueBy(right, key)];
    for (const [value, a] of ours) {
      const b = theirs.get(value);
      if (a && b) match(a, b);
    }
  };
  matchBy((of) => tags.get(of));
  matchBy((of) => of.name);
  matchBy(titleOf);
  const byOutline = groupedByOutline(right);
  for (const a of left) {
    const alike = byOutline.get(outlineOf(a)) ?? [];
    const b = alike.find((candidate) => right.has(candidate) && equal(a, candidate));
    if (b) match(a, b);
  }
  matchBy(outlineOf);
  for (const [a, b] of mostAlike([...left], [...right])) match(a, b);
  return {
    pairs,
    removed: unmatched([...left], revision, label, equal),
    added: unmatched([...right], base, label, (b, a) => equal(a, b)),
  };
}

function groupedByOutline(all: Iterable<Candidate>): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const one of all) {
    const group = groups.get(outlineOf(one));
    if (group) group.push(one);
    else groups.set(outlineOf(one), [one]);
  }
  return groups;
}

/** What no branch of the other side stands for. One that repeats another, and has no name of its own, says nothing. */
function unmatched(
  left: readonly Candidate[],
  others: readonly Candidate[],
  label: (of: Candidate) => string,
  equal: (one: Candidate, other: Candidate) => boolean,
): Unmatched[] {
  const isRepeated = (one: Candidate) =>
    one.name === undefined &&
    titleOf(one) === undefined &&
    others.some((other) => outlineOf(one) === outlineOf(other) && equal(one, other));
  return left
    .filter((one) => !isRepeated(one))
    .map((candidate) => ({ candidate, label: label(candidate) }));
}

/** By key, what has it alone; `undefined` where several have it. */
function uniqueBy(
  all: Iterable<Candidate>,
  key: (of: Candidate) => string | undefined,
): Map<string, Candidate | undefined> {
  const found = new Map<string, Candidate | undefined>();
  for (const one of all) {
    const value = key(one);
    if (value !== undefined) found.set(value, found.has(value) ? undefined : one);
  }
  return found;
}

/** What each branch is called by its tag: by the discriminator, or else by the property whose values tell them apart. */
function tagsOf(
  base: readonly Candidate[],
  revision: readonly Candidate[],
  discriminators: readonly (Node | undefined)[],
): Map<Candidate, string> {
  const tags = new Map<Candidate, string>();
  const [from = discriminators[1], to = discriminators[0]] = discriminators;
  if (from && to) {
    for (const one of base) setTag(one, from);
    for (const one of revision) setTag(one, to);
    return tags;
  }
  const name = tagProperty(base, revision);
  if (name === undefined) return tags;
  for (const one of [...base, ...revision]) {
    const value = constantsOf(one.model).get(name);
    if (value !== undefined) tags.set(one, value);
  }
  return tags;

  function setTag(one: Candidate, discriminator: Node): void {
    const property = child(discriminator, "propertyName")?.value;
    const mapping = entries(child(discriminator, "mapping"));
    const mapped = mapping.filter(
      ([, at]) => one.name !== undefined && schemaName(at) === one.name,
    );
    const constant = typeof property === "string" && constantsOf(one.model).get(property);
    const tag =
      constant ||
      mapped
        .map(([value]) => value)
        .sort()
        .join(" or ");
    if (tag) tags.set(one, tag);
  }
}

/** A mapping names a schema, or points at it. */
export function schemaName(mapping: Node): string {
  return String(mapping.value).split("/").at(-1) ?? "";
}

/** The property whose constants differ between the branches of each side; one that all share tells nothing apart. */
function tagProperty(
  base: readonly Candidate[],
  revision: readonly Candidate[],
): string | undefined {
  const sides = [base, revision].map((side) =>
    side.map(({ model }) => constantsOf(model)).filter((constants) => constants.size > 0),
  );
  const [ours = [], theirs = []] = sides;
  const [first] = [...ours, ...theirs];
  let best: { name: string; shared: number } | undefined;
  for (const name of [...(first?.keys() ?? [])].sort()) {
    if (!sides.every((side) => side.every((constants) => constants.has(name)))) continue;
    const values = sides.map((side) => new Set(side.map((constants) => constants.get(name))));
    if (!sides.every((side, i) => side.length < 2 || (values[i]?.size ?? 0) > 1)) continue;
    const shared = [...(values[0] ?? [])].filter((value) => values[1]?.has(value)).length;
    if (!best || shared > best.shared) best = { name, shared };
  }
  return best?.name;
}

const constantsByModel = new WeakMap<Model, Map<string, string>>();

/** The properties that may have a few values only, with these values. */
function constantsOf(model: Model): Map<string, string> {
  const known = constantsByModel.get(model);
  if (known) return known;
  const constants = new Map<string, string>();
  constantsByModel.set(model, constants);
  for (const [name, nodes] of propertiesOf(model)) {
    const values = valuesOfModel(modelOf(nodes));
    if (!values || values.size === 0 || values.size > 8) continue;
    const texts = [...values.values()].map(({ value }) =>
      typeof value === "string" ? value : canonical(value),
    );
    constants.set(name, texts.sort().join(" or "));
  }
  return constants;
}

function titleOf({ model }: Candidate): string | undefined {
  const title = model.parts.map((part) => child(part, "title")?.value);
  return title.find((text) => typeof text === "string");
}

function nameOf(of: Candidate): string {
  return of.name ?? titleOf(of) ?? describeTypes(of.types);
}

const outlines = new WeakMap<Model, string>();

/** What is the same for equal schemas and cheap to make. */
function outlineOf({ model }: Candidate): string {
  const known = outlines.get(model);
  if (known !== undefined) return known;
  const names = [...propertiesOf(model).keys()].sort();
  const required = [...requiredOf(model).keys()].sort();
  const values = [...(valuesOfModel(model)?.keys() ?? [])].sort();
  const outline = JSON.stringify([names, required, values, model.unions.length]);
  outlines.set(model, outline);
  return outline;
}

/** Unions with so many branches that have neither tags nor names are nothing that people wrote. */
const maxLikened = 40_000;

/** Pairs of what is left, those with most in common first. */
function mostAlike(
  left: readonly Candidate[],
  right: readonly Candidate[],
): (readonly [Candidate, Candidate])[] {
  if (left.length * right.length > maxLikened) return [];
  const isLast = left.length === 1 && right.length === 1;
  const scored = left.flatMap((a) =>
    right.map((b) => ({ a, b, score: likeness(a, b), name: [nameOf(a), nameOf(b)].sort().join() })),
  );
  const taken = new Set<Candidate>();
  return scored
    .filter(({ score }) => score >= 0.5 || (isLast && score > 0))
    .sort((x, y) => y.score - x.score || (x.name < y.name ? -1 : x.name > y.name ? 1 : 0))
    .flatMap(({ a, b }) => {
      if (taken.has(a) || taken.has(b)) return [];
      taken.add(a);
      taken.add(b);
      return [[a, b] as const];
    });
}

/** From 0, nothing in common, to 1: of objects the share of their properties, else whether the types are the same. */
function likeness(a: Candidate, b: Candidate): number {
  a.nodes[0].in.spend();
  if ((a.types & b.types) === 0) return 0;
  const [ours, theirs] = [propertiesOf(a.model), propertiesOf(b.model)];
  if (ours.size === 0 || theirs.size === 0) {
    if (a.types === allTypes || a.types !== b.types) return 0;
    return ours.size === theirs.size ? 0.6 : 0.3;
  }
  const shared = [...ours.keys()].filter((name) => theirs.has(name)).length;
  return shared / (ours.size + theirs.size - shared);
}
