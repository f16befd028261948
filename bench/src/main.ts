/** `npm run bench`: measures, and writes `results.json` and the tables of `README.md`. */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { cases } from "./cases/all.ts";
import { machine, versions } from "./machine.ts";
import { preparedRun } from "./prepare.ts";
import { isMet, type Results } from "./results.ts";
import { renderTables, replaceBetween } from "./table.ts";

const help = `usage: npm run bench -- [options]

Measures this project side by side with its peers, writes bench/results.json and the tables of bench/README.md.

  --only <case>   ${Object.keys(cases).join(", ")}; may be repeated; the other figures stay
  --quick         fewer rounds, less traffic, nothing written: to see that it works
  --help

Exit code 0 when every case ran, whatever its figures; 1 when one could not; 2 for a wrong option.
`;

const here = new URL("..", import.meta.url);
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(args: string[]): Promise<number> {
  const options = {
    only: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    values = parseArgs({ args, options }).values;
    for (const name of values.only ?? [])
      if (!Object.hasOwn(cases, name)) throw new Error(`there is no case ${JSON.stringify(name)}`);
  } catch (error) {
    say(`bench: ${(error as Error).message}; see npm run bench -- --help`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (import.meta.url.endsWith(".ts")) return preparedRun(args, say);
  return run(values.only ?? Object.keys(cases), values.quick);
}

async function run(names: readonly string[], quick: boolean): Promise<number> {
  const done: Record<string, Results["cases"][string]> = {};
  const failed: string[] = [];
  for (const name of names) {
    say(`${name} …`);
    try {
      const result = await cases[name]?.({ quick, say });
      if (result) done[name] = result;
    } catch (error) {
      failed.push(name);
      say(`bench: the case ${name} cannot be run: ${(error as Error).message}`);
    }
  }
  const file = new URL("results.json", here);
  const before: Results["cases"] = quick ? {} : await readCases(file);
  const order = Object.keys(cases).filter((name) => !failed.includes(name));
  const results: Results = {
    machine: machine(),
    versions: await versions(),
    cases: Object.fromEntries(
      order.flatMap((name) => {
        const result = done[name] ?? before[name];
        return result ? [[name, result]] : [];
      }),
    ),
  };
  const tables = renderTables(results, failed);
  process.stdout.write(`${tables}\n`);
  if (!quick) {
    const readme = new URL("README.md", here);
    await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(readme, replaceBetween(await readFile(readme, "utf8"), "figures", tables));
  }
  const missed = Object.values(done).flatMap(({ targets }) =>
    targets.filter((one) => isMet(one) === false),
  );
  say(
    `${Object.keys(done).length} cases ran, ${failed.length} could not; ${missed.length} targets missed`,
  );
  return failed.length > 0 ? 1 : 0;
}

async function readCases(file: URL): Promise<Results["cases"]> {
  try {
    return (JSON.parse(await readFile(file, "utf8")) as Results).cases;
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return {};
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  say(`bench: ${(error as Error).message}`);
  return 1;
});
