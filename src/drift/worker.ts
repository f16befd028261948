import { parentPort, workerData } from "node:worker_threads";
import type { Batch } from "../recordings/read/batch.ts";
import { decodeBatch } from "../recordings/read/decode.ts";
import type { Report } from "../report/report.ts";
import { createRun, type RunOptions } from "./run.ts";

/** What the worker answers: a report at the end, and for every batch before its buffer, to be used again. */
export type Reply = Report | ArrayBuffer;

/** What the worker is sent: a batch, or `null` at the end. */
export type Order = Batch | null;

// The pool starts this file with these options and no others.
const run = createRun(workerData as RunOptions);

parentPort?.on("message", (order: Order) => {
  if (order) {
    for (const recorded of decodeBatch(order)) run.add(recorded);
    const { buffer } = order.bytes;
    parentPort?.postMessage(buffer satisfies Reply, [buffer]);
  } else {
    parentPort?.postMessage(run.report() satisfies Reply);
    parentPort?.close();
  }
});
