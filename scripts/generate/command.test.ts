import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/command.ts";
import { generate } from "./command.ts";

let temporary: string;
let contract: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "generate-"));
  contract = await readFile("openapi/websets.yaml", "utf8");
});
afterAll(() => rm(temporary, { recursive: true }));

/** Runs the command and gives what it printed, or the error's message. */
async function run(...argv: string[]): Promise<{ code: number; text: string }> {
  let text = "";
  const out = { write: (part: string) => (text += part) };
  const io: Io = { stdin: process.stdin, stdout: out, stderr: out, env: {} };
  const code = await generate(argv, io).catch((error: Error) => {
    expect(error.name).toBe("CannotRun");
    text = error.message;
    return 2;
  });
  return { code, text };
}

/** A copy of generated/ to write into. */
async function folder(name: string): Promise<string> {
  const path = join(temporary, name);
  await cp("generated", path, { recursive: true });
  return path;
}

// Each run reads, validates, lints and compiles a contract.
describe("generate", { timeout: 60_000 }, () => {
  it("writes the same bytes as are committed", async () => {
    const path = join(temporary, "new");
    expect((await run("--folder", path)).code).toBe(0);
    for (const name of await readdir("generated")) {
      expect(await readFile(join(path, name), "utf8")).toBe(
        await readFile(`generated/${name}`, "utf8"),
      );
    }
    expect(await readdir(path)).toEqual(await readdir("generated"));
  });

  it("names what is stale, missing and extra when it checks, and changes nothing", async () => {
    const path = await folder("stale");
    await writeFile(join(path, "types.ts"), "//\n");
    await writeFile(join(path, "old.ts"), "");
    await rm(join(path, "openapi.json"));
    const { code, text } = await run("--folder", path, "--check", "--format", "json");
    expect(code).toBe(1);
    const { findings } = JSON.parse(text);
    expect(
      findings.map(
        ({ id, args }: { id: string; args: { file: string } }) =>
          `${id} ${args.file.slice(path.length + 1)}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        "generated-stale types.ts",
        "generated-missing openapi.json",
        "generated-extra old.ts",
      ]),
    );
    expect(findings).toHaveLength(3);
    expect(await readdir(path)).toEqual([
      "contract.ts",
      "old.ts",
      "operations.ts",
      "status-errors.ts",
      "types.ts",
    ]);
  });

  it("repairs a stale folder, and deletes what is extra", async () => {
    const path = await folder("repair");
    await writeFile(join(path, "types.ts"), "");
    await writeFile(join(path, "old.ts"), "");
    expect((await run("--folder", path)).code).toBe(0);
    expect((await run("--folder", path, "--check")).code).toBe(0);
  });
});

describe("a contract that cannot be used", { timeout: 60_000 }, () => {
  const cases: [string, (yaml: string) => string, RegExp][] = [
    [
      "is not YAML",
      (yaml) => yaml.replace("paths:", "paths: {"),
      /broken\.yaml:\d+:\d+: not YAML: /,
    ],
    ["is not OpenAPI", () => "a: 1\n", /broken\.yaml:1:1: not an OpenAPI 3\.1 description/],
    ["is empty", () => "", /broken\.yaml:1:1: not an OpenAPI 3\.1 description/],
    [
      "is of another version",
      (yaml) => yaml.replace("openapi: 3.1.0", "openapi: 3.0.3"),
      /must say 3\.1\.x/,
    ],
    [
      "has a broken $ref",
      (yaml) => yaml.replace("schemas/UpdateWebset", "schemas/Gone"),
      /broken\.yaml:\d+:\d+: the \$ref "#\/components\/schemas\/Gone" points at nothing \(at /,
    ],
    [
      "is not valid OpenAPI",
      (yaml) => yaml.replace("operationId: updateWebset", "operationId: [1]"),
      /broken\.yaml:\d+:\d+: Expected type `string`/,
    ],
    [
      "gives a tag a status that the operation has not",
      (yaml) => yaml.replace("INVALID_API_KEY: 401", "INVALID_API_KEY: 499"),
      /broken\.yaml:\d+:\d+: "499" must be another status of the operation/,
    ],
    [
      "says what no check could hold it to",
      (yaml) => yaml.replace("format: uri", "format: iri"),
      /broken\.yaml:\d+:\d+: the format "iri" has no check/,
    ],
  ];

  it.each(cases)("is named with its place and reason when it %s", async (name, spoil, message) => {
    const file = join(temporary, "broken.yaml");
    const spoiled = spoil(contract);
    expect(spoiled).not.toBe(contract);
    await writeFile(file, spoiled);
    const path = await folder(name);
    await rm(join(path, "types.ts"));
    const before = await readdir(path);
    const { code, text } = await run("--contract", file, "--folder", path);
    expect(code).toBe(2);
    expect(text).toMatch(message);
    expect(text).not.toContain("\n");
    expect(await readdir(path)).toEqual(before);
  });

  it("is named when it is missing", async () => {
    expect(await run("--contract", "no/such.yaml")).toEqual({
      code: 2,
      text: "no/such.yaml: there is no such file",
    });
  });
});
