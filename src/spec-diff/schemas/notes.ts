import { isBroken } from "../budget.ts";
import { child, entries, flag, lookUp, type Node, text } from "../document.ts";
import type { Model } from "./model.ts";
import { keywordNode, type Pair } from "./pair.ts";
import { type Alignment, schemaName } from "./unions.ts";

/** Compares whether the schema is deprecated. */
export function compareDeprecation({ base, revision, tell }: Pair): void {
  const isDeprecated = (of: Model) => of.parts.some((part) => flag(part, "deprecated"));
  const at = keywordNode(revision, "deprecated") ?? keywordNode(base, "deprecated");
  if (at && !isDeprecated(base) && isDeprecated(revision)) tell.change("deprecated", at);
  if (at && isDeprecated(base) && !isDeprecated(revision)) tell.change("reactivated", at);
}

/** Compares the discriminator; `branches` are those that stand for each other. */
export function compareDiscriminator(pair: Pair, branches: Alignment["pairs"]): void {
  const { base, revision, tell } = pair;
  const [from, to] = [keywordNode(base, "discriminator"), keywordNode(revision, "discriminator")];
  const name = (of: Node) => text(of, "propertyName") ?? "";
  if (!from && to) tell.change("discriminator-added", to, { to: name(to) });
  if (from && !to) tell.change("discriminator-removed", from, { from: name(from) });
  if (!from || !to) return;
  if (name(from) !== name(to))
    tell.change("discriminator-property-name-changed", to, { from: name(from), to: name(to) });
  const [was, is] = [mappingOf(from), mappingOf(to)];
  for (const [value, at] of was)
    if (!is.has(value)) tell.change("discriminator-mapping-deleted", at, { value });
  for (const [value, at] of is) {
    const before = was.get(value);
    if (!before) tell.change("discriminator-mapping-added", at, { value });
    else if (!isSameTarget(before, at, pair, branches)) {
      const args = { value, from: schemaName(before), to: schemaName(at) };
      tell.change("discriminator-mapping-changed", at, args);
    }
  }
}

function mappingOf(discriminator: Node): Map<string, Node> {
  return new Map(entries(child(discriminator, "mapping")));
}

/** A schema that only got another name is the same, as is one that stands for the other in the union. */
function isSameTarget(from: Node, to: Node, { tell }: Pair, branches: Alignment["pairs"]): boolean {
  if (schemaName(from) === schemaName(to)) return true;
  const [was, is] = [targetOf(from), targetOf(to)];
  if (!was || !is) return false;
  const isBranch = branches.some(
    ({ base, revision }) =>
      base.model.parts.some(({ value }) => value === was.value) &&
      revision.model.parts.some(({ value }) => value === is.value),
  );
  return isBranch || tell.equal({ base: [was], revision: [is] });
}

function targetOf(mapping: Node): Node | undefined {
  const { value } = mapping;
  if (typeof value !== "string") return undefined;
  try {
    return lookUp(mapping, value.includes("/") ? value : `#/components/schemas/${value}`);
  } catch (error) {
    if (isBroken(error)) return undefined;
    throw error;
  }
}
