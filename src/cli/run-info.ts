import { Buffer } from "node:buffer";
import { createHash, type Hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { packagedContractPath } from "../packaged-contract.ts";
import type { Open } from "../recordings/read/read-bytes.ts";
import { compareInputs } from "../report/merge-run-info.ts";
import type { Input, RunInfo } from "../report/report.ts";
import { version } from "../version.ts";

/** What a report says of its making; see {@link RunInfo}. */
export function runInfo(
  command: string,
  inputs: readonly Input[],
  more: Pick<RunInfo, "known" | "shards" | "showsValues" | "time">,
): RunInfo {
  return {
    tool: version,
    command,
    contract: createHash("sha256")
      .update(readFileSync(packagedContractPath("json")))
      .digest("hex"),
    inputs: [...inputs].sort(compareInputs),
    ...more,
  };
}

/** Counts and hashes what is read of each file, while it is read. */
export interface InputLog {
  readonly open: Open;
  /** What was read so far. */
  inputs(): Input[];
}

/** Opens as `open` does, and keeps a log. */
export function logInputs(open: Open): InputLog {
  const read = new Map<string, { bytes: number; hash: Hash }>();
  return {
    async *open(file) {
      const one = { bytes: 0, hash: createHash("sha256") };
      read.set(file, one);
      for await (const chunk of open(file)) {
        one.bytes += Buffer.byteLength(chunk);
        one.hash.update(chunk);
        yield chunk;
      }
    },
    inputs: () =>
      [...read].map(([file, { bytes, hash }]) => ({
        ...{ file, bytes, sha256: hash.copy().digest("hex") },
      })),
  };
}
