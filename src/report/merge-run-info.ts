import { compareText } from "./order.ts";
import type { Input, RunInfo, Shards } from "./report.ts";

/** Why reports cannot be one: they are of different things, or the same thing twice. */
export class NotTogether extends Error {
  override readonly name = "NotTogether";
}

/** A report's run and the name by which a message calls the report. */
export interface NamedRun {
  readonly name: string;
  readonly run: RunInfo | undefined;
}

/**
 * Holds reports to each other before they are merged.
 * @throws NotTogether for another contract, command or version, for values shown in one and hidden in the other, for a
 * shard of another division, and for an input or a shard that two of them hold
 */
export function assertTogether(reports: readonly NamedRun[]): void {
  const runs = reports.map(({ name, run }) => {
    if (run) return { name, run };
    throw new NotTogether(`${name} does not say what it is a report of`);
  });
  const [first] = runs;
  if (!first) return;
  for (const { name, run } of runs.slice(1)) {
    for (const [what, value, of] of traits(first.run, run)) {
      if (value === of) continue;
      throw new NotTogether(
        `${name} and ${first.name} are not of one whole: ${what} ${of} there, ${value} here`,
      );
    }
  }
  assertOnce(
    runs.map(({ name, run }) => ({
      name,
      held: new Map(run.inputs.map((input) => [identity(input, run), `the input ${input.file}`])),
    })),
  );
  assertOnce(
    runs.map(({ name, run }) => ({
      name,
      held: new Map((run.shards?.done ?? []).map((index) => [`${index}`, `shard ${index}`])),
    })),
  );
}

function traits(first: RunInfo, run: RunInfo): [what: string, value: string, of: string][] {
  const short = ({ contract }: RunInfo) => contract.slice(0, 12);
  const shards = ({ shards: parts }: RunInfo) => (parts ? `of ${parts.of} shards` : "undivided");
  const values = ({ showsValues }: RunInfo) => (showsValues ? "values shown" : "values hidden");
  return [
    ["the contract is", short(run), short(first)],
    ["the command is", run.command, first.command],
    ["the version is", run.tool, first.tool],
    ["it has", values(run), values(first)],
    ["the run is", shards(run), shards(first)],
  ];
}

/**
 * What was read, by its content where that is known: two machines may call their files alike. Shards are of one list of
 * files, in which two may have the same content.
 */
function identity({ file, bytes, sha256 }: Input, { shards }: RunInfo): string {
  if (sha256 === undefined || bytes === 0) return `file ${file}`;
  return shards ? `file ${file} sha256 ${sha256}` : `sha256 ${sha256}`;
}

/** What each report holds, and how a message calls it, by what makes it the same thing. */
function assertOnce(
  reports: readonly { readonly name: string; readonly held: ReadonlyMap<string, string> }[],
): void {
  const holders = new Map<string, string>();
  for (const { name, held } of reports) {
    for (const [what, words] of held) {
      const before = holders.get(what);
      if (before === undefined) continue;
      throw new NotTogether(`${words} is in both ${before} and ${name}: it would be counted twice`);
    }
    for (const what of held.keys()) holders.set(what, name);
  }
}

/** What the merged report is of. Call {@link assertTogether} first: this one takes what they share from the first. */
export function mergeRunInfo(runs: readonly RunInfo[]): RunInfo {
  const sorted = [...runs].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  const { tool = "", command = "", contract = "" } = sorted[0] ?? {};
  const times = runs.flatMap(({ time }) => (time === undefined ? [] : [time])).sort();
  const latest = times.at(-1);
  const shards = mergeShards(runs.flatMap((run) => run.shards ?? []));
  return {
    ...{ tool, command, contract },
    inputs: runs.flatMap(({ inputs }) => inputs).sort(compareInputs),
    ...(latest !== undefined && { time: latest }),
    ...(shards && { shards }),
    ...(runs.some(({ known }) => known) && {
      known: { count: runs.reduce((sum, { known }) => sum + (known?.count ?? 0), 0) },
    }),
    ...(runs.some(({ showsValues }) => showsValues) && { showsValues: true }),
  };
}

export const compareInputs = (a: Input, b: Input): number =>
  compareText(a.file, b.file) || compareText(JSON.stringify(a), JSON.stringify(b));

/** All parts together are the whole, which is no shard any more. */
function mergeShards(shards: readonly Shards[]): Shards | undefined {
  const [first] = shards;
  if (!first) return undefined;
  const done = [...new Set(shards.flatMap((part) => part.done))].sort((a, b) => a - b);
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter(
    (index) => !done.includes(index),
  );
  return missing.length > 0 ? { of: first.of, done, missing } : undefined;
}
