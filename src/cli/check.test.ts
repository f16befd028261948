import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = { "content-type": "application/json" };

function line(body = '{"error":"no"}', url = "/v0/websets/x") {
  const headers = { ...json, "x-api-key": "REDACTED" };
  const request = { method: "POST", url, headers, body: "{}" };
  return JSON.stringify({ request, response: { status: 404, headers: json, body } });
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** Runs `exa-websets check` and gives its exit code and output. */
async function check(args: readonly string[], stdin = "", isTTY = false) {
  const [out, err] = [[] as string[], [] as string[]];
  const code = await main(["check", ...args], {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: { write: (text) => out.push(text) },
    stderr: { isTTY, write: (text) => err.push(text) },
    env: {},
  });
  return { code, out: out.join(""), err: err.join("") };
}

test("exits with 0 where all is well, and draws nothing in a pipe", async () => {
  const { code, out, err } = await check([file("good", line())]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("1 of 1 exchange checked");
});

test("exits with 1 where the contract is broken, and says where", async () => {
  const path = file("bad", `${line()}\n${line("{}")}`);
  const { code, out } = await check([path]);
  expect(code).toBe(1);
  expect(out).toContain(`${path}:2`);
});

test("reads standard input", async () => {
  const { code, out } = await check(["-", "--format", "json"], line("{}"));
  expect(code).toBe(1);
  expect(JSON.parse(out).findings[0].sources).toEqual([{ file: "-", line: 1 }]);
});

test("takes a minimum of coverage", async () => {
  expect((await check([file("few", line()), "--min-coverage", "1"])).code).toBe(1);
  expect((await check([file("few", line()), "--min-coverage", "0.2"])).code).toBe(0);
});

test("checks what went to another server if it is named", async () => {
  const path = file("mock", line(undefined, "http://localhost:4010/v0/websets/x"));
  expect((await check([path, "--server", "http://localhost:4010/"])).code).toBe(0);
});

test.each<[string, string, RegExp]>([
  ["a file that is missing", join(folder, "none"), /none could not be read: there is no such file/],
  ["a folder", folder, /this is a directory/],
  ["an empty file", file("empty", ""), /empty could not be read: the file is empty/],
  ["a file that is cut off", file("cut", '{"log":{"entries":[{"reques'), /cut is not whole: /],
])("reports the rest, and exits with 2, where there is %s", async (_, path, message) => {
  const { code, out } = await check([file("drifted", line("{}")), path]);
  expect(code).toBe(2);
  expect(out).toMatch(message);
  expect(out).toContain("response-body-required");
});

test("a waiver for calls that were aborted does not cover a file that is cut off", async () => {
  const waivers = file(
    "waivers.json",
    JSON.stringify([
      {
        rule: "recording-unanswered",
        location: "",
        reason: "browsers abort",
        expires: "2099-01-31",
      },
      { rule: "recording-entry-invalid", location: "", reason: "they do", expires: "2099-01-31" },
    ]),
  );
  const entry = JSON.stringify({ ...JSON.parse(line()), response: { status: 0 } });
  const { code, out } = await check([
    file("torn", `{"log":{"entries":[${entry},{"re`),
    "--waivers",
    waivers,
  ]);
  expect(out).toContain("recording-file-cut");
  expect(code).toBe(2);
});

test("a shard is the same files in whatever order they are named, and says which it is", async () => {
  const files = ["s1", "s2", "s3", "s4", "s5"].map((name) => file(name, line()));
  const shard = async (part: string, names: readonly string[]) => {
    const { code, out } = await check([...names, "--shard", part, "--format", "json"]);
    const { run } = JSON.parse(out);
    return {
      code,
      shards: run.shards,
      files: run.inputs.map((input: { file: string }) => input.file),
    };
  };
  const first = await shard("1/2", files);
  expect(first).toEqual({
    code: 0,
    shards: { of: 2, done: [1] },
    files: [files[0], files[2], files[4]],
  });
  expect(await shard("1/2", [...files].reverse())).toEqual(first);
  expect((await shard("2/2", files)).files).toEqual([files[1], files[3]]);
});

test("eight shards, merged, are one run, byte for byte", { timeout: 20_000 }, async () => {
  const bodies = ['{"error":"no"}', "{}", "[]", '{"error":5}'];
  const files = Array.from({ length: 12 }, (_, n) => file(`day-${n}`, line(bodies[n % 4])));
  const args = [...files, "--no-time", "--format", "json"];
  const parts = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const { out } = await check([...args, "--shard", `${n + 1}/8`]);
      return file(`shard-${n + 1}.json`, out);
    }),
  );
  const merge = async (reports: readonly string[]) => {
    const out: string[] = [];
    const stdout = { write: (text: string) => out.push(text) };
    const io = { stdin: Readable.from([]), stdout, stderr: { write: () => {} }, env: {} };
    const code = await main(["merge", ...reports, "--no-time", "--format", "json"], io);
    return { code, out: out.join("") };
  };
  const one = await check(args);
  expect(await merge(parts)).toEqual({ code: one.code, out: one.out });
  const partial = await merge(parts.slice(1));
  expect(partial.code).toBe(2);
  expect(JSON.parse(partial.out).run.shards).toMatchObject({ of: 8, missing: [1] });
});

test("a shard without files is nothing to complain about", async () => {
  expect((await check([file("only", line()), "--shard", "2/2"])).code).toBe(0);
});

test.each<[string, string[], RegExp]>([
  ["no file", [], /needs a recording/],
  ["a file twice", ["-", "-"], /named twice/],
  ["records that are none", [file("broken", "{}\n{\n")], /nothing was checked: none of 2 records/],
  [
    "other endpoints",
    [file("other", line("{}", "https://api.exa.ai/search"))],
    /nothing was checked: of 1 exchanges, 1 were of other/,
  ],
  [
    "a share that is none",
    ["-", "--min-coverage", "all"],
    /--min-coverage takes a number from 0 to 100, not "all"/,
  ],
  ["a server that is none", ["-", "--server", "localhost"], /--server takes a base URL/],
  [
    "a shard that is none",
    ["-", "--shard", "9/8"],
    /--shard takes a part of all such as 3\/8, not "9\/8"/,
  ],
  ["an unknown option", ["-", "--strict"], /--strict/],
])("exits with 2 and one line for %s", async (_, args, message) => {
  const { code, err } = await check(args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err.trim().split("\n")).toHaveLength(1);
});

const key = "key-0123456789";
const mail = "alice@example.com";

/** An exchange whose answer holds somebody's data, and once the key, where the contract has none of it. */
function personal(): string {
  const answer = {
    ...{ id: "ws_1", object: "webset", status: mail, [`x-${key}`]: 1 },
    metadata: { [mail]: 7 },
  };
  const request = {
    ...{ method: "POST", url: "/v0/websets/x", body: "{}" },
    headers: { ...json, "x-api-key": key },
  };
  const response = { status: 200, headers: json, body: JSON.stringify(answer) };
  return JSON.stringify({ request, response });
}

test.each(["text", "json", "junit", "sarif", "github", "markdown", "html"])(
  "%s shows nobody's data unless asked to, and the key never",
  async (format) => {
    const path = file("personal", personal());
    const plain = (out: string) =>
      out.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replaceAll("\u200b", "");
    const hidden = plain((await check([path, "--format", format])).out);
    expect(hidden).not.toContain("alice");
    expect(hidden).toContain("string of 17");
    const shown = plain((await check([path, "--format", format, "--show-values"])).out);
    expect(shown).toContain(mail);
    for (const out of [hidden, shown]) {
      expect(out).not.toContain(key);
      expect(out).toContain("x-REDACTED");
    }
  },
);

test("says what was read, and gives the same bytes again without the time", async () => {
  const path = file("good", line());
  const { out } = await check([path, "--format", "json"]);
  const { run } = JSON.parse(out);
  const sha256 = createHash("sha256").update(line()).digest("hex");
  expect(run).toMatchObject({
    command: "check",
    inputs: [{ file: path, bytes: Buffer.byteLength(line()), sha256 }],
  });
  expect(run.time).toMatch(/^\d{4}-/);
  const twice = [path, "--format", "json", "--no-time"];
  expect((await check(twice)).out).toBe((await check(twice)).out);
});

test("draws no progress and says nothing when it is to be quiet and all is well", async () => {
  const { code, out, err } = await check([file("good", line()), "--quiet"], "", true);
  expect({ code, out, err }).toEqual({ code: 0, out: "", err: "" });
});
