import type { Finding, Rule, Source } from "../findings/finding.ts";

/** The rules of committed files that no longer are what the contract generates. */
export const stalenessRules: readonly Rule[] = [
  row("generated-stale", "{file} is not what the contract generates; run `npm run generate`"),
  row("generated-missing", "{file} is missing; run `npm run generate`"),
  row(
    "generated-extra",
    "{file} is not generated from the contract; delete it, or run `npm run generate`",
  ),
];

/**
 * Compares what the contract generates with what is committed.
 * @param folder where the files stand, as findings name it
 * @param expected texts by file name, and `committed` likewise
 */
export function checkStaleness(
  folder: string,
  expected: ReadonlyMap<string, string>,
  committed: ReadonlyMap<string, string>,
): Finding[] {
  const names = [...new Set([...expected.keys(), ...committed.keys()])].sort();
  return names.flatMap((name) => {
    const [wanted, found] = [expected.get(name), committed.get(name)];
    if (wanted === found) return [];
    const file = `${folder}/${name}`;
    if (found === undefined) return [stale("generated-missing", { file })];
    if (wanted === undefined) return [stale("generated-extra", { file })];
    return [stale("generated-stale", { file, line: firstDifference(wanted, found) })];
  });
}

function stale(id: string, source: Source): Finding {
  return { id, level: "error", operation: "", location: "", args: { file: source.file }, source };
}

function firstDifference(expected: string, committed: string): number {
  const [a, b] = [expected.split("\n"), committed.split("\n")];
  const index = a.findIndex((text, i) => text !== b[i]);
  return (index < 0 ? a.length : index) + 1;
}

function row(id: string, text: string): Rule {
  return { id, level: "error", direction: "none", area: "generated", text, key: ["file"] };
}
