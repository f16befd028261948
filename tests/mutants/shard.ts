import process from "node:process";
import { readAll } from "../../contract-tests/support/recordings.ts";
import type { OpenApiDocument } from "../../scripts/generate/contract-model.ts";
import { edited } from "./edit.ts";
import { createJudge } from "./judge.ts";
import { mutateContract } from "./mutate-contract.ts";

/** What a shard is told: the contract, and to take every `step`th mutant from `first` on. */
export interface Task {
  readonly document: OpenApiDocument;
  readonly first: number;
  readonly step: number;
}

/** What a shard tells: mutants judged since it last told, and which of them survived, as indices. */
export interface Progress {
  readonly judged: number;
  readonly survivors: readonly number[];
}

process.once("message", async ({ document, first, step }: Task) => {
  const judge = createJudge(await readAll());
  const mutants = mutateContract({ ...document });
  let judged = 0;
  let survivors: number[] = [];
  const tell = () => {
    process.send?.({ judged, survivors } satisfies Progress);
    judged = 0;
    survivors = [];
  };
  for (let index = first; index < mutants.length; index += step) {
    const { edits = [], path } = mutants[index] ?? {};
    if (judge.objection(edited(document, edits), path) === undefined) survivors.push(index);
    judged += 1;
    if (judged === 100) tell();
  }
  tell();
  process.disconnect();
});
