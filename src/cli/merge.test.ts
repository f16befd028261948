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
  let stdout = "";
  const write = (text: string) => {
    stdout += text;
  };
  const io: Io = { stdin: process.stdin, stdout: { write }, stderr: { write }, env: {} };
  return { code: await command.run(argv, io), stdout };
}

test("adds reports up, in any order, and reports in any format", async () => {
  const other = { ...example, findings: example.findings.slice(0, 1) };
  const [a, b] = [file("a.json", JSON.stringify(example)), file("b.json", JSON.stringify(other))];
  const { code, stdout } = await run(a, b, "--format", "json");
  expect(code).toBe(1);
  expect((await run(b, a, "--format", "json")).stdout).toBe(stdout);
  const merged = JSON.parse(stdout);
  expect(merged.summary).toMatchObject({ exchanges: 40, checked: 34, skipped: 6 });
  expect(merged.findings[0].count).toBe(34);
  expect((await run(a, b)).stdout).toContain("34 of 40 exchanges checked");
});

test("a merged report can be merged again", async () => {
  const a = file("a.json", JSON.stringify(example));
  const once = file("ab.json", (await run(a, a, "--format", "json")).stdout);
  const all = await run(a, a, a, "--format", "json");
  expect((await run(once, a, "--format", "json")).stdout).toBe(all.stdout);
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
    new CannotRun(`${har}: not a report of exa-websets: /summary must be an object`),
  );
});
