import type { Case, Group } from "../../tests/faults/case.ts";
import { table as groups } from "../../tests/faults/cases.ts";
import { table } from "./markdown-table.ts";

const head = ["What happens", "What you get"];

/** One line for each group of cases. */
export function faultsInShort(): string {
  const rows = groups.map(({ name, happens, get }) => [`**${name}.** ${happens}`, get]);
  return table(head, rows);
}

/** Every case, by group. */
export function allFaults(): string {
  return groups.map(section).join("\n\n");
}

function section({ name, cases }: Group): string {
  const rows = cases.map(({ happens, get }) => [upper(happens), upper(get)]);
  const notes = cases.flatMap(differences);
  const parts = [`## ${name}`, table(head, rows), notes.join("\n")];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Where a runtime shows something else, or cannot run the case. */
function differences({ happens, skip = {}, unless = {} }: Case): string[] {
  const skipped = Object.entries(skip).map(
    ([runtime, why]) => `is not run on ${runtime}, which ${why}`,
  );
  const shown = Object.entries(unless).map(
    ([runtime, { because, delivery }]) =>
      `on ${runtime}${delivery ? ` delivery is \`${delivery}\`` : " more requests may arrive"}, because ${because}`,
  );
  return [...skipped, ...shown].map((what) => `- ${upper(happens)}: ${what}.`);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
