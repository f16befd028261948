import { readFile } from "node:fs/promises";
import { mergeRuns } from "../report/merge-runs.ts";
import { NotAReport, readReport } from "../report/read-report.ts";
import type { Report } from "../report/report.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, parseOptions } from "./command.ts";
import { reasonOf } from "./output-file.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";

/** `exa-websets merge`: one report of several. */
export const command: Command = {
  summary: "Merge JSON reports of several machines or shards into one",
  usage: `Usage: exa-websets merge <report.json…> [options]

Reads reports that \`--format json\` wrote, adds them up and reports the whole.
The order of the files is no matter, and a merged report can be merged again.

${reportHelp}
Exit codes: 0 clean, 1 drift, 2 a file is missing or is not a report.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      options: reportOptions,
      allowPositionals: true,
    });
    if (positionals.length === 0)
      throw new CannotRun("merge needs the files of one report or more; see --help");
    const today = new Date().toISOString().slice(0, 10);
    const plan = await prepareReport(values, { rules, today });
    const reports: Report[] = [];
    for (const file of positionals) reports.push(await read(file));
    return finish(mergeRuns(reports, rules), plan, io);
  },
};

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
