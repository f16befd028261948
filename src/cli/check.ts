import { readFileSync, statSync } from "node:fs";
import { type CheckOptions, checkRecordings } from "../drift/check-recordings.ts";
import type { Description } from "../openapi/description.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { openFrom } from "../recordings/read/read-bytes.ts";
import { RecordingError, recordLimit } from "../recordings/recorded.ts";
import type { Report } from "../report/report.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, type Io, nowOf, parseOptions } from "./command.ts";
import { createProgress } from "./progress.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";
import { logInputs } from "./run-info.ts";

const limit = `${recordLimit / 2 ** 20} MiB`;

/** `exa-websets check`: recorded traffic against the contract. */
export const command: Command = {
  summary: "Check recorded traffic (HAR, NDJSON) against the contract",
  usage: `Usage: exa-websets check <file…> [options]

Reads HAR 1.2 or NDJSON, one {"request": {method, url, headers, body}, "response": {status, headers, body}} a line,
gzipped or not; - is standard input. Each entry or line may have up to ${limit}.
Traffic to other endpoints is counted and skipped.

Options:
  --server <url>        a base URL beside the documented one, such as http://localhost:4010; may be repeated
  --echo                also ask whether each answer is about the Webset that was asked for, with the metadata that was
                        sent, as the client does at run time; a mock's answers never are
  --min-coverage <n>    fail if fewer than n percent of what the contract allows were seen
  --show-values         show values of the traffic as they are; without it they appear as shapes, such as
                        "string of 17"
  --threads <n>         threads beside the one that reads; default: one a processor, at most 4

${reportHelp}
Exit codes: 0 clean, 1 drift, 2 something could not be read or nothing was checked.
`,
  async run(argv, io) {
    const { values, positionals: files } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...reportOptions,
        server: { type: "string", multiple: true },
        echo: { type: "boolean" },
        "min-coverage": { type: "string" },
        "show-values": { type: "boolean" },
        threads: { type: "string" },
      },
    });
    if (files.length === 0) throw new CannotRun("check needs a recording to check; see --help");
    const twice = files.find((file, index) => files.indexOf(file) !== index);
    if (twice) throw new CannotRun(`${twice} is named twice, and would be counted twice`);
    const minCoverage = numberOf("min-coverage", values["min-coverage"], 100);
    const threads = numberOf("threads", values.threads, 64);
    const servers = (values.server ?? []).map(serverOf);
    const setting = { rules, command: "check", now: nowOf(io), inputs: files };
    const plan = await prepareReport(values, setting);
    const log = logInputs(openFrom(io.stdin));
    const showsValues = values["show-values"];
    const report = await check(
      {
        files,
        servers,
        echo: values.echo,
        // The file is generated and its shape tested.
        description: JSON.parse(readFileSync(packagedContractPath("json"), "utf8")) as Description,
        open: log.open,
        showValues: showsValues,
        ...(minCoverage !== undefined && { minCoverage }),
        ...(threads !== undefined && { threads }),
      },
      plan.quiet ? undefined : io,
    );
    const code = await finish(report, plan, io, { inputs: log.inputs(), showsValues });
    if (report.summary.checked > 0) return code;
    throw new CannotRun(nothingChecked(report));
  },
};

/** @param io where progress is drawn; nowhere without it */
async function check(options: CheckOptions, io: Io | undefined): Promise<Report> {
  const progress = createProgress(io?.stderr ?? { write() {} }, totalSize(options.files));
  try {
    return await checkRecordings({ ...options, progress: (bytes) => progress.update(bytes) });
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    throw new CannotRun(error.message, { cause: error });
  } finally {
    progress.end();
  }
}

function nothingChecked({ summary: { exchanges, skipped } }: Report): string {
  if (skipped === 0) return `nothing was checked: none of ${exchanges} records could be read`;
  return `nothing was checked: of ${exchanges} exchanges, ${skipped} were of other endpoints; if they went through another host, name it with --server`;
}

function numberOf(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= most) return value;
  throw new CannotRun(`--${name} takes a number from 0 to ${most}, not ${JSON.stringify(text)}`);
}

function serverOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "") return text;
  throw new CannotRun(
    `--server takes a base URL such as https://host/base, not ${JSON.stringify(text)}`,
  );
}

/** Bytes of all files; undefined with standard input among them, or where one cannot be read, which is told later. */
function totalSize(files: readonly string[]): number | undefined {
  let total = 0;
  for (const file of files) {
    const size = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}
