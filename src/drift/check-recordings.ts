import { availableParallelism } from "node:os";
import { type Batch, recycle } from "../recordings/read/batch.ts";
import { decodeBatch } from "../recordings/read/decode.ts";
import type { Open } from "../recordings/read/read-bytes.ts";
import { cutRecording } from "../recordings/read/read-recording.ts";
import { mergeReports } from "../report/merge.ts";
import type { Report } from "../report/report.ts";
import { withMinimum } from "../report/unseen.ts";
import { type Pool, startPool } from "./pool.ts";
import { createRun, type Run, type RunOptions } from "./run.ts";

/** What to check and how. */
export interface CheckOptions extends RunOptions {
  readonly files: readonly string[];
  readonly open: Open;
  /** Percent of the contract's points that must have been seen. */
  readonly minCoverage?: number;
  /** Threads beside this one; default: as many as there are processors, at most 4. 0: this one alone. */
  readonly threads?: number;
  /** Bytes read so far, of all files, as they lie on disk. */
  readonly progress?: (bytes: number) => void;
}

/** Batches that are checked before threads are started: a small recording is done sooner without. */
const batchesAlone = 8;

/** Most threads that one thread can cut batches for. */
const maxThreads = 4;

/**
 * Checks recordings against the contract. The report is the same for any number of threads. A file that cannot be read
 * is a finding, and the others are read.
 */
export async function checkRecordings(options: CheckOptions): Promise<Report> {
  const { files, open, minCoverage, progress = () => {} } = options;
  const { description, servers, echo, showValues } = options;
  const settings: RunOptions = { description, servers, echo, showValues };
  const threads = options.threads ?? Math.min(availableParallelism(), maxThreads);
  const own = createRun(settings);
  let pool: Pool | undefined;
  let bytes = 0;
  let batches = 0;
  try {
    for (const file of files) {
      const cuts = cutRecording(open(file), file, (more) => {
        bytes += more;
        progress(bytes);
      });
      for await (const cut of cuts) {
        if (!("bytes" in cut)) own.add(cut);
        else if (threads === 0 || batches++ < batchesAlone) checkHere(own, cut);
        else {
          pool ??= startPool(threads, settings);
          await pool.push(cut);
        }
      }
    }
    const reports = [own.report(), ...((await pool?.finish()) ?? [])];
    return withMinimum(asking(mergeReports(reports), minCoverage));
  } finally {
    await pool?.stop();
  }
}

function checkHere(run: Run, batch: Batch): void {
  for (const one of decodeBatch(batch)) run.add(one);
  recycle(batch.bytes.buffer);
}

function asking({ coverage, ...report }: Report, minimum: number | undefined): Report {
  if (!coverage) return report;
  const { exercised, total, points } = coverage;
  const asked = minimum === undefined ? coverage : { exercised, total, minimum, points };
  return { ...report, coverage: asked };
}
