import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Level } from "../../src/findings/finding.ts";
import { diffRules } from "../../src/spec-diff/rules/all.ts";
import { type RuleCase, ruleCases } from "../../src/spec-diff/rules/rules.test-cases.ts";
import { findOasdiff } from "./binary.ts";
import { calledWorse } from "./differences.ts";

const usage = `Usage: npm run test:oasdiff -- [--update]

Holds the rules of exa-websets diff to the real oasdiff, which is installed into node_modules/.cache: its list of checks
to tests/checks.json, and what it says of the sample of each rule to what is said here.
  --update  writes the list and the counts
Exit codes: 0 as stored and nowhere called worse without a reason, 1 otherwise, 2 wrong usage.
`;

const store = new URL("checks.json", import.meta.url);
const severity: Readonly<Record<Level, number>> = { info: 0, warning: 1, error: 2 };

interface Check {
  readonly id: string;
  readonly level: "error" | "warning" | "info";
}

/** What oasdiff says of two descriptions; its levels are 1 (info) to 3 (error). */
function ask(oasdiff: string, folder: string, { base, revision }: RuleCase): Check[] {
  const [from, to] = [join(folder, "base.json"), join(folder, "revision.json")];
  writeFileSync(from, JSON.stringify(base));
  writeFileSync(to, JSON.stringify(revision));
  const said = execFileSync(oasdiff, ["changelog", from, to, "-f", "json"], { encoding: "utf8" });
  const changes = JSON.parse(said || "[]") as { id: string; level: 1 | 2 | 3 }[] | null; // as documented by oasdiff
  const levels = ["info", "warning", "error"] as const;
  return (changes ?? []).map(({ id, level }) => ({ id, level: levels[level - 1] ?? "error" }));
}

/** How the samples compare, and those that oasdiff calls worse without a reason here. */
function compareSamples(oasdiff: string) {
  const folder = mkdtempSync(join(tmpdir(), "exa-websets-oasdiff-"));
  const samples = { same: 0, otherwise: 0, silent: 0 };
  const worse: string[] = [];
  try {
    for (const [id, sample] of ruleCases) {
      const said = ask(oasdiff, folder, sample);
      const level = diffRules.get(id)?.level ?? "info";
      if (said.length === 0) samples.silent++;
      else if (said.every((one) => one.id === id && one.level === level)) samples.same++;
      else samples.otherwise++;
      const above = said.filter((one) => severity[one.level] > severity[level]);
      if (above.length > 0 && !calledWorse.some(([ids]) => ids.test(id)))
        worse.push(`${id} is ${level}; oasdiff: ${above.map((one) => `${one.id} (${one.level})`)}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { samples, worse };
}

async function main(argv: readonly string[]): Promise<number> {
  if (argv.some((argument) => !["--update", "--help"].includes(argument))) {
    process.stderr.write(`test:oasdiff: unknown argument; see npm run test:oasdiff -- --help\n`);
    return 2;
  }
  if (argv.includes("--help")) {
    process.stdout.write(usage);
    return 0;
  }
  const oasdiff = findOasdiff();
  const run = (...args: string[]) => execFileSync(oasdiff, args, { encoding: "utf8" });
  const checks = (JSON.parse(run("checks", "-f", "json")) as Check[])
    .map(({ id, level }): [string, string] => [id, level])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { samples, worse } = compareSamples(oasdiff);
  const version = run("--version").trim().split(" ").at(-1);
  const found = JSON.stringify({ version, samples, checks: Object.fromEntries(checks) }, null, 2);
  process.stdout.write(
    `oasdiff ${version}, ${checks.length} checks. Of ${ruleCases.size} samples it says the same of ${samples.same}, the same otherwise of ${samples.otherwise}, nothing of ${samples.silent}.\n`,
  );
  for (const line of worse) process.stderr.write(`called worse by oasdiff: ${line}\n`);
  if (argv.includes("--update")) await writeFile(store, `${found}\n`);
  const stale = (await readFile(store, "utf8").catch(() => "")) !== `${found}\n`;
  if (stale) process.stderr.write(`${store.pathname} is stale; --update writes it\n`);
  return worse.length > 0 || stale ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
