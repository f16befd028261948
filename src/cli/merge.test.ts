import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import example from "../report/example-report.json" with { type: "json" };
import { CannotRun, type Io } from "./command.ts";
import { command } from "./merge.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "merge-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function run(...argv: string[]) {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const [stdout, stderr] = [stream("stdout"), stream("stderr")];
  const io: Io = { stdin: process.stdin, stdout, stderr, env: {} };
  return { code: await command.run(argv, io), ...written };
}

/** The example as the report of one shard of `of`, on an input of its own. */
const shard = (index: number, of: number, more: object = {}) =>
  file(
    `${index}.json`,
    JSON.stringify({
      ...example,
      run: {
        ...example.run,
        inputs: [{ file: "same.har", bytes: 1, sha256: `${index}` }],
        shards: { of, done: [index] },
        ...more,
      },
    }),
  );

test("adds reports up, in any order, and reports in any format", async () => {
  const [a, b] = [shard(1, 2), shard(2, 2)];
  const { code, stdout } = await run(a, b, "--format", "json");
  expect(code).toBe(1);
  expect((await run(b, a, "--format", "json")).stdout).toBe(stdout);
  const merged = JSON.parse(stdout);
  expect(merged.summary).toMatchObject({ exchanges: 40, checked: 34, skipped: 6 });
  expect(merged.findings[0].count).toBe(34);
  expect(merged.traffic[1]).toMatchObject({ path: "/search", skipped: 4 });
  expect(merged.run).toMatchObject({ command: "check", time: example.run.time });
  expect(merged.run).not.toHaveProperty("shards");
  expect((await run(a, b)).stdout).toContain("34 of 40 exchanges checked");
  expect((await run(a, b, "--format", "json", "--no-time")).stdout).not.toContain("2026");
});

test("a merged report can be merged again", async () => {
  const [a, b, c] = [shard(1, 3), shard(2, 3), shard(3, 3)];
  const some = await run(a, c, "--format", "json");
  const once = file("ac.json", some.stdout);
  const all = await run(a, b, c, "--format", "json");
  expect((await run(once, b, "--format", "json")).stdout).toBe(all.stdout);
});

test("says that a shard is missing, and exits with 2", async () => {
  const { code, stdout } = await run(shard(1, 4), shard(3, 4));
  expect(code).toBe(2);
  expect(stdout).toContain("Incomplete: shards 2, 4 of 4 missing; 2 errors");
});

test("reports the rest where a report cannot be read, and exits with 2", async () => {
  const bad = file("bad.json", '{"run":');
  const { code, stdout, stderr } = await run(shard(1, 2), bad, "no-such.json", shard(2, 2));
  expect(code).toBe(2);
  expect(stdout).toContain("Incomplete: 2 files could not be read to the end; 2 errors");
  expect(stderr.split("\n").map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
    `exa-websets: ${bad}`,
    "exa-websets: cannot read no-such.json",
    "",
  ]);
});

test.each<[string, () => string[], RegExp]>([
  [
    "the same report twice",
    () => [shard(1, 2), shard(1, 2)],
    /same.har is in both .*counted twice/,
  ],
  [
    "reports of two contracts",
    () => [shard(1, 2), shard(2, 2, { contract: "d0d0" })],
    /are not of one whole: the contract is 3f3f3f3f3f3f there, d0d0 here/,
  ],
])("refuses %s", async (_, files, message) => {
  await expect(run(...files())).rejects.toThrow(message);
});

test.each([
  ["no file", [], /^merge needs the files/],
  ["a missing file", ["no-such.json"], /^cannot read no-such.json: ENOENT/],
  ["an unknown option", ["--frmat"], /Unknown option '--frmat'/],
])("refuses %s", async (_, argv, message) => {
  const error = await run(...argv).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotRun);
  expect((error as CannotRun).message).toMatch(message);
});

test("refuses a file that is no report, naming it and the place", async () => {
  const har = file("a.har", '{"log":{}}');
  await expect(run(har)).rejects.toThrow(
    new CannotRun(`${har}: not a report of exa-websets: /run must be an object`),
  );
});
