import type { Finding } from "../findings/finding.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { buildReport } from "../report/build.ts";
import { rules } from "../rules.ts";
import {
  asUnreadable,
  diffSpecs,
  type LoadedSpec,
  loadSpec,
  UnreadableSpec,
} from "../spec-diff/index.ts";
import { CannotRun, type Command, type Io, nowOf, parseOptions } from "./command.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";

/** `exa-websets diff`: what changed for a caller from one OpenAPI description to another. */
export const command: Command = {
  summary: "Compare two OpenAPI descriptions and tell what breaks a caller",
  usage: `Usage: exa-websets diff [base] <revision> [options]

Compares two OpenAPI 3.x descriptions, JSON or YAML, each a file or a URL.
Without a base the revision is compared with the packaged contract: operations that the contract does not
have are then counted on stderr, and not listed.

Options:
  --new-operations <how>  list or count; default list, and count without a base
  --timeout <seconds>     for each URL; default 30
  --max-size <MiB>        for each file or URL; default 10

${reportHelp}
Exit codes: 0 clean, 1 drift, 2 a description could not be read or compared.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...reportOptions,
        "new-operations": { type: "string" },
        timeout: { type: "string" },
        "max-size": { type: "string" },
      },
    });
    const [base, revision] = placesOf(positionals);
    const listed = isListed(values["new-operations"], base === undefined);
    const limits = {
      timeout: 1000 * positive("timeout", values.timeout, 30),
      maxBytes: 2 ** 20 * positive("max-size", values["max-size"], 10),
    };
    const now = nowOf(io);
    const today = now.toISOString().slice(0, 10);
    const inputs = base === undefined ? [revision] : [base, revision];
    const plan = await prepareReport(values, { rules, command: "diff", now, inputs });

    const findings = await asCannotRun(async () => {
      const from = await loadSpec(base ?? packagedContractPath("json"), limits);
      const to = await loadSpec(revision, limits);
      return compare(from, to, today);
    });
    const added = findings.filter((finding) => finding.id === "endpoint-added");
    const told = listed ? findings : findings.filter((finding) => finding.id !== "endpoint-added");
    if (!listed && !plan.quiet) tellNewOperations(added.length, io);
    return finish(buildReport(told, { exchanges: 0, checked: 0, skipped: 0 }, { rules }), plan, io);
  },
};

function placesOf(positionals: readonly string[]): [base: string | undefined, revision: string] {
  const [first, second, third] = positionals;
  if (first === undefined)
    throw new CannotRun("diff needs an OpenAPI description to compare with; see --help");
  if (third !== undefined)
    throw new CannotRun("diff compares two descriptions, not more; see --help");
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

function compare(base: LoadedSpec, revision: LoadedSpec, today: string): Finding[] {
  const locate = (pointer: string, side: "base" | "revision") =>
    (side === "base" ? base : revision).locate(pointer);
  return asUnreadable(locate, () => {
    const findings = diffSpecs(base.document, revision.document, { today, locate });
    return findings;
  });
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
