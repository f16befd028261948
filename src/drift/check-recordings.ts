import { availableParallelism } from "node:os";
import { type Batch, recycle } from "../recordings/read/batch.ts";
import { decodeBatch } from "../recordings/read/decode.ts";
import type { Open } from "../recordings/read/read-bytes.ts";
import { cutRecording } from "../recordings/read/read-recording.ts";
import { assemble, createCollector } from "../report/build.ts";
import { mergeReports } from "../report/merge.ts";
import type { Report } from "../report/report.ts";
import { coverageFindings } from "./coverage/coverage-findings.ts";
import { type Pool, startPool } from "./pool.ts";
import { createRun, type Run, type RunOptions, runRules } from "./run.ts";

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
 * Checks recordings against the contract. The report is the same for any number of threads.
 * @throws RecordingError for a file that gives nothing to check.
 */
export async function checkRecordings(options: CheckOptions): Promise<Report> {
  const { files, open, description, servers, echo, minCoverage, progress = () => {} } = options;
  const settings: RunOptions = { description, servers, echo };
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
        if ("problem" in cut) own.add(cut);
        else if (threads === 0 || batches++ < batchesAlone) checkHere(own, cut);
        else {
          pool ??= startPool(threads, settings);
          await pool.push(cut);
        }
      }
    }
    const reports = [own.report(), ...((await pool?.finish()) ?? [])];
    return withCoverage(mergeReports(reports), minCoverage);
  } finally {
    await pool?.stop();
  }
}

function checkHere(run: Run, batch: Batch): void {
  for (const one of decodeBatch(batch)) run.add(one);
  recycle(batch.bytes.buffer);
}

/** Adds what the contract has and no exchange showed. Where nothing was checked, that says nothing. */
function withCoverage(report: Report, minCoverage?: number): Report {
  if (!report.coverage || report.summary.checked === 0) return report;
  const collector = createCollector({ rules: runRules, fold: (location) => location });
  for (const finding of coverageFindings(report.coverage, minCoverage)) collector.add(finding);
  const { findings } = collector.report(report.summary);
  return assemble(report.summary, [...report.findings, ...findings], report.coverage);
}
