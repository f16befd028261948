/** Loaded before a program (`node --import`): when it ends, writes what it used to file descriptor 3. */
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** CPU time of all threads in ms; `peak`: the largest resident set, in KiB. */
export interface Usage {
  readonly cpu: number;
  readonly peak: number;
}

// Threads of the program inherit its options.
if (isMainThread) {
  process.once("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage: Usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS };
    writeSync(3, JSON.stringify(usage));
  });
}
