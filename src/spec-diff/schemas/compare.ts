import { dynamicTargets, type Node } from "../document.ts";
import { compareArrays } from "./arrays.ts";
import { compareBounds } from "./bounds.ts";
import { isAnything, type Model, saysNothing, type Union } from "./model.ts";
import { compareNested } from "./nested.ts";
import { compareDeprecation, compareDiscriminator } from "./notes.ts";
import { compareObjects } from "./objects.ts";
import { keywordNode, type Next, type Pair, writtenAt } from "./pair.ts";
import { signatureOf } from "./signature.ts";
import { allTypes, describeTypes, eachType, type TypeSet, typeChange } from "./types.ts";
import { type Alignment, align, type Candidate, candidatesOf, labelsOf } from "./unions.ts";
import { compareValues, valuesOfModel } from "./values.ts";

/** Compares two schemas that stand for each other: what they say of the value itself, and which to compare next. */
export function compareSchemas(pair: Pair): void {
  const { base, revision, tell } = pair;
  tellNotes(pair);
  if (differDynamically(pair)) return;
  compareNull(pair);
  if (differInWhole(pair)) return;
  const [from, to] = [base.unions, revision.unions];
  if (from.length === 0 && to.length === 0) {
    if (compareTypes(pair)) compareKeywords(pair);
    tell.attempt(() => compareDiscriminator(pair, []));
    return;
  }
  const plain = from.length === 0 ? base : to.length === 0 ? revision : undefined;
  const other = plain === base ? revision : base;
  const [union] = other.unions;
  if (plain && union && other.unions.length === 1 && saysNothing(other.parts, "type")) {
    compareToOne(pair, union, plain === base);
    return;
  }
  compareTypes(pair);
  compareKeywords(pair);
  compareUnions(pair);
}

function tellNotes({ base, revision, tell }: Pair): void {
  for (const { id, at, args } of revision.notes)
    if (!base.notes.some((note) => note.id === id)) tell.note(id, at, args);
}

/** What a `$dynamicRef` leads to depends on the way to it, where it may be several schemas: that is not followed. */
function differDynamically({ base, revision, tell }: Pair): boolean {
  const [from, to] = [base, revision].map(({ parts }) =>
    parts.filter((part) => dynamicTargets(part).length > 1),
  ) as [Node[], Node[]]; // two of two
  const at = to[0] ?? from[0];
  const texts = [from, to].map((parts) => signatureOf(parts.flatMap(dynamicTargets)));
  if (!at || texts[0] === texts[1]) return false;
  tell.note("not-compared", at, { what: "$dynamicRef" });
  return true;
}

/** Null is told by itself, unless one side says nothing of types: that is told as a change of types. */
function compareNull({ base, revision, baseTypes, revisionTypes, withoutNull, tell }: Pair): void {
  if (withoutNull) return;
  const [from, to] = [base.nullable, revision.nullable];
  if ((from === "no") === (to === "no")) return;
  const isTold = (from === "open" || to === "open") && baseTypes !== revisionTypes;
  if (isTold) return;
  tell.change(from === "no" ? "became-nullable" : "became-not-nullable", writtenAt(revision));
}

/** Where one side allows anything, or nothing, there is no more to compare. */
function differInWhole({ base, revision, baseTypes, revisionTypes, tell }: Pair): boolean {
  if (baseTypes === 0 && revisionTypes === 0) return true;
  const change = () => {
    if (baseTypes === 0 || revisionTypes === 0) return "type-changed";
    const isPlain = ({ unions }: Model) => unions.length === 0;
    if (isPlain(base) && isPlain(revision)) return undefined;
    if (isAnything(base)) return "list-of-types-narrowed";
    return isAnything(revision) ? "list-of-types-widened" : undefined;
  };
  const name = change();
  if (name === undefined) return false;
  const args = {
    from: describeTypes(wholeTypes(base, baseTypes)),
    to: describeTypes(wholeTypes(revision, revisionTypes)),
  };
  tell.change(name, writtenAt(revision), args);
  return true;
}

/** The types that a schema allows together with its unions. */
function wholeTypes(model: Model, types: TypeSet): TypeSet {
  return model.unions.reduce((left, union) => {
    const ofBranches = candidatesOf(union).reduce((all, { model }) => all | model.types, 0);
    return left & ofBranches || left;
  }, types);
}

/** @returns `false` where there is nothing more to compare, for example as no value fits both sides */
function compareTypes({ base, revision, baseTypes, revisionTypes, tell }: Pair): boolean {
  // Two lists of values are compared as such, whatever types are written beside them.
  if (valuesOfModel(base) && valuesOfModel(revision)) return true;
  const areUnions = base.unions.length > 0 && revision.unions.length > 0;
  const from = areUnions ? wholeTypes(base, baseTypes) : baseTypes;
  const to = areUnions ? wholeTypes(revision, revisionTypes) : revisionTypes;
  // Unions whose own types are alike differ in a branch, which is where it is told.
  if (areUnions && baseTypes === revisionTypes) return true;
  const change = typeChange(from, to);
  if (change === undefined) return true;
  const at = keywordNode(revision, "type") ?? writtenAt(revision);
  tell.change(change, at, { from: describeTypes(from), to: describeTypes(to) });
  // Beside a schema that says nothing at all, whatever the other side says is told by its types.
  return (from & to) !== 0 && isAnything(base) === isAnything(revision);
}

function compareKeywords(pair: Pair): void {
  const { attempt } = pair.tell;
  attempt(() => compareValues(pair));
  attempt(() => compareBounds(pair));
  attempt(() => compareDeprecation(pair));
  attempt(() => compareObjects(pair));
  attempt(() => compareArrays(pair));
  attempt(() => compareNested(pair));
}

/** Compares unions with unions. One that comes to others, or to a schema of its own, is one more limit. */
function compareUnions(pair: Pair): void {
  const { base, revision, tell } = pair;
  const { matched, removed, added } = matchUnions(pair);
  for (const union of removed)
    tell.change("alternatives-removed", union.at, { from: labelsOf(union) });
  const branches: Alignment["pairs"][number][] = [];
  for (const [from, to] of matched) {
    // Where the branches say nothing of types, those of the whole were told.
    const isTypeless = [from, to].every((union) =>
      candidatesOf(union).every(({ model }) => model.types === allTypes),
    );
    const alignment = alignUnions(
      pair,
      candidatesOf(from, isTypeless ? allTypes : pair.baseTypes),
      candidatesOf(to, isTypeless ? allTypes : pair.revisionTypes),
    );
    tellAlignment(pair, alignment, from.kind, to.kind);
    if (from.kind !== to.kind)
      tell.change("union-kind-changed", to.at, { from: from.kind, to: to.kind });
    branches.push(...alignment.pairs);
  }
  for (const union of added) tell.change("alternatives-added", union.at, { to: labelsOf(union) });
  const isDiscriminated = [base, revision].some((of) => keywordNode(of, "discriminator"));
  if (isDiscriminated) tell.attempt(() => compareDiscriminator(pair, branches));
}

interface MatchedUnions {
  readonly matched: readonly (readonly [Union, Union])[];
  readonly removed: readonly Union[];
  readonly added: readonly Union[];
}

/** Which union stands for which of the other side: those first that have most branches in common. */
function matchUnions(pair: Pair): MatchedUnions {
  const [from, to] = [pair.base.unions, pair.revision.unions];
  const [only, other] = [from[0], to[0]];
  if (from.length === 1 && to.length === 1 && only && other)
    return { matched: [[only, other]], removed: [], added: [] };
  const scored = from.flatMap((union) =>
    to.map((candidate) => {
      const { pairs } = alignUnions(pair, candidatesOf(union), candidatesOf(candidate));
      const equal = pairs.filter((match) => pair.tell.equal(nextOf(match))).length;
      return { union, candidate, score: pairs.length + equal };
    }),
  );
  const taken = new Map<Union, Union>();
  const matched = scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ union, candidate }) => {
      if (taken.has(union) || taken.has(candidate)) return [];
      taken.set(union, candidate);
      taken.set(candidate, union);
      return [[union, candidate] as const];
    });
  const isLeft = (union: Union) => !taken.has(union);
  return { matched, removed: from.filter(isLeft), added: to.filter(isLeft) };
}

/** Compares a schema that is no union with one that is nothing but a union: it may be one of the branches. */
function compareToOne(pair: Pair, union: Union, toUnion: boolean): void {
  const { base, revision, tell } = pair;
  const [plain, types] = toUnion ? [base, pair.baseTypes] : [revision, pair.revisionTypes];
  const whole = toUnion ? revision : base;
  // `type: [string, number]` beside a union is a union of the two.
  const self: Candidate[] = eachType(types).map((one) => ({
    nodes: plain.nodes,
    model: plain,
    types: types === allTypes ? types : one,
  }));
  const single = types === allTypes ? self.slice(0, 1) : self;
  const branches = candidatesOf(union, toUnion ? pair.revisionTypes : pair.baseTypes);
  const alignment = toUnion
    ? alignUnions(pair, single, branches)
    : alignUnions(pair, branches, single);
  tellAlignment(pair, alignment, union.kind, union.kind);
  if (keywordNode(whole, "deprecated")) tell.attempt(() => compareDeprecation(pair));
  tell.attempt(() => compareDiscriminator(pair, alignment.pairs));
}

function alignUnions(
  pair: Pair,
  base: readonly Candidate[],
  revision: readonly Candidate[],
): Alignment {
  const discriminators = [pair.base, pair.revision].map((of) => keywordNode(of, "discriminator"));
  return align(base, revision, discriminators, (a, b) =>
    pair.tell.equal(nextOf({ base: a, revision: b })),
  );
}

/** Branches as schemas to compare: null is told by their union. */
function nextOf({ base, revision }: Pick<Alignment["pairs"][number], "base" | "revision">): Next {
  return {
    base: base.nodes,
    revision: revision.nodes,
    baseTypes: base.types,
    revisionTypes: revision.types,
    withoutNull: true,
  };
}

function tellAlignment(
  { tell }: Pair,
  { pairs, removed, added }: Alignment,
  from: Union["kind"],
  to: Union["kind"],
): void {
  for (const { candidate, label } of removed)
    tell.change(from === "anyOf" ? "any-of-removed" : "one-of-removed", candidate.nodes[0], {
      branch: label,
    });
  for (const { candidate, label } of added)
    tell.change(to === "anyOf" ? "any-of-added" : "one-of-added", candidate.nodes[0], {
      branch: label,
    });
  for (const match of pairs)
    tell.next({ ...nextOf(match), ...(pairs.length > 1 && { branch: match.label }) });
}
