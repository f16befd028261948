import { readFile } from "node:fs/promises";
import { describe, type Finding, type Rule } from "../findings/finding.ts";
import { ParseFault } from "../json/parsed.ts";
import { packagedKnownPath } from "../packaged-contract.ts";
import { forTerminal } from "../report/escape.ts";
import { type KnownDifference, type KnownFinding, sortByKnown } from "../spec-diff/known/known.ts";
import { parseKnown } from "../spec-diff/known/read.ts";
import { knownText } from "../spec-diff/known/write.ts";
import { CannotRun, type Io } from "./command.ts";
import { checkTarget, reasonOf, writeWhole } from "./output-file.ts";

/** The options of `diff` about differences that are known; spread them into those of `parseArgs`. */
export const knownOptions = {
  known: { type: "string" },
  "write-known": { type: "string" },
  "list-known": { type: "boolean" },
} as const;

/** Their part of `--help`. */
export const knownHelp = `Known differences:
  --known <file>          YAML or JSON list of differences that are no news; without a base it is added to the
                          packaged list, where the contract deliberately says other than the vendor's description
  --known none            no list, not the packaged one either
  --write-known <file>    write such a list: what differs now is known from then on. A list that is there keeps
                          its reasons, loses what is gone and gets what is new
  --list-known            tell the known differences, with their reasons, on stderr
`;

/** What `parseArgs` gives for {@link knownOptions}. */
interface KnownValues {
  readonly known?: string | undefined;
  readonly "write-known"?: string | undefined;
  readonly "list-known"?: boolean | undefined;
}

/** The lists, read and checked before the work begins. */
export interface KnownPlan {
  readonly differences: readonly KnownDifference[];
  /** The list to write, with what stood in it. */
  readonly target?: { readonly file: string; readonly before: KnownList };
  readonly isListed: boolean;
}

interface KnownList {
  readonly differences: readonly KnownDifference[];
  /** The lines that the file begins with. */
  readonly comment: readonly string[];
}

/** @throws CannotRun for a list that cannot be read, or written later */
export async function planKnown(values: KnownValues, isPackaged: boolean): Promise<KnownPlan> {
  const { known, "write-known": target, "list-known": isListed = false } = values;
  if (known !== undefined && known !== "none" && target !== undefined)
    throw new CannotRun("--write-known reads its own file first; leave out --known");
  const files = known === "none" || !isPackaged ? [] : [packagedKnownPath()];
  if (known !== undefined && known !== "none") files.push(known);
  const lists = await Promise.all(files.map(readList));
  const differences = lists.flatMap((list) => list.differences);
  if (target === undefined) return { differences, isListed };
  await checkTarget(target);
  const before = await readList(target).catch((error: CannotRun) => {
    if ((error.cause as NodeJS.ErrnoException).code === "ENOENT")
      return { differences: [], comment: [] };
    throw error;
  });
  return { differences, isListed, target: { file: target, before } };
}

async function readList(file: string): Promise<KnownList> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CannotRun(`cannot read the known differences ${file}: ${reasonOf(cause)}`, { cause });
  });
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  try {
    return { differences: await parseKnown(text, file), comment: lines.slice(0, Math.max(end, 0)) };
  } catch (cause) {
    if (!(cause instanceof ParseFault)) throw cause;
    const at = cause.line === undefined ? file : `${file}:${cause.line}`;
    throw new CannotRun(`${at}: ${cause.message}`, { cause });
  }
}

/**
 * The findings without those that are known, and one for each known difference that is gone; and how many are known,
 * which it says on stderr, too. It writes the list where that was asked for.
 * @param operations names of all operations of the base
 */
export async function withoutKnown(
  findings: readonly Finding[],
  operations: readonly string[],
  plan: KnownPlan,
  rules: ReadonlyMap<string, Rule>,
  io: Io,
): Promise<{ readonly fresh: Finding[]; readonly count: number }> {
  const { target } = plan;
  const { fresh: unlisted } = sortByKnown(findings, plan.differences);
  const written = target ? await writeList(unlisted, operations, target, io) : [];
  const { fresh, known, gone } = sortByKnown(findings, [...plan.differences, ...written]);
  if (known.length > 0) tell(known, plan.isListed, rules, io);
  return { fresh: [...fresh, ...gone], count: known.length };
}

async function writeList(
  findings: readonly Finding[],
  operations: readonly string[],
  { file, before }: NonNullable<KnownPlan["target"]>,
  io: Io,
): Promise<KnownDifference[]> {
  const text = knownText(findings, before.differences, file, operations, before.comment);
  await writeWhole(file, text);
  io.stderr.write(`wrote ${file}\n`);
  return parseKnown(text, file);
}

function tell(
  known: readonly KnownFinding[],
  isListed: boolean,
  rules: ReadonlyMap<string, Rule>,
  io: Io,
): void {
  const count = known.length === 1 ? "1 known difference" : `${known.length} known differences`;
  if (!isListed) {
    io.stderr.write(`${count} (--list-known tells them)\n`);
    return;
  }
  const reasons = [...new Set(known.map(({ reason }) => reason))];
  const groups = reasons.map((reason) => {
    const lines = known.filter((one) => one.reason === reason).map((one) => entry(one, rules));
    return `\n${forTerminal(reason)}\n${lines.join("\n")}\n`;
  });
  io.stderr.write(`${count}:\n${groups.join("")}\n`);
}

function entry(finding: KnownFinding, rules: ReadonlyMap<string, Rule>): string {
  const { id, source, opposite } = finding;
  const rule = rules.get(id);
  const places = [source, opposite].flatMap((one) => (one ? [`${one.file}:${one.line}`] : []));
  const sentence = rule ? describe(finding, rule) : id;
  return `  ${forTerminal(sentence)}\n    ${forTerminal(places.join(", "))}`;
}
