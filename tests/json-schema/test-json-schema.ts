import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { compareWithOthers } from "./against-others.ts";
import { type Outcome, runFolder, type Score } from "./suite.ts";

const usage = `Usage: npm run test:json-schema -- <folder> [--update]
       npm run test:json-schema -- --random <count> [--seed <first>]

Holds the compiler of scripts/generate to the official tests of JSON Schema, draft 2020-12: <folder> is a checkout of
https://github.com/json-schema-org/JSON-Schema-Test-Suite, which is no part of this project. The score must be that of
tests/json-schema/score.json, no mandatory test may come out wrong, and four of five must come out right; the rest is
refused when the contract is generated, by name.
  --update  writes the score
  --random  instead holds random schemas to what Ajv says of them: 100000 take an hour
Exit codes: 0 as it must be, 1 otherwise, 2 there is no such folder, or wrong usage.
`;

const store = new URL("score.json", import.meta.url);
const draft = "tests/draft2020-12";

/** The suite's folders, and whether `format` is an assertion there. */
const folders = { mandatory: "", optional: "optional", formats: "optional/format" } as const;

/** What is committed of one folder. */
interface Result extends Score {
  readonly wrongTests: readonly string[];
  /** Tests by the reason for which their schemas are refused. */
  readonly reasons: Readonly<Record<string, number>>;
}

function resultOf({ files, wrong, reasons }: Outcome): Result {
  const total = (key: keyof Score) =>
    Object.values(files).reduce((sum, score) => sum + score[key], 0);
  return {
    right: total("right"),
    refused: total("refused"),
    wrong: total("wrong"),
    wrongTests: wrong,
    reasons: Object.fromEntries([...reasons].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

async function runSuite(folder: string, update: boolean): Promise<number> {
  const results: Record<string, Result> = {};
  for (const [name, path] of Object.entries(folders)) {
    const outcome = await runFolder(join(folder, draft, path), name === "formats");
    const result = resultOf(outcome);
    results[name] = result;
    const { right, refused, wrong } = result;
    process.stdout.write(`${name}: ${right} right, ${refused} refused, ${wrong} wrong\n`);
  }
  for (const test of results.mandatory?.wrongTests ?? []) process.stdout.write(`WRONG ${test}\n`);
  if (update) {
    await writeFile(store, `${JSON.stringify(results, null, 2)}\n`);
    return 0;
  }
  const { right = 0, refused = 0, wrong = 0 } = results.mandatory ?? {};
  const isAsStored = isDeepStrictEqual(results, JSON.parse(await readFile(store, "utf8")));
  if (!isAsStored)
    process.stdout.write("not as in tests/json-schema/score.json; if that is wanted: --update\n");
  return isAsStored && wrong === 0 && right >= 0.8 * (right + refused) ? 0 : 1;
}

function runRandom(count: number, first: number): number {
  const { disagreements, ...figures } = compareWithOthers(first, count);
  for (const one of disagreements.slice(0, 10)) process.stdout.write(`${JSON.stringify(one)}\n`);
  process.stdout.write(
    `${count} schemas from seed ${first}, ${figures.values} values: ${disagreements.length} disagreements; ` +
      `Ajv alone on ${figures.ajvAlone}, no verdict but ours on ${figures.undecided}, ${figures.refused} schemas refused\n`,
  );
  return disagreements.length === 0 ? 0 : 1;
}

async function main(argv: string[]): Promise<number> {
  const options = {
    update: { type: "boolean", default: false },
    random: { type: "string" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [folder, ...others] = positionals;
    const count = Number(values.random ?? 1);
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    if (!(Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(Number(values.seed))))
      throw new Error("--random and --seed take whole numbers");
    if (values.random !== undefined) return runRandom(count, Number(values.seed));
    if (folder === undefined || others.length > 0)
      throw new Error("name the one folder of the suite");
    return await runSuite(folder, values.update);
  } catch (error) {
    process.stderr.write(`test:json-schema: ${(error as Error).message}; see --help\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
