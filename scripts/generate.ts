import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { CannotRun, parseOptions } from "../src/cli/command.ts";
import { describe, type Finding } from "../src/contract/finding.ts";
import { checkStaleness, stalenessRules } from "../src/drift/staleness.ts";
import { CannotLoad } from "./generate/load-contract.ts";
import { generateOutputs } from "./generate/outputs.ts";

const usage = `Usage: npm run generate -- [--contract file] [--out folder] [--check]

Writes generated/ from the contract: types, compiled checks, bundled JSON.

  --contract file  the contract (default: openapi/websets.yaml)
  --out folder     where the files go (default: generated)
  --check          write nothing; exit 1 and name the files if the folder is stale
  --help           this text

Exit codes: 0 done or current, 1 stale, 2 the contract cannot be used.
`;

async function main(): Promise<number> {
  const { values } = parseOptions({
    options: {
      contract: { type: "string", default: "openapi/websets.yaml" },
      out: { type: "string", default: "generated" },
      check: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const expected = await generateOutputs(values.contract);
  const committed = await readFolder(values.out);
  const findings = checkStaleness(expected, committed);
  if (values.check) return report(findings, values.out);
  await mkdir(values.out, { recursive: true });
  for (const { id, args } of findings) {
    const name = String(args.file);
    if (id === "generated-extra") await rm(join(values.out, name), { recursive: true });
    else await writeFile(join(values.out, name), expected.get(name) ?? "");
    process.stdout.write(`${id === "generated-extra" ? "deleted" : "wrote"} ${join(values.out, name)}\n`);
  }
  if (findings.length === 0) process.stdout.write(`${values.out} is current\n`);
  return 0;
}

function report(findings: readonly Finding[], folder: string): number {
  for (const finding of findings) {
    const rule = stalenessRules.find(({ id }) => id === finding.id);
    process.stdout.write(`${folder}: ${rule ? describe(finding, rule) : finding.id}\n`);
  }
  if (findings.length === 0) process.stdout.write(`${folder} is current\n`);
  return findings.length === 0 ? 0 : 1;
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
  return new Map(names.map((name, i) => [name, texts[i] ?? ""]));
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof CannotLoad || error instanceof CannotRun)) throw error;
  process.stderr.write(`generate: ${error.message}\n`);
  process.exitCode = 2;
}
