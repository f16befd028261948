import { readFile } from "node:fs/promises";
import { forErrorLine } from "../report/escape.ts";
import { assertTogether, compareInputs, NotTogether } from "../report/merge-run-info.ts";
import { mergeRuns } from "../report/merge-runs.ts";
import { NotAReport, readReport } from "../report/read-report.ts";
import type { Input, Report } from "../report/report.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, type Io, nowOf, parseOptions } from "./command.ts";
import { reasonOf } from "./output-file.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";

/** `exa-websets merge`: one report of several. */
export const command: Command = {
  summary: "Merge JSON reports of several machines or shards into one",
  usage: `Usage: exa-websets merge <report.json…> [options]

Reads reports that \`--format json\` wrote, adds them up and reports the whole, as if one machine had read everything.
The order of the files does not matter, and a merged report can be merged again.
Refused are reports of different contracts, commands or versions, and what would be counted twice. Where shards are
missing, or could not read all of their input, the report says so.

  exa-websets merge shard-*.json
  exa-websets merge monday.json tuesday.json --format html --out week.html

${reportHelp}
Exit codes: 0 clean, 1 drift, 2 a file is missing or is not a report, or a shard is missing.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      options: reportOptions,
      allowPositionals: true,
    });
    if (positionals.length === 0)
      throw new CannotRun("merge needs the files of one report or more; see --help");
    const setting = { rules, command: "merge", now: nowOf(io), inputs: positionals };
    const plan = await prepareReport(values, setting);
    const [reports, faults] = await readAll(positionals, io);
    together(reports);
    const whole = mergeRuns(reports.map(({ report }) => report));
    return finish(described(whole, faults, plan.hasTime), plan, io);
  },
};

interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * The reports, and what could not be read, as inputs with a fault: one that is missing hides no other.
 * @throws CannotRun where none can be read
 */
async function readAll(files: readonly string[], io: Io): Promise<[NamedReport[], Input[]]> {
  const reports: NamedReport[] = [];
  const faults: Input[] = [];
  let failure: CannotRun | undefined;
  for (const file of files) {
    try {
      reports.push({ name: file, report: await read(file) });
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      failure ??= error;
      faults.push({ file, fault: error.message });
    }
  }
  if (reports.length === 0 && failure) throw failure;
  for (const { fault = "" } of faults) io.stderr.write(`exa-websets: ${forErrorLine(fault)}\n`);
  return [reports, faults];
}

function together(reports: readonly { name: string; report: Report }[]): void {
  try {
    assertTogether(reports.map(({ name, report: { run } }) => ({ name, run })));
  } catch (error) {
    if (!(error instanceof NotTogether)) throw error;
    throw new CannotRun(error.message, { cause: error });
  }
}

/** With what is missing, and with the latest time of the parts unless it is to be left out. */
function described(report: Report, faults: readonly Input[], hasTime: boolean): Report {
  if (!report.run) return report;
  const { time, ...run } = report.run;
  const inputs = [...run.inputs, ...faults].sort(compareInputs);
  return { ...report, run: { ...run, inputs, ...(hasTime && time !== undefined && { time }) } };
}

async function read(file: string): Promise<Report> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new CannotRun(`cannot read ${file}: ${reasonOf(error)}`, { cause: error });
  });
  try {
    return readReport(text);
  } catch (error) {
    if (!(error instanceof NotAReport)) throw error;
    throw new CannotRun(`${file}: ${error.message}`, { cause: error });
  }
}
