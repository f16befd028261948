import { performance } from "node:perf_hooks";
import type { Output } from "./command.ts";

/** Milliseconds between two drawings. */
const interval = 100;
const width = 24;

/** A bar on a terminal; in a pipe, and where the total is unknown or nothing, it says nothing. */
export interface Progress {
  update(done: number): void;
  /** Takes the bar away. */
  end(): void;
}

/**
 * Draws how far a run has come on the last line of a terminal.
 * @param total in the unit of `update`; undefined if unknown, which draws a count in place of a bar
 */
export function createProgress(
  out: Output,
  total: number | undefined,
  clock: () => number = () => performance.now(),
): Progress {
  if (!out.isTTY) return { update() {}, end() {} };
  let next = clock() + interval;
  let drawn = false;
  return {
    update(done) {
      if (clock() < next) return;
      next = clock() + interval;
      drawn = true;
      out.write(`\r\u001b[K${total ? bar(done / total) : mebibytes(done)}`);
    },
    end() {
      if (drawn) out.write("\r\u001b[K");
    },
  };
}

function bar(part: number): string {
  const share = Math.min(1, part);
  const full = Math.round(share * width);
  return `${"█".repeat(full)}${"░".repeat(width - full)} ${Math.floor(share * 100)} %`;
}

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB read`;
