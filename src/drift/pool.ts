import { Worker } from "node:worker_threads";
import { type Batch, recycle } from "../recordings/read/batch.ts";
import type { Report } from "../report/report.ts";
import type { RunOptions } from "./run.ts";
import type { Order, Reply } from "./worker.ts";

/** Batches on their way to a thread or in it: one to work on and one to go on with. */
const depth = 2;

/** Threads that check batches; which of them gets which batch makes no difference to the merged report. */
export interface Pool {
  /**
   * Resolves when the batch is handed over, which waits until a thread can take it, so that memory stays flat.
   * The batch is gone afterwards.
   */
  push(batch: Batch): Promise<void>;
  /** The reports of all threads, which end with it. */
  finish(): Promise<Report[]>;
  /** Ends all threads at once. */
  stop(): Promise<void>;
}

/** Starts `size` threads. */
export function startPool(size: number, options: RunOptions): Pool {
  const threads = Array.from({ length: size }, () => startThread(options));
  const free = Array.from({ length: depth }, () => threads).flat();
  let failure: Error | undefined;
  let waiting: { resolve(): void; reject(error: Error): void } | undefined;
  const reports = threads.map(
    (thread) =>
      new Promise<Report>((resolve, reject) => {
        thread.on("message", (reply: Reply) => {
          if (!(reply instanceof ArrayBuffer)) return resolve(reply);
          recycle(reply);
          free.push(thread);
          waiting?.resolve();
        });
        thread.on("error", (error) => {
          failure = error;
          waiting?.reject(error);
          reject(error);
        });
      }),
  );
  // A failure is told by `push` or `finish`, whichever is called next.
  for (const report of reports) report.catch(() => {});

  return {
    async push(batch) {
      if (failure) throw failure;
      if (free.length === 0) {
        await new Promise<void>((resolve, reject) => {
          waiting = { resolve, reject };
        });
      }
      free.shift()?.postMessage(batch satisfies Order, [batch.bytes.buffer]);
    },
    finish() {
      for (const thread of threads) thread.postMessage(null satisfies Order);
      return Promise.all(reports);
    },
    async stop() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function startThread(workerData: RunOptions): Worker {
  const file = import.meta.url.endsWith(".ts") ? "./worker-source.mjs" : "./worker.js";
  return new Worker(new URL(file, import.meta.url), {
    workerData,
    // Small, so that what is thrown away goes soon; measured as fast as 16 and flatter.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
}
