import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packagedKnownPath } from "../packaged-contract.ts";
import { readReport } from "../report/read-report.ts";
import { parseKnown } from "../spec-diff/known/read.ts";
import { main } from "./main.ts";

const contract = new URL("../../openapi/websets.yaml", import.meta.url);
const vendor = fileURLToPath(
  new URL("../../openapi/upstream/exa-websets.2026-03-12.reduced.yaml", import.meta.url),
);

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
  return runWith("", ...argv);
}

async function runWith(input: string, ...argv: string[]) {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const stdin = new PassThrough().end(input);
  const code = await main(["diff", ...argv], { stdin, stdout, stderr, env: {} });
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

// The first call loads all that the command needs, which takes a while on a busy machine.
describe("exa-websets diff", { timeout: 20_000 }, () => {
  it("is clean, exit code 0, where nothing changed", async () => {
    const { code, out, err } = await run(contract.pathname, "--known", "none");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("no findings");
  });

  it("tells drift with file and line, exit code 1", async () => {
    const file = await changed("path.yaml", "  /v0/websets/{id}:", "  /v1/websets/{id}:");
    const { code, out } = await run(file, "--known", "none");
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
    const hook = "webhooks:\n  more: { post: {} }\n";
    const more = `${hook}paths:\n  /v0/more:\n    get: { responses: {} }\n`;
    const file = await changed("more.yaml", /^paths:\n/m, more);
    const counted = await run(file, "--known", "none");
    expect(counted.code).toBe(0);
    expect(counted.err).toContain("2 operations of the revision");
    expect(counted.out).not.toMatch(/endpoint-added|webhook-added/);
    const listed = await run(file, "--new-operations", "list", "--known", "none");
    expect([listed.code, listed.err]).toEqual([0, ""]);
    expect(listed.out).toMatch(/endpoint-added.*webhook-added/s);
    expect((await run(contract.pathname, file)).out).toContain("endpoint-added");
  });

  it("reads a description from a URL", async () => {
    expect(await run(`${origin}/spec.yaml`, "--known", "none")).toMatchObject({ code: 0, err: "" });
  });

  it("reads a description from standard input, on either side", async () => {
    const text = await readFile(contract, "utf8");
    expect(await runWith(text, contract.pathname, "-")).toMatchObject({ code: 0, err: "" });
    expect(await runWith(text, "-", vendor)).toMatchObject({ code: 1, err: "" });
  });

  describe("of the vendor's description", () => {
    it("is clean: every difference is known, and counted in one line", async () => {
      const { code, out, err } = await run(vendor);
      expect([code, out]).toEqual([0, "Clean: no findings\n"]);
      expect(err).toMatch(/^\d+ known differences \(--list-known tells them\)$/m);
    });

    it("has the number of known differences in its report", async () => {
      const { out, err } = await run(vendor, "--format", "json");
      const { run: info } = readReport(out);
      expect(err).toMatch(new RegExp(`^${info?.known?.count} known differences`));
      const { run: without } = readReport(
        (await run(vendor, "--known", "none", "--format", "json")).out,
      );
      expect(without).not.toHaveProperty("known");
    });

    it("tells the known differences with their reasons when asked", async () => {
      const { code, err } = await run(vendor, "--list-known");
      expect(code).toBe(0);
      const known = await parseKnown(await readFile(packagedKnownPath(), "utf8"), "known.yaml");
      for (const { reason } of known) expect(err).toContain(reason);
      expect(err.match(/^ {2}\S/gm)).toHaveLength(known.length);
    });

    it("tells them as findings where no list is wanted", async () => {
      const { code, err } = await run(vendor, "--known", "none");
      expect([code, err]).toEqual([1, expect.not.stringContaining("known")]);
    });

    it("reports a known difference that is gone: the vendor came round", async () => {
      const text = await readFile(vendor, "utf8");
      const file = join(folder, "came-round.yaml");
      const agreeing = text.replace(/(X-Request-Id:\n.*\n.*\n) +required: true\n/g, "$1");
      expect(agreeing).not.toBe(text);
      await writeFile(file, agreeing);
      const { code, out } = await run(file);
      expect(code).toBe(0);
      expect(out).toContain("known-difference-gone");
    });

    it("has a reason for each known difference", async () => {
      const known = await parseKnown(await readFile(packagedKnownPath(), "utf8"), "known.yaml");
      for (const { reason } of known) expect(reason).not.toContain("nobody has said why");
    });
  });

  describe("with a list of known differences", () => {
    const files = async (name: string) => {
      const one = await changed(`${name}-1.yaml`, "maxLength: 1000", "maxLength: 900");
      const two = await changed(`${name}-2.yaml`, "maxLength: 1000", "maxLength: 800");
      return { one, two, list: join(folder, `${name}-known.yaml`) };
    };

    it("is silent about what was there when it was written, and hears what is new", async () => {
      const { one, two, list } = await files("write");
      expect(await run(contract.pathname, one)).toMatchObject({ code: 1 });
      const written = await run(contract.pathname, one, "--write-known", list);
      expect(written).toMatchObject({ code: 0, out: "Clean: no findings\n" });
      expect(written.err).toContain(`wrote ${list}\n`);
      const again = await run(contract.pathname, one, "--known", list);
      expect(again).toMatchObject({ code: 0, out: "Clean: no findings\n" });
      const next = await run(contract.pathname, two, "--known", list);
      expect(next.code).toBe(1);
      expect(next.out).toContain("known-difference-gone");
      expect(next.out).toMatch(/write-known\.yaml:\d/);
    });

    it("is written anew with the reasons and the comment that it has", async () => {
      const { one, list } = await files("anew");
      await run(contract.pathname, one, "--write-known", list);
      const before = await readFile(list, "utf8");
      const edited = before
        .replace(/reason: .*/, 'reason: "agreed with the vendor"')
        .replace(/^(#.*\n)+/, "# ours\n");
      await writeFile(list, edited);
      await run(contract.pathname, one, "--write-known", list);
      expect(await readFile(list, "utf8")).toBe(edited);
    });

    it.each<[what: string, argv: (list: string) => string[], line: RegExp]>([
      [
        "that is missing",
        () => ["--known", "/nowhere/known.yaml"],
        /cannot read the known differences \/nowhere/,
      ],
      ["that is none", (list) => ["--known", list], /known\.yaml:1: the file must hold a list/],
      [
        "that is none, to write over",
        (list) => ["--write-known", list],
        /known\.yaml:1: the file must/,
      ],
      ["in no folder", () => ["--write-known", "/nowhere/known.yaml"], /there is no folder/],
      ["beside another", (list) => ["--known", list, "--write-known", list], /leave out --known/],
    ])("cannot run on one %s: one line, exit code 2", async (_, argv, line) => {
      const list = join(folder, "no-known.yaml");
      await writeFile(list, "reason: x\n");
      const { code, out, err } = await run(contract.pathname, contract.pathname, ...argv(list));
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^exa-websets: [^\n]*\n$/);
      expect(err).toMatch(line);
      expect(await readFile(list, "utf8")).toBe("reason: x\n");
    });
  });

  it.each<[what: string, argv: () => string[], line: RegExp]>([
    ["no description", () => [], /needs an OpenAPI description/],
    ["three descriptions", () => ["a", "b", "c"], /compares two descriptions/],
    ["an unknown option", () => ["a", "--colour"], /--colour/],
    ["a bad --new-operations", () => ["a", "--new-operations", "hide"], /takes list or count/],
    ["a bad --timeout", () => ["a", "--timeout", "0"], /takes a number above 0/],
    ["standard input twice", () => ["-", "-"], /put one in a file/],
    ["an empty standard input", () => ["-"], /standard input: is empty/],
    ["a missing file", () => ["nowhere.yaml"], /nowhere\.yaml: there is no such file/],
    ["a URL that answers 404", () => [`${origin}/gone`], /the server answered 404/],
    ["a page", () => [join(folder, "page.html")], /is an HTML or XML page/],
  ])("cannot run on %s: one line, exit code 2", async (_, argv, line) => {
    await writeFile(join(folder, "page.html"), "<!DOCTYPE html>");
    const { code, out, err } = await run(...argv());
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^exa-websets: [^\n]*\n$/);
    expect(err).toMatch(line);
  });

  it.each([
    ["of the wrong shape", "maxLength: 1000", "maxLength: long"],
    [
      "that is nowhere",
      '$ref: "#/components/schemas/Entity"',
      '$ref: "#/components/schemas/Nowhere"',
    ],
  ])(
    "compares the rest where there is a schema %s, and says so: exit code 2",
    async (_, from, to) => {
      await changed("broken.yaml", from, to);
      const text = await readFile(join(folder, "broken.yaml"), "utf8");
      const file = join(folder, "broken-and-changed.yaml");
      await writeFile(file, text.replace("operationId: updateWebset", "operationId: other"));
      const { code, out, err } = await run(contract.pathname, file);
      expect([code, err]).toEqual([2, ""]);
      expect(out).toContain("description-invalid");
      expect(out).toContain("api-operation-id-changed");
      expect(out).toMatch(/broken-and-changed\.yaml:\d+/);
    },
  );

  it("points at both descriptions", async () => {
    const file = await changed("both.yaml", "maxLength: 1000", "maxLength: 900");
    const { out } = await run(contract.pathname, file);
    const places =
      /websets\.yaml:(\d+), .*both\.yaml:(\d+)/.exec(out) ??
      /both\.yaml:(\d+), .*websets\.yaml:(\d+)/.exec(out);
    expect(places?.[1]).toBe(places?.[2]);
  });
});
