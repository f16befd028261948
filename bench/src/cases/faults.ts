import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { FaultOutcome, FaultWork } from "../fault-work.ts";
import type { Case } from "./case.ts";

/** Many calls at once against a server that fails at random, by a fixed seed. */
export const faults: Case = async ({ quick }) => {
  const calls = quick ? 5000 : 50_000;
  const server = start("fault-server.js");
  try {
    const [port] = (await once(server, "message")) as [number];
    const worker = start("fault-work.js", ["--expose-gc"]);
    worker.send({ baseUrl: `http://127.0.0.1:${port}`, calls, atOnce: 50 } satisfies FaultWork);
    const [{ outcomes, cpu, growth }] = (await once(worker, "message")) as [FaultOutcome];
    server.send("what was carried out?");
    const [carriedOut] = (await once(server, "message")) as [Readonly<Record<string, number>>];
    const wrong = Object.keys(outcomes).filter((id) =>
      isWrong(id, outcomes[id], carriedOut[id] ?? 0),
    );
    const figures = {
      calls,
      wrong: wrong.length,
      cpu: (cpu * 1000) / calls,
      growth: growth / 1000,
    };
    return {
      title: "Many calls, random faults",
      method:
        "Calls of `update`, 50 at a time, against a server that resets, closes, cuts off, refuses or answers HTML to one request in eight, by a fixed seed, and counts what it carried out. Wrong is another Webset than was asked for, an error of another class, `not-sent` or `rejected` for what was carried out, and a second time with `retryUnknown: false`.",
      columns: [
        { key: "calls", title: "calls", digits: 0 },
        { key: "wrong", title: "wrong", digits: 0 },
        { key: "cpu", title: "CPU per call, µs", digits: 0 },
        { key: "growth", title: "heap grown since the first tenth, KB", digits: 0 },
      ],
      rows: [{ name: "ours", figures }],
      targets: [{ text: "wrong results", atMost: 0, actual: wrong.length }],
    };
  } finally {
    server.disconnect();
  }
};

function isWrong(id: string, outcome: string | undefined, carriedOut: number): boolean {
  const once = Number(id.split("-")[1]) % 2 === 1;
  if (once && carriedOut > 1) return true;
  if (outcome === "ok") return carriedOut === 0;
  return outcome !== "unknown" && (outcome === "wrong" || carriedOut > 0);
}

function start(file: string, execArgv: string[] = []): ChildProcess {
  return fork(fileURLToPath(new URL(`../${file}`, import.meta.url)), { execArgv });
}
