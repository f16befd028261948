import { readFileSync, statSync } from "node:fs";
import { type CheckOptions, checkRecordings } from "../drift/check-recordings.ts";
import type { Description } from "../openapi/description.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { openFrom } from "../recordings/read/read-bytes.ts";
import { recordLimit } from "../recordings/recorded.ts";
import type { Input, Report } from "../report/report.ts";
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

Reads HAR 1.2, also in Playwright's zip or one entry a line, and NDJSON, one {"request": {method, url, headers, body},
"response": {status, headers, body}} a line; recordings of nock and VCR; gzipped or not; - is standard input. Each
exchange may have up to ${limit}. docs/traffic.md tells what becomes of what a recorder leaves out.
Traffic to other endpoints is skipped, and listed.

  exa-websets check traffic.har
  jq -c '.log.entries[]' traffic.har | exa-websets check -
  exa-websets check recordings/*.har --min-coverage 60 --format sarif --out drift.sarif

Options:
  --server <url>        a base URL beside the documented one, such as http://localhost:4010; may be repeated
  --echo                also ask whether each answer is about the Webset that was asked for, with the metadata that was
                        sent, as the client does at run time; a mock's answers never are
  --min-coverage <n>    fail if fewer than n percent of what the contract allows were seen
  --show-values         show values of the traffic as they are; without it they appear as shapes, such as
                        "string of 17"
  --shard <i/n>         check only the i-th of n parts of the files; \`merge\` adds up the reports of all
  --threads <n>         threads beside the one that reads; default: one a processor, at most 4

${reportHelp}
Exit codes: 0 clean, 1 drift, 2 something could not be read or nothing was checked.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...reportOptions,
        server: { type: "string", multiple: true },
        echo: { type: "boolean" },
        "min-coverage": { type: "string" },
        "show-values": { type: "boolean" },
        shard: { type: "string" },
        threads: { type: "string" },
      },
    });
    if (positionals.length === 0)
      throw new CannotRun("check needs a recording to check; see --help");
    const twice = positionals.find((file, index) => positionals.indexOf(file) !== index);
    if (twice) throw new CannotRun(`${twice} is named twice, and would be counted twice`);
    const minCoverage = numberOf("min-coverage", values["min-coverage"], 100);
    const threads = numberOf("threads", values.threads, 64);
    const shard = values.shard === undefined ? undefined : shardOf(values.shard);
    const files = shard ? filesOf(positionals, shard) : positionals;
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
    const inputs = withFaults(log.inputs(), report);
    const code = await finish(report, plan, io, { inputs, showsValues, shard });
    if (report.summary.checked > 0 || shard) return code;
    throw new CannotRun(nothingChecked(report));
  },
};

/** @param io where progress is drawn; nowhere without it */
async function check(options: CheckOptions, io: Io | undefined): Promise<Report> {
  const progress = createProgress(io?.stderr ?? { write() {} }, totalSize(options.files));
  try {
    return await checkRecordings({ ...options, progress: (bytes) => progress.update(bytes) });
  } finally {
    progress.end();
  }
}

/** The inputs, and which of them could not be read to their end. */
function withFaults(inputs: readonly Input[], { findings }: Report): Input[] {
  const faults = new Map(
    findings.flatMap(({ id, args }) =>
      id === "recording-file-unreadable" || id === "recording-file-cut"
        ? [[String(args.file), String(args.reason)]]
        : [],
    ),
  );
  return inputs.map((input) => {
    const fault = faults.get(input.file);
    return fault === undefined ? input : { ...input, fault };
  });
}

function nothingChecked({ summary: { exchanges, skipped } }: Report): string {
  if (exchanges === 0) return "nothing was checked: there was no exchange to read";
  if (skipped === 0) return `nothing was checked: none of ${exchanges} records could be read`;
  return `nothing was checked: of ${exchanges} exchanges, ${skipped} were of other endpoints; if they went through another host, name it with --server`;
}

function numberOf(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= most) return value;
  throw new CannotRun(`--${name} takes a number from 0 to ${most}, not ${JSON.stringify(text)}`);
}

/** One part of a run that is divided among workers, from 1. */
interface Shard {
  readonly index: number;
  readonly of: number;
}

function shardOf(text: string): Shard {
  const [, index, of] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new CannotRun(`--shard takes a part of all such as 3/8, not ${JSON.stringify(text)}`);
}

/** The files of one worker: the same on every machine, in whatever order they are named. */
function filesOf(files: readonly string[], { index, of }: Shard): string[] {
  return [...files].sort().filter((_, at) => at % of === index - 1);
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
