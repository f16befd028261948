import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Io, nowOf, parseOptions } from "../../src/cli/command.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "../../src/cli/report-options.ts";
import { checkStaleness } from "../../src/drift/staleness.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { buildReport } from "../../src/report/build.ts";
import { forTerminalLines } from "../../src/report/escape.ts";
import { rules } from "../../src/rules.ts";
import { generateOutputs } from "./outputs.ts";

const usage = `Usage: npm run generate -- [--contract file] [--folder folder] [--check]

Writes generated/ from the contract: types, compiled checks, bundled JSON.

  --contract <file>   the contract; default openapi/websets.yaml
  --folder <folder>   where the files go; default generated
  --check             write nothing: report what is stale, missing or extra
  --help              this text

${reportHelp}
Exit codes: 0 done or current, 1 stale, 2 the contract cannot be used.
`;

/**
 * Runs `npm run generate`; resolves to the exit code.
 * @throws CannotRun for a contract that cannot be used: nothing is written then.
 */
export async function generate(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseOptions({
    args: [...argv],
    options: {
      ...reportOptions,
      contract: { type: "string", default: "openapi/websets.yaml" },
      folder: { type: "string", default: "generated" },
      check: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    io.stdout.write(usage);
    return 0;
  }
  const plan = await prepareReport(values, {
    ...{ rules, command: "generate", now: nowOf(io), inputs: [values.contract] },
  });
  const { files: expected, warnings } = await generateOutputs(values.contract);
  if (warnings) io.stderr.write(`${forTerminalLines(warnings).replace(/^/gm, "warning: ")}\n`);
  const findings = checkStaleness(values.folder, expected, await readFolder(values.folder));
  if (!values.check) return write(values.folder, expected, findings, io);
  return finish(
    buildReport(findings, { exchanges: 0, checked: 0, skipped: 0 }, { rules }),
    plan,
    io,
  );
}

async function write(
  folder: string,
  expected: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  io: Io,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (const { id, args } of findings) {
    const file = String(args.file);
    const text = expected.get(file.slice(folder.length + 1));
    if (text === undefined) await rm(file, { recursive: true });
    else await writeFile(file, text);
    io.stdout.write(`${id === "generated-extra" ? "deleted" : "wrote"} ${file}\n`);
  }
  if (findings.length === 0) io.stdout.write(`${folder} is current\n`);
  return 0;
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    // A folder where a file should be reads as empty, and so is reported.
    names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")),
  );
  return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
}
