import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../src/findings/finding.ts";
import { asUnreadable, diffSpecs, type LoadedSpec, loadSpec } from "../../src/spec-diff/index.ts";
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
 * would. Rewrites for which the description gives no occasion are left out.
 * @param each is called while the files are there
 */
export async function compareWithRewrites(
  document: JsonObject,
  names: readonly string[],
  each: (outcome: Outcome) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "exa-websets-corpus-"));
  try {
    const original = write(join(folder, "original.json"), document);
    const base = await loadSpec(original);
    for (const rewrite of rewriteNames.filter((name) => names.includes(name))) {
      const revision = await rewriteInto(folder, rewrite, document);
      if (revision === undefined) continue;
      const files = [original, revision] as const;
      each({ rewrite, files, ...(await findingsBetween(base, revision, rewrite)) });
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

async function findingsBetween(base: LoadedSpec, file: string, rewrite: string) {
  try {
    const revision = await loadSpec(file);
    const findings = [...compare(base, revision), ...compare(revision, base)];
    return { findings: findings.filter((finding) => !isAccepted(rewrite, finding)) };
  } catch (error) {
    return { findings: [], failure: (error as Error).message };
  }
}

function compare(base: LoadedSpec, revision: LoadedSpec): readonly Finding[] {
  const locate = (pointer: string, side: "base" | "revision") =>
    (side === "base" ? base : revision).locate(pointer);
  return asUnreadable(locate, () => diffSpecs(base.document, revision.document, { locate }));
}

const isAccepted = (rewrite: string, { id, level }: Finding): boolean =>
  level === "info" && accepted.some(([name, rule]) => name.test(rewrite) && rule.test(id));
