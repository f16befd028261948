import { parentPort, workerData } from "node:worker_threads";
import type { Batch } from "../recordings/batch.ts";
import { decodeBatch } from "../recordings/decode.ts";
import type { Report } from "../report/report.ts";
import { createRun, type RunOptions } from "./run.ts";

/** What the worker answers: a report at the end, and `null` for every batch before. */
export type Reply = Report | null;

/** What the worker is sent: a batch, or `null` at the end. */
export type Order = Batch | null;

// The pool starts this file with these options and no others.
const run = createRun(workerData as RunOptions);

parentPort?.on("message", (order: Order) => {
  if (order) for (const recorded of decodeBatch(order)) run.add(recorded);
  const reply: Reply = order ? null : run.report();
  parentPort?.postMessage(reply);
  if (!order) parentPort?.close();
});
