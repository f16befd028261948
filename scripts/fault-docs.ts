import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Case, Group } from "../fault-matrix/case.ts";
import { table } from "../fault-matrix/cases.ts";
import { withPart } from "./marked-part.ts";

/** The files that hold a part made from the fault matrix, and what makes it. */
const parts: readonly (readonly [file: string, make: () => string])[] = [
  ["docs/faults.md", longForm],
  ["README.md", shortForm],
];

const row = (...cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const head = (title: string) => [row(title, "What you get"), row("---", "---")];

function shortForm(): string {
  const rows = table.map(({ name, happens, get }) => row(`**${name}.** ${happens}`, get));
  return [...head("What happens"), ...rows].join("\n");
}

function longForm(): string {
  return table.map(section).join("\n\n");
}

function section({ name, cases }: Group): string {
  const rows = cases.map(({ happens, get }) => row(upper(happens), upper(get)));
  const notes = cases.flatMap(differences);
  return [
    `## ${name}`,
    "",
    ...head("What happens"),
    ...rows,
    ...(notes.length ? ["", ...notes] : []),
  ].join("\n");
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

const update = process.argv.includes("--update");
try {
  for (const [file, make] of parts) {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    const text = readFileSync(path, "utf8");
    const wanted = withPart(file, text, "faults", make());
    if (wanted === text) continue;
    if (update) writeFileSync(path, wanted);
    else throw new Error(`${file} is stale; run npm run docs:faults -- --update`);
  }
} catch (error) {
  process.stderr.write(`fault-docs: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
