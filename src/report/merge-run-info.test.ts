import { expect, test } from "vitest";
import { assertTogether, mergeRunInfo, NotTogether } from "./merge-run-info.ts";
import type { RunInfo } from "./report.ts";

const run = (more: Partial<RunInfo> = {}): RunInfo => ({
  ...{ tool: "1.0.0", command: "check", contract: "c0ffee", inputs: [] },
  ...more,
});
const input = (file: string, sha256?: string) => ({
  file,
  ...(sha256 !== undefined && { bytes: 1, sha256 }),
});
const together = (...runs: readonly (RunInfo | undefined)[]) =>
  assertTogether(runs.map((one, index) => ({ name: `${index}.json`, run: one })));

test.each<[string, Partial<RunInfo>, Partial<RunInfo>, string]>([
  ["another contract", {}, { contract: "badbad" }, "the contract is c0ffee there, badbad here"],
  ["another command", {}, { command: "diff" }, "the command is check there, diff here"],
  ["another version", {}, { tool: "2.0.0" }, "the version is 1.0.0 there, 2.0.0 here"],
  ["shown values", {}, { showsValues: true }, "it has values hidden there, values shown here"],
  [
    "a shard of another division",
    { shards: { of: 8, done: [1] } },
    { shards: { of: 4, done: [2] } },
    "the run is of 8 shards there, of 4 shards here",
  ],
  [
    "the same shard twice",
    { shards: { of: 8, done: [1, 2] } },
    { shards: { of: 8, done: [2] } },
    "shard 2 is in both 0.json and 1.json: it would be counted twice",
  ],
  [
    "the same input twice, by its name",
    { inputs: [input("a.har")] },
    { inputs: [input("a.har")] },
    "the input a.har is in both 0.json and 1.json",
  ],
  [
    "the same input twice, by its content",
    { inputs: [input("a.har", "aa")] },
    { inputs: [input("b.har", "aa")] },
    "the input b.har is in both 0.json and 1.json",
  ],
])("refuses %s", (_, a, b, message) => {
  expect(() => together(run(a), run(b))).toThrow(NotTogether);
  expect(() => together(run(a), run(b))).toThrow(message);
});

test("takes files of the same name and other content, and several of no content", () => {
  const [a, b] = [run({ inputs: [input("a", "aa")] }), run({ inputs: [input("a", "bb")] })];
  expect(() => together(a, b)).not.toThrow();
  const empty = (file: string) => run({ inputs: [{ file, bytes: 0, sha256: "e3" }] });
  expect(() => together(empty("a"), empty("b"))).not.toThrow();
});

test("refuses a report that does not say what it is of", () => {
  expect(() => together(undefined)).toThrow("0.json does not say what it is a report of");
});

test("says which shards are missing, and no more once all are there", () => {
  const shard = (...done: number[]) => run({ shards: { of: 3, done } });
  const two = mergeRunInfo([shard(3), shard(1)]);
  expect(two.shards).toEqual({ of: 3, done: [1, 3], missing: [2] });
  expect(mergeRunInfo([two, shard(2)])).toEqual(run());
});

test("adds the numbers of known differences", () => {
  const known = (count: number) => run({ known: { count } });
  expect(mergeRunInfo([known(2), run(), known(3)])).toEqual(known(5));
  expect(mergeRunInfo([run(), run()])).toEqual(run());
});

test("keeps the latest time, and every input in order", () => {
  const [a, b] = [
    run({ time: "2026-01-02T00:00:00.000Z", inputs: [input("b")] }),
    run({ time: "2026-01-01T00:00:00.000Z", inputs: [input("a")] }),
  ];
  const merged = { ...run(), time: "2026-01-02T00:00:00.000Z", inputs: [input("a"), input("b")] };
  expect(mergeRunInfo([a, b])).toEqual(merged);
  expect(mergeRunInfo([b, a])).toEqual(merged);
});
