import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Finding } from "../../src/findings/finding.ts";
import {
  asUnreadable,
  type Difference,
  diffSpecs,
  type LoadedSpec,
  loadSpec,
} from "../../src/spec-diff/index.ts";
import { accepted } from "./accepted.ts";
import { fileRewrites, write } from "./files.ts";
import { rewrites } from "./rewrites.ts";
import type { JsonObject } from "./schema-name.ts";

/** What came of a description beside one rewrite of itself. */
export interface Outcome {
  readonly rewrite: string;
  /** What should not have been found, either way round. */
  readonly findings: readonly Finding[];
  /** Why it was not compared, where it was not. */
  readonly failure?: string;
  /** The two files. */
  readonly files: readonly [base: string, revision: string];
}

/** Names of all rewrites; the first is none. */
export const rewriteNames: readonly string[] = [
  "itself",
  ...rewrites.map(({ name }) => name),
  ...fileRewrites.map(({ name }) => name),
];

/**
 * Compares a description with itself and with its rewrites, each in both directions, all read from files as a user
 * would.
 * @param each is called while the files are there; with a name alone for a rewrite that the description gives no
 * occasion for
 */
export async function compareWithRewrites(
  document: JsonObject,
  names: readonly string[],
  each: (outcome: Outcome | string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "exa-websets-corpus-"));
  try {
    const original = write(join(folder, "original.json"), document);
    const base = await loadSpec(original);
    // What cannot be read in the description itself is no fault of a rewrite.
    const faults = new Set(compare(base, base).notCompared.map(reasonOf));
    for (const rewrite of rewriteNames.filter((name) => names.includes(name))) {
      const revision = await rewriteInto(folder, rewrite, document);
      if (revision === undefined) {
        each(rewrite);
        continue;
      }
      const files = [original, revision] as const;
      each({ rewrite, files, ...(await findingsBetween(base, revision, rewrite, faults)) });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function rewriteInto(
  folder: string,
  name: string,
  document: JsonObject,
): Promise<string | undefined> {
  const file = join(folder, "rewritten.json");
  if (name === "itself") return write(file, document);
  const inFiles = fileRewrites.find((rewrite) => rewrite.name === name);
  if (inFiles) return inFiles.write(document, folder);
  const rewritten = rewrites.find((rewrite) => rewrite.name === name)?.apply(document);
  return rewritten && write(file, rewritten);
}

async function findingsBetween(
  base: LoadedSpec,
  file: string,
  rewrite: string,
  faults: ReadonlySet<string>,
) {
  try {
    const revision = await loadSpec(file);
    const both = [compare(base, revision), compare(revision, base)];
    const findings = both.flatMap((one) => [
      ...one.findings.filter((finding) => !isAccepted(rewrite, finding)),
      ...one.notCompared.filter((finding) => !faults.has(reasonOf(finding))),
    ]);
    return { findings };
  } catch (error) {
    return { findings: [], failure: (error as Error).message };
  }
}

const reasonOf = ({ args }: Finding): string => JSON.stringify(args.reason);

/** Compares all, also what is written alike: it is the rules that are looked at. */
function compare(base: LoadedSpec, revision: LoadedSpec): Difference {
  const locate = (pointer: string, side: "base" | "revision") =>
    (side === "base" ? base : revision).locate(pointer);
  // The time that the processor spent, as in the command: a busy machine is no reason to give up.
  const budget = { now: () => process.cpuUsage().user / 1000 };
  const options = { locate, isThorough: true, budget };
  return asUnreadable(locate, () => diffSpecs(base.document, revision.document, options));
}

const isAccepted = (rewrite: string, { id, level }: Finding): boolean =>
  level === "info" && accepted.some(([name, rule]) => name.test(rewrite) && rule.test(id));
