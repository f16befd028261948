import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { CannotRun, parseOptions } from "../../src/cli/command.ts";
import { checkResults, type Score } from "./results.ts";

const config = "tests/mutants/stryker.config.json";
const report = "reports/mutants.json";

/** The part of StrykerJS's report that is read here. */
interface Report {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}

try {
  process.exitCode = await run(options());
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  process.stderr.write(`test:mutants:code: ${error.message}\n`);
  process.exitCode = 2;
}

interface Options {
  readonly update?: boolean;
  /** Test runs at a time; StrykerJS takes one for each processor by itself. */
  readonly concurrency?: string;
}

/** Not which files to mutate: a score of some files cannot be held to the score of all. */
function options(): Options {
  return parseOptions({
    options: { update: { type: "boolean" }, concurrency: { type: "string" } },
  }).values;
}

/** Has StrykerJS mutate the code and run the tests; resolves to the exit code. Takes minutes. */
async function run({ update = false, concurrency }: Options): Promise<number> {
  await rm(report, { force: true }); // an older one must not be read in place of one that was not made
  const args = concurrency === undefined ? [] : ["--concurrency", concurrency];
  const stryker = spawn(process.execPath, [findStryker(), "run", config, ...args], {
    stdio: "inherit",
  });
  const [code] = await once(stryker, "exit");
  const score = await readScore().catch((cause) => {
    throw new CannotRun(`StrykerJS ended with ${code} and made no report`, { cause });
  });
  // 1 is also a score below the threshold of the configuration.
  if (code !== 0 && code !== 1) throw new CannotRun(`StrykerJS ended with ${code}`);
  return Math.max(code, await checkResults("code", score, update));
}

/** StrykerJS has an installation of its own, so that the project's stays light. */
function findStryker(): string {
  try {
    const file = createRequire(import.meta.url).resolve("@stryker-mutator/core/package.json");
    return join(file, "../bin/stryker.js");
  } catch (cause) {
    throw new CannotRun("StrykerJS is not installed: run npm ci --prefix mutants", { cause });
  }
}

/** A mutant that makes a test hang was seen, too; one that no test reaches was not. */
async function readScore(): Promise<Score> {
  const { files } = JSON.parse(await readFile(report, "utf8")) as Report; // StrykerJS wrote it
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...statuses: readonly string[]) =>
    all.filter((status) => statuses.includes(status)).length;
  const killed = count("Killed", "Timeout");
  return { mutants: killed + count("Survived", "NoCoverage"), killed };
}
