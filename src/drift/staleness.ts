import type { Finding, Rule } from "../contract/finding.ts";

/** The rules of committed files that no longer are what the contract generates. */
export const stalenessRules: readonly Rule[] = [
  row("generated-stale", "{file} is not what the contract generates; run `npm run generate`"),
  row("generated-missing", "{file} is missing; run `npm run generate`"),
  row(
    "generated-extra",
    "{file} is not generated from the contract; delete it, or run `npm run generate`",
  ),
];

/** Compares what the contract generates with what is committed; both map file names to contents. */
export function checkStaleness(
  expected: ReadonlyMap<string, string>,
  committed: ReadonlyMap<string, string>,
): Finding[] {
  const names = [...new Set([...expected.keys(), ...committed.keys()])].sort();
  return names.flatMap((file) => {
    if (expected.get(file) === committed.get(file)) return [];
    const id = !committed.has(file)
      ? "generated-missing"
      : expected.has(file)
        ? "generated-stale"
        : "generated-extra";
    const line =
      id === "generated-stale"
        ? { line: firstDifference(expected.get(file) ?? "", committed.get(file) ?? "") }
        : {};
    return [
      {
        id,
        level: "error",
        operation: "",
        location: "",
        args: { file },
        source: { file, ...line },
      },
    ];
  });
}

function firstDifference(expected: string, committed: string): number {
  const [a, b] = [expected.split("\n"), committed.split("\n")];
  const index = a.findIndex((text, i) => text !== b[i]);
  return (index < 0 ? a.length : index) + 1;
}

function row(id: string, text: string): Rule {
  return { id, level: "error", direction: "none", area: "generated", text };
}
