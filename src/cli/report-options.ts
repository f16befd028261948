import { readFile } from "node:fs/promises";
import { isAbsolute, relative as relativePath, resolve, sep } from "node:path";
import type { Rule } from "../findings/finding.ts";
import { ParseFault } from "../json/parsed.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { type ContractText, readContract } from "../report/contract-place.ts";
import { forTerminal } from "../report/escape.ts";
import { type FormatName, formats } from "../report/formats/all.ts";
import type { FormatContext } from "../report/formats/format.ts";
import type { Input, Report } from "../report/report.ts";
import { exitCodeOf, type FailOn, verdictLine } from "../report/verdict.ts";
import { applyWaivers, type Waiver } from "../report/waivers/apply.ts";
import { parseWaivers } from "../report/waivers/read.ts";
import { CannotRun, colors, type Io, type Output } from "./command.ts";
import { checkTargets, reasonOf, writeWhole } from "./output-file.ts";
import { runInfo } from "./run-info.ts";

/** The options of every command that ends in a report; spread them into those of `parseArgs`. */
export const reportOptions = {
  format: { type: "string", multiple: true },
  out: { type: "string", multiple: true },
  "fail-on": { type: "string" },
  waivers: { type: "string" },
  coverage: { type: "boolean" },
  "no-time": { type: "boolean" },
  "no-color": { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
} as const;

const formatNames = Object.keys(formats).join(", ");

/** Their part of `--help`. */
export const reportHelp = `Report:
  --format <name>     ${formatNames}; default text
  --out <file>        write there instead of standard output
                      Both may be repeated: the first --out belongs to the first --format, and so on.
  --fail-on <level>   error, warning, info or none: the mildest finding that means exit code 1; default error
  --waivers <file>    JSON or YAML list of { rule, location, operation?, reason, expires }
  --coverage          also list what of the contract no exchange showed
  --no-time           leave the time out, so that the same input gives the same bytes
  --no-color          no colours; NO_COLOR and FORCE_COLOR are heeded too
  -q, --quiet         no progress and no text unless the exit code is other than 0
`;

/** What `parseArgs` gives for {@link reportOptions}. */
export interface ReportValues {
  readonly format?: string[] | undefined;
  readonly out?: string[] | undefined;
  readonly "fail-on"?: string | undefined;
  readonly waivers?: string | undefined;
  readonly coverage?: boolean | undefined;
  readonly "no-time"?: boolean | undefined;
  readonly "no-color"?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** What the project knows and the command hands in. */
export interface ReportSetting {
  readonly rules: ReadonlyMap<string, Rule>;
  /** The command's name. */
  readonly command: string;
  /** Decides which waivers have ended; the report says it, unless `--no-time`. */
  readonly now: Date;
  /** What the command reads, `-` for standard input: no output may be one of these. */
  readonly inputs: readonly string[];
}

/** The options, checked, before the work begins: a long run must not end in a typing error. */
export interface ReportPlan extends ReportSetting {
  readonly targets: readonly { readonly format: FormatName; readonly out: string | undefined }[];
  readonly failOn: FailOn;
  readonly waivers: readonly Waiver[] | undefined;
  readonly listsCoverage: boolean;
  readonly hasTime: boolean;
  readonly hasColor: boolean;
  readonly quiet: boolean;
}

/**
 * Checks the options and reads the waivers. Call it before the work, {@link finish} after it.
 * @throws CannotRun for an unknown format or level, a target that cannot be written, a malformed waiver file.
 */
export async function prepareReport(
  values: ReportValues,
  setting: ReportSetting,
): Promise<ReportPlan> {
  const targets = targetsOf(values);
  const outs = targets.flatMap(({ out }) => (out === undefined ? [] : [out]));
  const { waivers } = values;
  await checkTargets(outs, [...setting.inputs, ...(waivers === undefined ? [] : [waivers])]);
  return {
    ...setting,
    targets,
    failOn: failOnOf(values["fail-on"] ?? "error"),
    waivers: waivers === undefined ? undefined : await readWaivers(waivers),
    listsCoverage: values.coverage === true,
    hasTime: values["no-time"] !== true,
    hasColor: values["no-color"] !== true,
    quiet: values.quiet === true,
  };
}

/** What is known of a run only when it is over. */
export interface Outcome {
  /** What was read; by default the names that the plan has. */
  readonly inputs?: readonly Input[];
  readonly showsValues?: boolean | undefined;
  /** How many differences are known. */
  readonly known?: number | undefined;
  /** Which part of the whole this was. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
}

/**
 * Applies the waivers, writes the report in every format, and resolves to the exit code: 0 clean, 1 drift, 2 not
 * everything was checked. Where everything goes into files, one line on stderr tells the verdict.
 * @throws CannotRun for a file that cannot be written.
 */
export async function finish(
  report: Report,
  plan: ReportPlan,
  io: Io,
  outcome: Outcome = {},
): Promise<number> {
  const { rules, failOn } = plan;
  const today = plan.now.toISOString().slice(0, 10);
  const waived = plan.waivers ? applyWaivers(report, plan.waivers, today, rules) : report;
  const final: Report = { ...waived, run: report.run ?? runOf(plan, outcome) };
  const code = exitCodeOf(final, failOn);
  const context = await contextOf(plan, io);
  for (const { format, out } of plan.targets) {
    const terminal: Output = out === undefined ? io.stdout : { write() {} };
    const paint = colors(terminal, out === undefined ? io.env : {}, plan.hasColor);
    const width = terminal.isTTY ? terminal.columns : undefined;
    const text = (await formats[format]())(final, { ...context, paint, ...(width && { width }) });
    if (out !== undefined) await writeWhole(out, text);
    else if (!(plan.quiet && format === "text" && code === 0)) io.stdout.write(text);
  }
  const isTold = plan.targets.some(({ out }) => out === undefined);
  if (!isTold && !(plan.quiet && code === 0))
    io.stderr.write(`${forTerminal(verdictLine(final, failOn))}\n`);
  return code;
}

function runOf(plan: ReportPlan, { inputs, showsValues, known, shard }: Outcome) {
  return runInfo(plan.command, inputs ?? plan.inputs.map((file) => ({ file })), {
    ...(plan.hasTime && { time: plan.now.toISOString() }),
    ...(shard && { shards: { of: shard.of, done: [shard.index] } }),
    ...(known && { known: { count: known } }),
    ...(showsValues && { showsValues: true as const }),
  });
}

/** Formats that show where the contract says what was broken. */
const showingContract: readonly FormatName[] = ["html", "sarif"];

async function contextOf(plan: ReportPlan, io: Io): Promise<Omit<FormatContext, "paint">> {
  const { rules, failOn, listsCoverage } = plan;
  const relative = relativeTo(io.env.GITHUB_WORKSPACE || process.cwd());
  const isShown = plan.targets.some(({ format }) => showingContract.includes(format));
  const contract = isShown ? await packagedContract() : undefined;
  return { rules, failOn, relative, listsCoverage, ...(contract && { contract }) };
}

/** As it was written; as it was bundled where the package `yaml` is not installed. */
async function packagedContract(): Promise<ContractText> {
  const [yaml, json] = [packagedContractPath("yaml"), packagedContractPath("json")];
  return readContract(await readFile(yaml, "utf8"), yaml).catch(async (error: unknown) => {
    if (!(error instanceof ParseFault)) throw error;
    return readContract(await readFile(json, "utf8"), json);
  });
}

function targetsOf({ format = [], out = [] }: ReportValues): ReportPlan["targets"] {
  const names = format.length > 0 ? format : ["text"];
  if (out.length > names.length)
    throw new CannotRun("there are more --out than --format; give each file its format");
  const targets = names.map((name, index) => {
    if (!isFormat(name))
      throw new CannotRun(`unknown format ${JSON.stringify(name)}; the formats are ${formatNames}`);
    const file = out[index];
    return { format: name, out: file === "-" ? undefined : file };
  });
  if (targets.filter((target) => target.out === undefined).length > 1) {
    throw new CannotRun(
      "two formats would be mixed on standard output; give each --format but one its --out",
    );
  }
  return targets;
}

const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);

function failOnOf(level: string): FailOn {
  if (level === "error" || level === "warning" || level === "info" || level === "none")
    return level;
  throw new CannotRun(`--fail-on takes error, warning, info or none, not ${JSON.stringify(level)}`);
}

async function readWaivers(file: string): Promise<readonly Waiver[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new CannotRun(`cannot read the waivers ${file}: ${reasonOf(error)}`, { cause: error });
  });
  return parseWaivers(text, file).catch((error: unknown) => {
    if (!(error instanceof ParseFault)) throw error;
    const at = error.line === undefined ? file : `${file}:${error.line}`;
    throw new CannotRun(`${at}: ${error.message}`, { cause: error });
  });
}

/** Annotations and SARIF want paths from the root of the repository: in GitHub's runner the workspace. */
const relativeTo = (root: string) => (file: string) => {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) return file;
  const path = relativePath(root, resolve(file));
  const outside = isAbsolute(path) || path.split(sep)[0] === "..";
  return (outside ? resolve(file) : path).replaceAll(sep, "/");
};
