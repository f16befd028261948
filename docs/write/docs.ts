import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Rule } from "../../src/findings/finding.ts";
import { rules } from "../../src/rules.ts";
import { diffRules } from "../../src/spec-diff/rules/all.ts";
import { places } from "../../src/spec-diff/rules/places.ts";
import mutants from "../../tests/mutants/results.json" with { type: "json" };
import oasdiff from "../../tests/oasdiff/checks.json" with { type: "json" };
import { calledWorse, leftOut, type Reasons, stricter } from "../../tests/oasdiff/differences.ts";
import { diffSections } from "./diff-rules.ts";
import { allFaults, faultsInShort } from "./fault-docs.ts";
import { table } from "./markdown-table.ts";
import { withPart } from "./marked-part.ts";

const note =
  "<!-- Written by `npm run docs -- --update` from the tables of rules. Do not edit. -->";

const written = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The pages that are generated, in whole or in part: their text by their path from the root of the repository. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([
    ["docs/rules.md", rulesPage([...rules.values()].filter((rule) => !diffRules.has(rule.id)))],
    ["docs/rules-diff.md", page("Rules of `exa-websets diff`", diffSections())],
    ["docs/rules-oasdiff.md", oasdiffPage()],
    partly("docs/faults.md", { "in-short": faultsInShort(), faults: allFaults() }),
    partly("docs/mutants.md", { scores: mutantScores() }),
  ]);
}

/** A page that people write, with parts that are generated. */
function partly(path: string, parts: Readonly<Record<string, string>>): [string, string] {
  const text = Object.entries(parts).reduce(
    (page, [name, part]) => withPart(path, page, name, part),
    written(path),
  );
  return [path, text];
}

function mutantScores(): string {
  const rows = Object.entries(mutants).map(([what, { mutants, killed }]) => [
    what,
    `${killed} of ${mutants} (${((100 * killed) / mutants).toFixed(1)} %)`,
  ]);
  return table(["Mutants of the", "Killed"], rows);
}

function rulesPage(all: readonly Rule[]): string {
  const rows = (area: string) =>
    all
      .filter((rule) => rule.area === area)
      .map(({ id, level, direction, text }) => [code(id), level, direction, text]);
  return page("Rules of traffic, recordings and policy", [
    "What `exa-websets check` and `checkExchange` may find. `{…}` stands for what the finding's `args` say.",
    "The rules of `exa-websets diff` are in [rules-diff.md](rules-diff.md).",
    ...areasOf(all).map(
      (area) => `## ${area}\n\n${table(["Rule", "Level", "Direction", "Says"], rows(area))}`,
    ),
  ]);
}

function oasdiffPage(): string {
  const { version } = oasdiff;
  const ids = Object.keys(oasdiff.checks);
  const shared = ids.filter((id) => diffRules.has(id)).length;
  const of = (reasons: Reasons, all: readonly string[]) =>
    reasons.map(([matching, reason]) => [
      all
        .filter((id) => matching.test(id))
        .map(code)
        .join(" "),
      reason,
    ]);
  const absent = ids.filter((id) => !diffRules.has(id));
  const severer = ids.filter((id) => {
    const level = diffRules.get(id)?.level;
    return level !== undefined && level !== (oasdiff.checks as Record<string, string>)[id];
  });
  const changes = new Set([...diffRules.keys()].map(withoutPlace));
  return page(`The rules beside those of oasdiff ${version}`, [
    `oasdiff has ${ids.length} checks. ${shared} of them are rules here, under the same id. None is milder here; ${severer.length} are stricter.\n`.concat(
      `The other ${absent.length} are left out for the reasons below. \`npm run test:oasdiff\` holds this page to the real program, and has it\n`,
      `compare a sample of each rule.`,
    ),
    `## Stricter\n\n${table(["Rule", "Why"], of(stricter, severer))}`,
    `## Left out\n\n${table(["Check of oasdiff", "Why"], of(leftOut, absent))}`,
    `## Milder than what oasdiff calls the same change\n\n${table(["Rules", "Why"], of(calledWorse, [...changes]))}`,
  ]);
}

/** What changed, wherever: `…-enum-value-added`. */
function withoutPlace(id: string): string {
  const longest = places.map((one) => one.place).sort((a, b) => b.length - a.length);
  const place = longest.find((one) => id.startsWith(`${one}-`));
  return place === undefined ? id : `…${id.slice(place.length)}`;
}

function areasOf(all: readonly Rule[]): string[] {
  return [...new Set(all.map((rule) => rule.area))].sort();
}

function page(title: string, sections: readonly string[]): string {
  return `${[`# ${title}`, note, ...sections].join("\n\n")}\n`;
}

const code = (text: string) => `\`${text}\``;

/** Checks the pages and names the stale ones; with `--update` writes them. Resolves to the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const unknown = argv.find((argument) => argument !== "--update");
  if (unknown !== undefined) {
    console.error(`docs: unknown argument ${unknown}; the only one is --update`);
    return 2;
  }
  let stale = 0;
  for (const [path, text] of pages()) {
    const file = new URL(`../../${path}`, import.meta.url);
    if ((await readFile(file, "utf8").catch(() => undefined)) === text) continue;
    if (argv.includes("--update")) {
      await writeFile(file, text);
      console.log(`wrote ${path}`);
    } else {
      stale++;
      console.error(`${path} is stale; npm run docs -- --update writes it`);
    }
  }
  return stale > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = await main(process.argv.slice(2));
}
