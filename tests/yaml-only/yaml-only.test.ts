import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";

/*
 * An endpoint is an edit of one YAML file: a copy of the project gets five operations that nothing in it knows, and
 * follows the keeper's recipe of docs/contract.md. No other file is touched.
 */

const folder = mkdtempSync(join(tmpdir(), "yaml-only-"));
const added = parse(readFileSync("tests/yaml-only/operations.yaml", "utf8"));
const names = ["preview", "exportItems", "archive", "addNote", "hasNote"];
const copied = [
  "src",
  "openapi",
  "generated",
  "scripts",
  "contract-tests",
  "tests/mutants",
  "tests/properties",
];
const settings = ["package.json", "tsconfig.json", "vitest.config.ts"];

const run = async (command: string, ...args: string[]) => {
  const bin = join(folder, "node_modules/.bin", command);
  const failed = ({ stdout = "", stderr = "" }) => ({ code: 1, text: stdout + stderr });
  return promisify(execFile)(bin, args, { cwd: folder, maxBuffer: 2 ** 26 }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    failed,
  );
};

beforeAll(async () => {
  for (const path of [...copied, ...settings])
    cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const contract = parse(readFileSync("openapi/websets.yaml", "utf8"));
  Object.assign(contract.paths, added.paths);
  for (const [kind, parts] of Object.entries(added.components))
    Object.assign(contract.components[kind], parts);
  writeFileSync(join(folder, "openapi/websets.yaml"), stringify(contract));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("generate takes the contract, and what it writes fits the client's types", {
  timeout: 240_000,
}, async () => {
  expect(await run("tsx", "scripts/generate.ts")).toMatchObject({ code: 0 });
  const table = readFileSync(join(folder, "generated/operations.ts"), "utf8");
  for (const name of names) expect(table).toMatch(new RegExp(`^  ${name}\\(.*\\): `, "m"));
  expect(table).toContain('410: "Gone"');
  const { text } = await run("tsc", "-p", ".");
  expect(text).toBe("");
});

test("recordings and witness are laid out, and say what they are", {
  timeout: 240_000,
}, async () => {
  for (const name of names) {
    const file = join("contract-tests/recordings", `${name}.har`);
    const { code, text } = await run(
      "tsx",
      "src/cli/bin.ts",
      "record",
      "--mock",
      name,
      "--file",
      file,
      "--update",
    );
    expect({ code, text }).toMatchObject({
      code: 0,
      text: expect.stringContaining("no server sent"),
    });
    const { _provenance } = JSON.parse(readFileSync(join(folder, file), "utf8")).log;
    expect(_provenance).toMatchObject({ origin: "documentation" });
  }
  const witness = await run("tsx", "contract-tests/write-witness.ts", "--update");
  expect(witness).toMatchObject({ code: 0, text: expect.stringMatching(/^added \d+ lines/) });
});

test("client, checks, mock and contract tests work for all of them", {
  timeout: 600_000,
}, async () => {
  const suites = ["client", "recordings", "coverage", "canary"].map(
    (name) => `contract-tests/${name}.test.ts`,
  );
  const { code, text } = await run("vitest", "run", "--project", "contract", ...suites);
  expect({ code, text: code === 0 ? "" : text }).toEqual({ code: 0, text: "" });
});

test("the checks see what is wrong with each", { timeout: 60_000 }, async () => {
  const lines = [
    ["POST", "/v0/websets/preview", 200, { query: "ab" }, { query: "other", steps: [] }],
    ["GET", "/v0/exports?columns=name,size&years=1999", 200, undefined, "x"],
    ["GET", "/v0/exports", 200, undefined, "x"],
    ["PUT", "/v0/websets/w/archive", 200, undefined, undefined],
    ["POST", "/v0/notes", 201, "stars=9", { id: 1 }],
    ["HEAD", "/v0/notes/other", 200, undefined, undefined],
  ].map(([method, url, status, sent, got]) => {
    const isForm = typeof sent === "string";
    const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
    const answer = typeof got === "string" ? "text/csv" : "application/json";
    return JSON.stringify({
      request: {
        method,
        url,
        headers: { "x-api-key": "k", ...(sent !== undefined && { "content-type": type }) },
        ...(sent !== undefined && { body: isForm ? sent : JSON.stringify(sent) }),
      },
      response: {
        status,
        headers: got === undefined ? {} : { "content-type": answer },
        ...(got !== undefined && { body: typeof got === "string" ? got : JSON.stringify(got) }),
      },
    });
  });
  writeFileSync(join(folder, "wrong.ndjson"), `${lines.join("\n")}\n`);
  const { text } = await run(
    "tsx",
    "src/cli/bin.ts",
    "check",
    "wrong.ndjson",
    "--echo",
    "--format",
    "json",
  );
  const found = JSON.parse(text.slice(text.indexOf("{"))).findings;
  const ids = found
    .filter(({ level }: { level: string }) => level === "error")
    .map(
      ({ id, operation }: { id: string; operation: string }) => `${operation.split(" ")[1]} ${id}`,
    );
  expect(ids).toEqual(
    expect.arrayContaining([
      "/v0/websets/preview request-body-min-length",
      "/v0/websets/preview response-echo-body",
      "/v0/exports request-query-invalid",
      "/v0/exports request-query-missing",
      "/v0/websets/{id}/archive request-security-missing",
      "/v0/websets/{id}/archive response-status-undocumented",
      "/v0/notes request-body-maximum",
      "/v0/notes request-body-required",
      "/v0/notes response-body-type",
      "/v0/notes/{note} request-path-invalid",
    ]),
  );
});
