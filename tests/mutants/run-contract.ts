import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { isNode, LineCounter, parseDocument } from "yaml";
import { readAll } from "../../contract-tests/support/recordings.ts";
import type { OpenApiDocument } from "../../scripts/generate/contract-model.ts";
import { loadContract } from "../../scripts/generate/load-contract.ts";
import { CannotRun } from "../../src/cli/command.ts";
import type { Path } from "./edit.ts";
import { createJudge } from "./judge.ts";
import { type Mutant, nameOf } from "./mutant.ts";
import { mutateContract } from "./mutate-contract.ts";
import { checkResults } from "./results.ts";
import type { Progress, Task } from "./shard.ts";

const file = "openapi/websets.yaml";

try {
  process.exitCode = await run(process.argv.includes("--update"));
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  process.stderr.write(`test:mutants: ${error.message}\n`);
  process.exitCode = 2;
}

/** Holds the witnesses of the contract to every mutant of it; resolves to the exit code. */
async function run(update: boolean): Promise<number> {
  const { document } = await loadContract(file);
  const judge = createJudge(await readAll());
  const first = judge.objection(document);
  if (first !== undefined) throw new CannotRun(`the contract itself does not stand: ${first}`);
  const mutants = mutateContract({ ...document });
  const start = performance.now();
  const indices = await judgeAll(document, mutants.length);
  const survivors = mutants.filter((_, index) => indices.has(index));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const lineOf = await lines(file);
  for (const mutant of survivors)
    process.stdout.write(`survived  ${file}:${lineOf(mutant.path)}  ${nameOf(mutant)}\n`);
  process.stdout.write(summary(mutants, survivors));
  const killed = mutants.length - survivors.length;
  process.stdout.write(`${killed} of ${mutants.length} mutants killed in ${seconds} s\n`);
  if (survivors.length > 0) {
    process.stdout.write("Add a testimony to contract-tests/witness-mutants.ndjson for each.\n");
    return 1;
  }
  return checkResults("contract", { mutants: mutants.length, killed }, update);
}

/** Has every mutant judged, on as many processes as there are processors; gives the indices of the survivors. */
async function judgeAll(document: OpenApiDocument, all: number): Promise<Set<number>> {
  const step = availableParallelism();
  const survivors = new Set<number>();
  let judged = 0;
  const shards = Array.from({ length: step }, async (_, first) => {
    const shard = fork(new URL("shard.ts", import.meta.url));
    shard.send({ document, first, step } satisfies Task);
    shard.on("message", (progress: Progress) => {
      judged += progress.judged;
      for (const index of progress.survivors) survivors.add(index);
      showProgress(judged, all, survivors.size);
    });
    await once(shard, "exit");
  });
  await Promise.all(shards);
  if (judged !== all) throw new CannotRun(`only ${judged} of ${all} mutants were judged`);
  return survivors;
}

function summary(mutants: readonly Mutant[], survivors: readonly Mutant[]): string {
  const kinds = [...new Set(mutants.map(({ kind }) => kind))];
  const count = (list: readonly Mutant[], kind: string) =>
    list.filter((mutant) => mutant.kind === kind).length;
  const rows = kinds.map((kind) => {
    const all = count(mutants, kind);
    const survived = count(survivors, kind);
    return `${kind.padEnd(14)}${String(all).padStart(6)}${String(all - survived).padStart(8)}\n`;
  });
  return `${"kind".padEnd(14)}mutants  killed\n${rows.join("")}`;
}

function showProgress(done: number, all: number, survived: number): void {
  if (!process.stderr.isTTY) return;
  const end = done === all ? "\r\u001b[K" : "";
  process.stderr.write(`\r${done} of ${all} mutants, ${survived} survived${end}`);
}

/** The line of the innermost part of a place that stands in the file. */
async function lines(name: string): Promise<(path: Path) => number> {
  const counter = new LineCounter();
  const yaml = parseDocument(await readFile(name, "utf8"), { lineCounter: counter });
  return (path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = yaml.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
}
