/** Measures contestants side by side: CPU time in their own processes, turn by turn within each round. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Figure } from "./results.ts";

/** What a contestant's module exports: given its input, the work to do that many times. */
export type Prepare = (input: never) => Promise<Work> | Work;
export type Work = (times: number) => Promise<void> | void;

/** To a contestant: do the work that often. */
export interface Turn {
  readonly times: number;
}

/** From a contestant; `cpu` in µs, of all its threads. */
export type Reply =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly cpu: number }
  | { readonly kind: "missing"; readonly name: string }
  | { readonly kind: "failed"; readonly reason: string };

export interface Contestant {
  readonly name: string;
  /** File below `dist/`, with `prepare`. */
  readonly module: string;
  readonly input: unknown;
}

export interface RaceOptions {
  /** How often all start anew: a process may come out quicker or slower for its whole life. */
  readonly starts: number;
  /** How often each has its turn after each start. */
  readonly rounds: number;
  /** CPU time of a turn, in ms; long against the clock's grain and the scheduler's slices. */
  readonly turn: number;
  /** CPU time of the turns before the first that counts, in ms, for the compiler to settle. */
  readonly warmup: number;
}

/** What one contestant cost, a figure a round in µs; or the package without which it cannot start. */
export type Outcome = { readonly costs: readonly number[] } | { readonly missing: string };

/**
 * Lets every contestant work in every round, each round beginning with another, so that whatever else the machine does
 * falls on all alike.
 * @throws Error where a contestant fails for another reason than a missing package.
 */
export async function race(
  contestants: readonly Contestant[],
  options: RaceOptions,
): Promise<Map<string, Outcome>> {
  const all = contestants.map((contestant) => ({ contestant, costs: [] as number[], missing: "" }));
  for (let i = 0; i < options.starts; i++) {
    const runners: Runner[] = [];
    try {
      // Whoever starts first has another memory layout and another wait: let it be another each time.
      for (const entry of [...all.slice(i % all.length), ...all.slice(0, i % all.length)]) {
        const runner = await start(entry.contestant, entry.costs);
        if ("missing" in runner) entry.missing = runner.missing;
        else runners.push(runner);
      }
      await runRounds(runners, options);
    } finally {
      for (const runner of runners) runner.stop();
    }
  }
  return new Map(
    all.map(({ contestant, costs, missing }) => [
      contestant.name,
      missing ? { missing } : { costs },
    ]),
  );
}

async function runRounds(runners: readonly Runner[], options: RaceOptions): Promise<void> {
  const { rounds, turn, warmup } = options;
  const times = new Map(runners.map((runner) => [runner, 1]));
  const before = Math.ceil(warmup / turn);
  for (let round = -before; round < rounds; round++) {
    for (let i = 0; i < runners.length; i++) {
      const runner = runners[(round + before + i) % runners.length];
      if (!runner) continue;
      const now = times.get(runner) ?? 1;
      const cpu = await runner.turn(now);
      if (round >= 0) runner.costs.push(cpu / now);
      else times.set(runner, fitting(now, cpu, turn));
    }
  }
}

/** How often the work fits into a turn; grows by steps, as the first run of all is slow. */
function fitting(times: number, cpu: number, turn: number): number {
  return Math.max(1, Math.round(times * Math.min(4, (turn * 1000) / Math.max(1, cpu))));
}

interface Runner {
  /** Where its figures go. */
  readonly costs: number[];
  /** Resolves to the CPU time in µs. */
  turn(times: number): Promise<number>;
  stop(): void;
}

async function start(
  contestant: Contestant,
  costs: number[],
): Promise<Runner | { missing: string }> {
  const { name, module, input } = contestant;
  const child = fork(
    fileURLToPath(new URL("contestant.js", import.meta.url)),
    [new URL(module, import.meta.url).href, JSON.stringify(input)],
    { env: { ...process.env, NO_COLOR: "1" } },
  );
  const first = await nextReply(child, name);
  if (first.kind === "missing") return { missing: first.name };
  return {
    costs,
    async turn(times) {
      const reply = nextReply(child, name);
      child.send({ times } satisfies Turn);
      const done = await reply;
      return done.kind === "done" ? done.cpu : Number.NaN;
    },
    stop: () => child.disconnect(),
  };
}

function nextReply(child: ChildProcess, name: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${name} ended with code ${code}`));
    child.once("exit", onExit);
    child.once("message", (reply: Reply) => {
      child.off("exit", onExit);
      if (reply.kind === "failed") reject(new Error(`${name}: ${reply.reason}`));
      else resolve(reply);
    });
  });
}

/** The median and the middle half. */
export function figure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    const above = sorted[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** What each round says of `costs` in proportion to `base`. */
export function ratio(costs: readonly number[], base: readonly number[]): Figure {
  return figure(costs.map((cost, round) => cost / (base[round] ?? Number.NaN)));
}
