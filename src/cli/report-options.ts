import { readFile } from "node:fs/promises";
import { isAbsolute, relative as relativePath, resolve, sep } from "node:path";
import type { Rule } from "../findings/finding.ts";
import { ParseFault } from "../json/parsed.ts";
import { type FormatName, formats } from "../report/formats/all.ts";
import type { FormatContext } from "../report/formats/format.ts";
import type { Report } from "../report/report.ts";
import { exitCodeOf, type FailOn, verdictLine } from "../report/verdict.ts";
import { applyWaivers, type Waiver } from "../report/waivers/apply.ts";
import { parseWaivers } from "../report/waivers/read.ts";
import { CannotRun, colors, type Io } from "./command.ts";
import { checkTarget, reasonOf, writeWhole } from "./output-file.ts";

/** The options of every command that ends in a report; spread them into those of `parseArgs`. */
export const reportOptions = {
  format: { type: "string", multiple: true },
  out: { type: "string", multiple: true },
  "fail-on": { type: "string" },
  waivers: { type: "string" },
} as const;

const formatNames = Object.keys(formats).join(", ");

/** Their part of `--help`. */
export const reportHelp = `Report:
  --format <name>     ${formatNames}; default text
  --out <file>        write there instead of standard output
                      Both may be repeated: the first --out belongs to the first --format, and so on.
  --fail-on <level>   error, warning, info or none: the mildest finding that means exit code 1; default error
  --waivers <file>    JSON or YAML list of { rule, location, operation?, reason, expires }
`;

/** What `parseArgs` gives for {@link reportOptions}. */
export interface ReportValues {
  readonly format?: string[] | undefined;
  readonly out?: string[] | undefined;
  readonly "fail-on"?: string | undefined;
  readonly waivers?: string | undefined;
}

/** What the project knows and the command hands in. */
export interface ReportSetting {
  readonly rules: ReadonlyMap<string, Rule>;
  /** `YYYY-MM-DD` (UTC); decides which waivers have ended. */
  readonly today: string;
}

/** The options, checked, before the work begins: a long run must not end in a typing error. */
export interface ReportPlan extends ReportSetting {
  readonly targets: readonly { readonly format: FormatName; readonly out: string | undefined }[];
  readonly failOn: FailOn;
  readonly waivers: readonly Waiver[] | undefined;
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
  for (const { out } of targets) if (out !== undefined) await checkTarget(out);
  return {
    ...setting,
    targets,
    failOn: failOnOf(values["fail-on"] ?? "error"),
    waivers: values.waivers === undefined ? undefined : await readWaivers(values.waivers),
  };
}

/**
 * Applies the waivers, writes the report in every format, and resolves to the exit code: 0 clean, 1 drift, 2 nothing
 * was checked. Where everything goes into files, one line on stderr tells the verdict.
 * @throws CannotRun for a file that cannot be written.
 */
export async function finish(report: Report, plan: ReportPlan, io: Io): Promise<number> {
  const { rules, failOn, today } = plan;
  const relative = relativeTo(io.env.GITHUB_WORKSPACE || process.cwd());
  const final = plan.waivers ? applyWaivers(report, plan.waivers, today, rules) : report;
  for (const { format, out } of plan.targets) {
    const paint = out === undefined ? colors(io.stdout, io.env) : colors({ write: () => {} }, {});
    const context: FormatContext = { rules, failOn, relative, paint };
    const text = (await formats[format]())(final, context);
    if (out === undefined) io.stdout.write(text);
    else await writeWhole(out, text);
  }
  if (plan.targets.every(({ out }) => out !== undefined))
    io.stderr.write(`${verdictLine(final, failOn)}\n`);
  return exitCodeOf(final, failOn);
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
