import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import type { Json } from "../src/findings/finding.ts";
import { parseYaml } from "../src/json/parse-yaml.ts";
import { type Description, operationsOf } from "../src/openapi/description.ts";
import { reduceDescription } from "./reduce/reduce.ts";

const usage = `Usage: npm run reduce -- <description> --source <where from> --date <YYYY-MM-DD> --out <file> [--contract <file>]

Writes the facts that the vendor's description (JSON or YAML) states about the contract's operations, without any prose,
so that they can stand in the repository: for tests, and as a base of exa-websets diff.
`;

async function read(file: string): Promise<{ readonly [key: string]: Json }> {
  const { value } = await parseYaml(await readFile(file, "utf8"));
  return value as { readonly [key: string]: Json }; // both commands that read it ask for a description
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: "string" },
      date: { type: "string" },
      out: { type: "string" },
      contract: { type: "string", default: "openapi/websets.yaml" },
    },
  });
  const [file] = positionals;
  const { source, date, out, contract } = values;
  if (!file || !source || !date || !out) {
    process.stderr.write(usage);
    return 2;
  }
  const operations = operationsOf((await read(contract)) as Description).map(({ name }) => name);
  const reduced = reduceDescription(await read(file), operations);
  const header = [
    `# The facts that ${source} stated about the contract's operations on ${date}.`,
    "# Made by `npm run reduce`, which drops all prose and every other operation. Do not edit.",
  ];
  await writeFile(
    out,
    `${header.join("\n")}\n${stringify(reduced, { aliasDuplicateObjects: false })}`,
  );
  return 0;
}

process.exitCode = await main();
