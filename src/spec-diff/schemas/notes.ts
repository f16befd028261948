import { child, entries, flag, type Node, text } from "../document.ts";
import type { Pair } from "./pair.ts";
import type { Alternative } from "./shape.ts";
import { keywordNode } from "./types.ts";

/** Compares deprecation and the discriminator. */
export function compareNotes(pair: Pair): void {
  compareDeprecation(pair);
  compareDiscriminator(pair);
}

function compareDeprecation({ base, revision, change }: Pair): void {
  const deprecated = (of: Alternative) => of.parts.some((part) => flag(part, "deprecated"));
  const at = keywordNode(revision, "deprecated") ?? keywordNode(base, "deprecated");
  if (at && !deprecated(base) && deprecated(revision)) change("deprecated", at);
  if (at && deprecated(base) && !deprecated(revision)) change("reactivated", at);
}

function compareDiscriminator({ base, revision, change }: Pair): void {
  const [from, to] = [keywordNode(base, "discriminator"), keywordNode(revision, "discriminator")];
  const name = (of: Node) => text(of, "propertyName") ?? "";
  if (!from && to) change("discriminator-added", to, { to: name(to) });
  if (from && !to) change("discriminator-removed", from, { from: name(from) });
  if (!from || !to) return;
  if (name(from) !== name(to))
    change("discriminator-property-name-changed", to, { from: name(from), to: name(to) });
  const [was, is] = [mappingOf(from), mappingOf(to)];
  for (const [value, at] of was)
    if (!is.has(value)) change("discriminator-mapping-deleted", at, { value });
  for (const [value, at] of is) {
    const before = was.get(value);
    if (!before) change("discriminator-mapping-added", at, { value });
    else if (target(before) !== target(at)) {
      change("discriminator-mapping-changed", at, { value, from: target(before), to: target(at) });
    }
  }
}

function mappingOf(discriminator: Node): Map<string, Node> {
  return new Map(entries(child(discriminator, "mapping")));
}

/** A mapping names a schema, or points at it; both are the same schema. */
function target(mapping: Node): string {
  return String(mapping.value).split("/").at(-1) ?? "";
}
