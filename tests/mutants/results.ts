import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";

/** What a run of mutants came to. */
export interface Score {
  readonly mutants: number;
  readonly killed: number;
}

const file = new URL("results.json", import.meta.url);

/**
 * Holds a score to the one that is committed in `results.json`, or commits it there if told to.
 * @returns the exit code: 1 if the share of mutants that were killed is lower than it was, 2 if none is committed.
 */
export async function checkResults(
  of: "contract" | "code",
  score: Score,
  update: boolean,
): Promise<number> {
  const all = JSON.parse(await readFile(file, "utf8")) as Partial<Record<string, Score>>; // written below
  const before = all[of];
  if (update) {
    await writeFile(file, `${JSON.stringify({ ...all, [of]: score }, null, 2)}\n`);
    process.stdout.write(`wrote tests/mutants/results.json: ${percent(score)}\n`);
    return 0;
  }
  if (before === undefined) {
    process.stdout.write(
      `tests/mutants/results.json holds no score for ${of}: run with --update\n`,
    );
    return 2;
  }
  if (share(score) < share(before)) {
    process.stdout.write(`the score fell from ${percent(before)} to ${percent(score)}\n`);
    return 1;
  }
  return 0;
}

const share = ({ killed, mutants }: Score): number => killed / mutants;
const percent = (score: Score): string => `${(100 * share(score)).toFixed(1)} %`;
