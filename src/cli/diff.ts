import process from "node:process";
import type { Rule } from "../findings/finding.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { buildReport } from "../report/build.ts";
import { rules } from "../rules.ts";
import {
  asUnreadable,
  type Difference,
  diffRules,
  diffSpecs,
  type LoadedSpec,
  loadSpec,
  type RuleId,
  UnreadableSpec,
  withoutHistory,
} from "../spec-diff/index.ts";
import { CannotRun, type Command, type Io, nowOf, parseOptions } from "./command.ts";
import { knownHelp, knownOptions, planKnown, withoutKnown } from "./known-options.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";

/** `exa-websets diff`: what changed for a caller from one OpenAPI description to another. */
export const command: Command = {
  summary: "Compare two OpenAPI descriptions and tell what breaks a caller",
  usage: `Usage: exa-websets diff [base] <revision> [options]

Compares two OpenAPI 3.x descriptions, JSON or YAML, each a file, a URL, or - for standard input. YAML needs the
package yaml (npm install --save-dev yaml).
Without a base the revision is compared with the packaged contract: what the two are known to say differently is
counted on stderr, and so are operations that the contract does not have.

  exa-websets diff https://example.com/openapi.yaml
  exa-websets diff old.yaml new.yaml --format markdown --out changes.md
  git show main:openapi.yaml | exa-websets diff - openapi.yaml
  exa-websets diff baseline.yaml https://example.com/openapi.json --write-known known.yaml

Options:
  --new-operations <how>  list or count; default list, and count without a base
  --root <folder>         what a description in a file may refer to; default the folder that it lies in
  --timeout <seconds>     for each URL; default 30
  --max-size <MiB>        for each description with all that it refers to; default 64

${knownHelp}
${reportHelp}
Exit codes: 0 clean, 1 drift, 2 a description could not be read or compared.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...reportOptions,
        ...knownOptions,
        "new-operations": { type: "string" },
        root: { type: "string" },
        timeout: { type: "string" },
        "max-size": { type: "string" },
      },
    });
    const [base, revision] = placesOf(positionals);
    const listed = isListed(values["new-operations"], base === undefined);
    const options = {
      timeout: 1000 * positive("timeout", values.timeout, 30),
      maxBytes: 2 ** 20 * positive("max-size", values["max-size"], 64),
      stdin: io.stdin as AsyncIterable<Uint8Array>, // Node's streams are iterable; the interface leaves it open
      ...(values.root !== undefined && { root: values.root }),
    };
    const now = nowOf(io);
    const today = now.toISOString().slice(0, 10);
    const inputs = base === undefined ? [revision] : [base, revision];
    const sentences = base === undefined ? comparingRules : rules;
    const plan = await prepareReport(values, { rules: sentences, command: "diff", now, inputs });
    const known = await planKnown(values, base === undefined);

    const { findings, notCompared, operations } = await asCannotRun(async () => {
      const from = await loadSpec(base ?? packagedContractPath("json"), options);
      const to = await loadSpec(revision, options);
      return { ...compare(from, to, today), operations: from.operations };
    });
    const added = findings.filter(({ id }) => newOperations.has(id));
    const told = listed ? findings : findings.filter(({ id }) => !newOperations.has(id));
    if (!listed && !plan.quiet) tellNewOperations(added.length, io);
    const silent: Io = plan.quiet ? { ...io, stderr: { write: () => true } } : io;
    const { fresh, count } = await withoutKnown(told, operations, known, sentences, silent);
    const none = { exchanges: 0, checked: 0, skipped: 0 };
    const report = buildReport([...fresh, ...notCompared], none, { rules: sentences });
    const code = await finish(report, plan, io, { known: count });
    return notCompared.length > 0 ? 2 : code;
  },
};

/** What tells an operation that the base does not have. */
const newOperations: ReadonlySet<string> = new Set<RuleId>(["endpoint-added", "webhook-added"]);

/** Between the contract and the vendor's description neither is the earlier: nothing was added or removed. */
const comparingRules: ReadonlyMap<string, Rule> = new Map(
  [...rules].map(([id, rule]) => [id, diffRules.has(id) ? withoutHistory(rule) : rule]),
);

function placesOf(positionals: readonly string[]): [base: string | undefined, revision: string] {
  const [first, second, third] = positionals;
  if (first === undefined)
    throw new CannotRun("diff needs an OpenAPI description to compare with; see --help");
  if (third !== undefined)
    throw new CannotRun("diff compares two descriptions, not more; see --help");
  if (first === "-" && second === "-")
    throw new CannotRun("both descriptions cannot come from standard input; put one in a file");
  return second === undefined ? [undefined, first] : [first, second];
}

function isListed(how: string | undefined, isPackaged: boolean): boolean {
  if (how === undefined) return !isPackaged;
  if (how === "list" || how === "count") return how === "list";
  throw new CannotRun(`--new-operations takes list or count, not ${JSON.stringify(how)}`);
}

function positive(name: string, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 1000) return value;
  throw new CannotRun(
    `--${name} takes a number above 0, at most 1000, not ${JSON.stringify(text)}`,
  );
}

function compare(base: LoadedSpec, revision: LoadedSpec, today: string): Difference {
  const locate = (pointer: string, side: "base" | "revision") =>
    (side === "base" ? base : revision).locate(pointer);
  // The time that the processor spent: a busy machine is no reason to give up.
  const budget = { now: () => process.cpuUsage().user / 1000 };
  return asUnreadable(locate, () =>
    diffSpecs(base.document, revision.document, { today, locate, budget }),
  );
}

async function asCannotRun<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UnreadableSpec)) throw error;
    throw new CannotRun(error.message, { cause: error });
  }
}

function tellNewOperations(count: number, io: Io): void {
  if (count === 0) return;
  const operations = count === 1 ? "1 operation" : `${count} operations`;
  io.stderr.write(
    `${operations} of the revision are not in the contract; --new-operations list shows them\n`,
  );
}
