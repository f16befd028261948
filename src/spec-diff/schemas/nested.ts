import { canonical, elements, entries, isObject, type Node } from "../document.ts";
import type { ChangeName } from "../rules/changes.ts";
import type { Model, Nodes } from "./model.ts";
import { keywordNode, keywordNodes, mentions, type Pair } from "./pair.ts";
import { signatureOf } from "./signature.ts";

/** Keywords with one schema: what they limit, and the names of their rules. */
const single: readonly {
  readonly keyword: string;
  readonly added: ChangeName;
  readonly removed: ChangeName;
  /** The step to the part of the value that it limits; without it, it limits the value itself. */
  readonly step?: string;
}[] = [
  { keyword: "then", added: "then-added", removed: "then-removed" },
  { keyword: "else", added: "else-added", removed: "else-removed" },
  { keyword: "contains", added: "contains-added", removed: "contains-removed", step: "contains" },
  {
    keyword: "propertyNames",
    added: "property-names-added",
    removed: "property-names-removed",
    step: "propertyNames",
  },
  {
    keyword: "unevaluatedItems",
    added: "unevaluated-items-added",
    removed: "unevaluated-items-removed",
    step: "items",
  },
  {
    keyword: "unevaluatedProperties",
    added: "unevaluated-properties-added",
    removed: "unevaluated-properties-removed",
    step: "*",
  },
  {
    keyword: "contentSchema",
    added: "content-schema-added",
    removed: "content-schema-removed",
    step: "contentSchema",
  },
];

const keywords: ReadonlySet<string> = new Set([
  ...single.map(({ keyword }) => keyword),
  ...["if", "not", "prefixItems", "patternProperties", "dependentSchemas", "dependentRequired"],
]);

/** Compares keywords that hold schemas for a part of the value, or for some values only: each schema by its own rules. */
export function compareNested(pair: Pair): void {
  const { base, revision, tell } = pair;
  if (!mentions(base, keywords) && !mentions(revision, keywords)) return;
  for (const { keyword, added, removed, step } of single) {
    const from = limitsOf(base, keyword);
    const to = limitsOf(revision, keyword);
    const way = step === undefined ? { branch: keyword } : { step };
    compareMaybe(pair, from, to, added, removed, way);
  }
  compareByKey(pair, itemsByIndex, "prefix-items-added", "prefix-items-removed", (index) => ({
    step: `items/${index}`,
  }));
  compareByKey(
    pair,
    (of) => byName(of, "patternProperties"),
    "pattern-property-added",
    "pattern-property-removed",
    (pattern) => ({ step: `/${pattern}/` }),
  );
  compareByKey(
    pair,
    (of) => byName(of, "dependentSchemas"),
    "dependent-schema-added",
    "dependent-schema-removed",
    (name) => ({ branch: `with ${name}` }),
  );
  tell.attempt(() => compareDependentRequired(pair));
  for (const keyword of ["if", "not"] as const) tell.attempt(() => compareWhole(pair, keyword));
}

/** A schema that allows everything is no limit. */
function limitsOf(of: Model, keyword: string): Node[] {
  return keywordNodes(of, keyword).filter(
    ({ value }) => value !== true && !(isObject(value) && Object.keys(value).length === 0),
  );
}

function compareMaybe(
  { tell }: Pair,
  [from, ...others]: readonly Node[],
  [to, ...more]: readonly Node[],
  added: ChangeName,
  removed: ChangeName,
  way: { readonly step: string } | { readonly branch: string },
  args = {},
): void {
  if (from && to) tell.next({ ...way, base: [from, ...others], revision: [to, ...more] });
  else if (to) tell.change(added, to, args);
  else if (from) tell.change(removed, from, args);
}

function compareByKey(
  pair: Pair,
  schemasOf: (of: Model) => ReadonlyMap<string, Nodes>,
  added: ChangeName,
  removed: ChangeName,
  way: (key: string) => { readonly step: string } | { readonly branch: string },
): void {
  const [base, revision] = [schemasOf(pair.base), schemasOf(pair.revision)];
  for (const key of new Set([...base.keys(), ...revision.keys()])) {
    const args = added === "prefix-items-added" ? { index: Number(key) } : { name: key };
    compareMaybe(
      pair,
      base.get(key) ?? [],
      revision.get(key) ?? [],
      added,
      removed,
      way(key),
      args,
    );
  }
}

function itemsByIndex(of: Model): Map<string, Nodes> {
  return grouped(
    keywordNodes(of, "prefixItems").flatMap((list) =>
      elements(list).map((node, index) => [String(index), node] as const),
    ),
  );
}

function byName(of: Model, keyword: string): Map<string, Nodes> {
  return grouped(keywordNodes(of, keyword).flatMap((list) => entries(list)));
}

function grouped(all: readonly (readonly [string, Node])[]): Map<string, Nodes> {
  const groups = new Map<string, Nodes>();
  for (const [key, node] of all) {
    const before = groups.get(key);
    groups.set(key, before ? [...before, node] : [node]);
  }
  return groups;
}

function compareDependentRequired({ base, revision, tell }: Pair): void {
  const keyword = "dependentRequired";
  const [from, to] = [keywordNode(base, keyword), keywordNode(revision, keyword)];
  if (from && !to) tell.change("dependent-required-removed", from, { from: from.value });
  if (!from && to) tell.change("dependent-required-added", to, { to: to.value });
  const written = (of: Model) =>
    canonical(
      keywordNodes(of, keyword)
        .flatMap((list) => entries(list))
        .map(([name, list]) => [
          name,
          ...elements(list)
            .map(({ value }) => canonical(value))
            .sort(),
        ])
        .sort(),
    );
  if (from && to && written(base) !== written(revision))
    tell.change("dependent-required-changed", to);
}

/** What a condition allows does not follow from what changed inside: that it changed is told. */
function compareWhole({ base, revision, tell }: Pair, keyword: "if" | "not"): void {
  const [from, to] = [keywordNodes(base, keyword), keywordNodes(revision, keyword)];
  const at = to[0] ?? from[0];
  if (!at || signatureOf(from) === signatureOf(to)) return;
  if (keyword === "if" && from.length === 0) tell.change("if-added", at);
  else if (keyword === "if" && to.length === 0) tell.change("if-removed", at);
  else tell.change("schema-keyword-changed", at, { keyword });
}
