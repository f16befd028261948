import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { Finding, Rule } from "../findings/finding.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { buildReport } from "../report/build.ts";
import { policyRules } from "../report/waivers/apply.ts";
import { CannotRun, type Io } from "./command.ts";
import {
  finish,
  type Outcome,
  prepareReport,
  type ReportSetting,
  type ReportValues,
} from "./report-options.ts";

const wrong: Rule = {
  id: "wrong",
  level: "warning",
  direction: "response",
  area: "body",
  text: "wrong",
};
const rules = new Map([wrong, ...policyRules].map((row) => [row.id, row]));
const one: Finding = {
  id: "wrong",
  level: "warning",
  operation: "",
  location: "/response/body/a",
  args: {},
};
const report = buildReport([one], { exchanges: 1, checked: 1, skipped: 0 }, { rules });

const contract = packagedContractPath("json");
const now = new Date("2026-06-15T10:00:00Z");
const setting: ReportSetting = { rules, command: "check", now, inputs: ["-"] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a command would print and return with these options. */
async function run(
  values: ReportValues,
  tty = false,
  env: Io["env"] = {},
  given = report,
  outcome: Outcome = {},
) {
  const written = { stdout: "", stderr: "" };
  const output = (name: keyof typeof written) => ({
    isTTY: tty,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const io: Io = { stdin: process.stdin, stdout: output("stdout"), stderr: output("stderr"), env };
  const plan = await prepareReport(values, setting);
  return { code: await finish(given, plan, io, outcome), ...written };
}

test("writes text to standard output, in colour for a person alone", async () => {
  expect((await run({})).stdout).toMatch(/^Warnings \(1\)/);
  expect((await run({}, true)).stdout).toContain("\u001b[33mWarnings");
});

test.each<[string, boolean, Io["env"], ReportValues, boolean]>([
  ["a terminal", true, {}, {}, true],
  ["a pipe", false, {}, {}, false],
  ["NO_COLOR", true, { NO_COLOR: "1" }, {}, false],
  ["an empty NO_COLOR", true, { NO_COLOR: "" }, {}, true],
  ["a dumb terminal", true, { TERM: "dumb" }, {}, false],
  ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, {}, true],
  ["FORCE_COLOR over NO_COLOR", false, { FORCE_COLOR: "1", NO_COLOR: "1" }, {}, true],
  ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, {}, false],
  ["--no-color over FORCE_COLOR", true, { FORCE_COLOR: "1" }, { "no-color": true }, false],
])("colours for %s", async (_, tty, env, values, isColored) => {
  expect((await run(values, tty, env)).stdout.includes("\u001b")).toBe(isColored);
});

test("--quiet says nothing but what has an exit code, and writes what was asked for", async () => {
  expect(await run({ quiet: true })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect((await run({ quiet: true, "fail-on": "warning" })).stdout).toContain("Drift: 1 warning");
  expect((await run({ quiet: true, format: ["json"] })).stdout).toContain('"findings"');
  const out = [join(folder, "a.txt")];
  expect((await run({ quiet: true, out })).stderr).toBe("");
  expect((await run({ quiet: true, out, "fail-on": "warning" })).stderr).toMatch(/^Drift: /);
});

test("a report says what was run on what and when, and gives the same bytes without the time", async () => {
  const inputs = [{ file: "b.har" }, { file: "a.har", bytes: 7, sha256: "aa" }];
  const shard = { index: 3, of: 8 };
  const outcome = { inputs, shard, showsValues: true };
  const { stdout } = await run({ format: ["json"] }, false, {}, report, outcome);
  expect(JSON.parse(stdout).run).toEqual({
    ...{ tool: manifest.version, command: "check" },
    contract: createHash("sha256").update(readFileSync(contract)).digest("hex"),
    inputs: [inputs[1], inputs[0]],
    time: "2026-06-15T10:00:00.000Z",
    shards: { of: 8, done: [3] },
    showsValues: true,
  });
  const timeless = await run({ format: ["json"], "no-time": true });
  expect(timeless.stdout).not.toContain("2026");
  expect((await run({ format: ["json"], "no-time": true })).stdout).toBe(timeless.stdout);
});

test("exits with 2 where an input could not be read to its end", async () => {
  const inputs = [{ file: "a.har", fault: "the file is cut off" }];
  const { code, stdout } = await run({}, false, {}, report, { inputs });
  expect(code).toBe(2);
  expect(stdout).toMatch(/a.har: the file is cut off\n[\s\S]*Incomplete: 1 file could not be read/);
});

test.each([
  ["error", 0],
  ["warning", 1],
  ["info", 1],
  ["none", 0],
])("--fail-on %s gives a warning the exit code %d", async (level, code) => {
  expect((await run({ "fail-on": level })).code).toBe(code);
});

test("pairs formats and files in order; what has no file goes to standard output", async () => {
  const [json, sarif] = [join(folder, "a.json"), join(folder, "b.sarif")];
  const { stdout, stderr } = await run(
    { format: ["json", "sarif", "text"], out: [json, sarif] },
    true,
  );
  expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject(report);
  expect(JSON.parse(readFileSync(sarif, "utf8")).version).toBe("2.1.0");
  expect(stdout).toContain("Warnings");
  expect(stderr).toBe("");
});

test("tells the verdict on stderr when everything goes into files, and leaves no draft behind", async () => {
  const { stdout, stderr } = await run({ out: [join(folder, "a.txt")] }, true);
  expect([stdout, stderr]).toEqual(["", "Passed: 1 warning; 1 of 1 exchange checked\n"]);
  expect(readdirSync(folder)).toEqual(["a.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).not.toContain("\u001b");
});

test("writes into what is no ordinary file instead of replacing it", async () => {
  await run({ out: ["/dev/null"] });
  expect(readFileSync("/dev/null", "utf8")).toBe("");
});

test("names files from the root of the repository", async () => {
  const file = join(folder, "traffic", "a.har");
  const found = buildReport([{ ...one, source: { file, line: 3 } }], report.summary, { rules });
  let stdout = "";
  const write = (text: string) => {
    stdout += text;
  };
  const io: Io = {
    ...{ stdin: process.stdin, stdout: { write }, stderr: { write } },
    env: { GITHUB_WORKSPACE: folder },
  };
  await finish(found, await prepareReport({ format: ["github"] }, setting), io);
  expect(stdout).toMatch(/^::warning file=traffic\/a.har,line=3,/);
});

test("applies waivers", async () => {
  const waivers = join(folder, "w.json");
  const waiver = {
    rule: "wrong",
    location: "/response/body/a",
    reason: "known",
    expires: "2026-06-15",
  };
  writeFileSync(waivers, JSON.stringify([waiver]));
  const { code, stdout } = await run({ waivers, "fail-on": "info" });
  expect(code).toBe(0);
  expect(stdout).toContain("waived until 2026-06-15: known");
});

test.each<[string, ReportValues, RegExp]>([
  ["an unknown format", { format: ["xml"] }, /^unknown format "xml"; the formats are text, json, /],
  ["the name of a built-in", { format: ["constructor"] }, /^unknown format/],
  ["an unknown level", { "fail-on": "fatal" }, /^--fail-on takes error, warning, info or none/],
  ["two formats on standard output", { format: ["json", "text"] }, /mixed on standard output/],
  ["more files than formats", { out: ["a", "b"] }, /more --out than --format/],
  [
    "a folder that does not exist",
    { out: ["no/such/a.txt"] },
    /^cannot write no\/such\/a.txt: there is no folder no\/such$/,
  ],
  ["a folder as the file", { out: ["src"] }, /^cannot write src: it is a folder$/],
  ["missing waivers", { waivers: "no-such.json" }, /^cannot read the waivers no-such.json: ENOENT/],
])("refuses %s before the work begins", async (_, values, message) => {
  const error = await prepareReport(values, setting).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotRun);
  expect((error as CannotRun).message).toMatch(message);
});

test("refuses malformed waivers with file, line and reason", async () => {
  const waivers = join(folder, "w.json");
  writeFileSync(waivers, '[\n{"rule": 1}]');
  const refusal = prepareReport({ waivers }, setting);
  await expect(refusal).rejects.toThrow(
    new CannotRun(`${waivers}:2: the waiver needs "rule", a text that is not empty`),
  );
});
