import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "./main.ts";

const contract = new URL("../../openapi/websets.yaml", import.meta.url);

let folder = "";
let server: Server;
let origin = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "diff-"));
  server = createServer((request, response) => {
    if (request.url === "/spec.yaml") readFile(contract).then((text) => response.end(text));
    else response.writeHead(404).end("<html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function run(...argv: string[]) {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = await main(["diff", ...argv], { stdin: new PassThrough(), stdout, stderr, env: {} });
  return { code, out, err };
}

/** The packaged contract with a change made to its text. */
async function changed(name: string, from: string | RegExp, to: string): Promise<string> {
  const before = await readFile(contract, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  const file = join(folder, name);
  await writeFile(file, after);
  return file;
}

describe("exa-websets diff", () => {
  it("is clean, exit code 0, where nothing changed", async () => {
    const { code, out, err } = await run(contract.pathname);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("no findings");
  });

  it("tells drift with file and line, exit code 1", async () => {
    const file = await changed("path.yaml", "  /v0/websets/{id}:", "  /v1/websets/{id}:");
    const { code, out } = await run(file);
    expect(code).toBe(1);
    expect(out).toContain("api-path-removed-without-deprecation");
    expect(out).toMatch(/openapi\.json:\d+/);
  });

  it("writes every format of the other commands", async () => {
    const path = "  /v0/websets/{id}/cancel:";
    const file = await changed("path.yaml", path, path.replace("v0", "v1"));
    const { code, out } = await run(
      contract.pathname,
      file,
      "--format",
      "json",
      "--fail-on",
      "none",
    );
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.findings.map((finding: { id: string }) => finding.id)).toEqual([
      "api-path-removed-without-deprecation",
      "endpoint-added",
    ]);
    expect(report.findings[1].sources).toEqual([{ file, line: expect.any(Number) }]);
  });

  it("counts operations that the packaged contract does not have, and lists them when asked", async () => {
    const more = "paths:\n  /v0/more:\n    get: { responses: {} }\n";
    const file = await changed("more.yaml", /^paths:\n/m, more);
    const counted = await run(file);
    expect(counted.code).toBe(0);
    expect(counted.err).toContain("1 operation of the revision");
    expect(counted.out).not.toContain("endpoint-added");
    const listed = await run(file, "--new-operations", "list");
    expect([listed.code, listed.err]).toEqual([0, ""]);
    expect(listed.out).toContain("endpoint-added");
    expect((await run(contract.pathname, file)).out).toContain("endpoint-added");
  });

  it("reads a description from a URL", async () => {
    expect(await run(`${origin}/spec.yaml`)).toMatchObject({ code: 0, err: "" });
  });

  it.each<[what: string, argv: () => string[], line: RegExp]>([
    ["no description", () => [], /needs an OpenAPI description/],
    ["three descriptions", () => ["a", "b", "c"], /compares two descriptions/],
    ["an unknown option", () => ["a", "--colour"], /--colour/],
    ["a bad --new-operations", () => ["a", "--new-operations", "hide"], /takes list or count/],
    ["a bad --timeout", () => ["a", "--timeout", "0"], /takes a number above 0/],
    ["a missing file", () => ["nowhere.yaml"], /nowhere\.yaml: there is no such file/],
    ["a URL that answers 404", () => [`${origin}/gone`], /the server answered 404/],
    ["a page", () => [join(folder, "page.html")], /is an HTML or XML page/],
    [
      "a schema of the wrong shape",
      () => [join(folder, "wrong.yaml")],
      /wrong\.yaml:\d+: must be a number \(at \/.*\/maxLength\)/,
    ],
    [
      "a schema that is made of itself",
      () => [join(folder, "itself.yaml")],
      /itself\.yaml:\d+: the schema is made of itself/,
    ],
  ])("cannot run on %s: one line, exit code 2", async (_, argv, line) => {
    await writeFile(join(folder, "page.html"), "<!DOCTYPE html>");
    await changed("wrong.yaml", "maxLength: 1000", "maxLength: long");
    await changed(
      "itself.yaml",
      /^ {4}Webset:\n/m,
      "    Webset:\n      allOf: [{ $ref: '#/components/schemas/Webset' }]\n",
    );
    const { code, out, err } = await run(...argv());
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^exa-websets: [^\n]*\n$/);
    expect(err).toMatch(line);
  });
});
