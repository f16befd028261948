import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "./main.ts";

const key = "exa-Key+1234/abcd";
const time = "2025-11-23T00:48:09.119Z";
const webset = {
  ...{ id: "webset_1", object: "webset", status: "idle", externalId: null, title: null },
  ...{ searches: [], imports: [], enrichments: [], monitors: [], metadata: { team: "growth" } },
  ...{ createdAt: time, updatedAt: time },
};

let folder: string;
let file: string;
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

function send(response: ServerResponse, body: unknown, status = 200, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "record-"));
  file = join(folder, "update.har");
  answer = (_, response) => send(response, webset);
  server = createServer((request, response) => {
    request.resume().on("end", () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `exa-websets record` and gives its exit code and all that it wrote. */
async function record(args: readonly string[], id = "webset_1", apiKey = key) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const output: string[] = [];
  const write = (text: string) => output.push(text);
  const base = ["--file", file, "--base-url", `http://127.0.0.1:${port}/websets`];
  const code = await main(["record", id, "--metadata", "team=growth", ...base, ...args], {
    stdin: Readable.from([]),
    stdout: { write },
    stderr: { write },
    env: { EXA_API_KEY: apiKey },
  });
  return { code, output: output.join("") };
}

test("writes only when told to, and then finds what it wrote", async () => {
  const { code, output } = await record([]);
  expect(code).toBe(2);
  expect(output).toMatch(/there is no recording .* write it with --update/);
  expect(existsSync(file)).toBe(false);
  expect((await record(["--update"])).code).toBe(0);
  const before = readFileSync(file, "utf8");
  expect((await record([])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(readdirSync(folder)).toEqual(["update.har"]);
});

/** Runs `record` without the options of an update. */
async function recordOther(...args: string[]) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const output: string[] = [];
  const write = (text: string) => output.push(text);
  const base = ["--file", file, "--base-url", `http://127.0.0.1:${port}/websets`];
  const code = await main(["record", ...args, ...base], {
    ...{ stdin: Readable.from([]), stdout: { write }, stderr: { write } },
    env: { EXA_API_KEY: key },
  });
  return { code, output: output.join("") };
}

test("records any operation of the contract", async () => {
  const asked: string[] = [];
  answer = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    send(
      response,
      request.url?.includes("?") ? { data: [], hasMore: false, nextCursor: null } : webset,
    );
  };
  expect((await recordOther("--operation", "get", "a/b", "--update")).code).toBe(0);
  expect((await recordOther("--operation", "get", "a/b")).code).toBe(0);
  rmSync(file);
  expect((await recordOther("--operation", "list", "--query", "limit=5", "--update")).code).toBe(0);
  const [entry] = JSON.parse(readFileSync(file, "utf8")).log.entries;
  expect([entry.request.method, entry.request.url]).toEqual([
    "GET",
    "https://api.exa.ai/websets/v0/websets?limit=5",
  ]);
  expect(asked).toEqual([
    "GET /websets/v0/websets/a%2Fb",
    "GET /websets/v0/websets/a%2Fb",
    "GET /websets/v0/websets?limit=5",
  ]);
});

test.each<[string, string[], RegExp]>([
  ["an unknown operation", ["--operation", "constructor", "x"], /--operation takes update, /],
  ["a parameter too few", ["--operation", "get"], /record get takes id/],
  ["a parameter too many", ["--operation", "list", "x"], /record list takes no argument/],
  ["a body where none is sent", ["--operation", "get", "x", "--title", "y"], /sends no body/],
  [
    "a body that is not there",
    ["--operation", "create", "--body", "/none"],
    /--body \/none: ENOENT/,
  ],
  ["a query that is none", ["--operation", "list", "--query", "x"], /--query takes key=value/],
])("refuses %s", async (_, args, message) => {
  const { code, output } = await recordOther(...args);
  expect(output).toMatch(message);
  expect(code).toBe(2);
});

test("calls nothing live but the documented server's answers, and says the day", async () => {
  await record(["--update"]);
  const { log } = JSON.parse(readFileSync(file, "utf8"));
  expect(log._provenance).toMatchObject({
    origin: "local",
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

test.each<[string, () => [body: unknown, status?: number, headers?: object], string]>([
  ["a success of another status", () => [webset, 201], "recording-status-changed"],
  [
    "another media type",
    () => ["<p>", 200, { "content-type": "text/html" }],
    "recording-media-type-changed",
  ],
  ["a new field", () => [{ ...webset, extra: 1 }], "recording-property-added"],
  [
    "a field that is gone",
    () => [{ ...webset, metadata: undefined }],
    "recording-property-removed",
  ],
  ["a type", () => [{ ...webset, searches: {} }], "recording-type-changed"],
])("finds %s that differs from the recording", async (_, changed, rule) => {
  await record(["--update"]);
  answer = (_, response) => send(response, ...changed());
  const { code, output } = await record(["--fail-on", "warning"]);
  expect(output).toContain(rule);
  expect(code).toBe(1);
});

const refusal = { error: "Webset not found" };
const bad: [string, (response: ServerResponse) => void][] = [
  ["a refusal", (response) => send(response, refusal, 404)],
  ["a bad key", (response) => send(response, { error: "bad key" }, 401)],
  ["a server that is down", (response) => send(response, { error: "down" }, 500)],
  ["a page", (response) => send(response, "<p>", 200, { "content-type": "text/html" })],
  ["another thing", (response) => send(response, [])],
  ["nothing", (response) => send(response, "")],
];
test.each(bad)("%s never becomes the baseline", async (_, respond) => {
  await record(["--update"]);
  const before = readFileSync(file, "utf8");
  answer = (_, response) => respond(response);
  const { code, output } = await record(["--update"]);
  expect(output).toMatch(/nothing was compared|no baseline/);
  expect(code).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test.each(bad.slice(0, 3))("%s is no drift, but no answer either", async (_, respond) => {
  await record(["--update"]);
  answer = (_, response) => respond(response);
  const { code, output } = await record([]);
  expect(output).toMatch(/^exa-websets: the answer was \d{3}, so nothing was compared/);
  expect(code).toBe(2);
});

test("a refusal is recorded where it is asked for, and then looked for", async () => {
  answer = (_, response) => send(response, refusal, 404);
  expect((await record(["--update", "--expect-status", "404"])).code).toBe(0);
  expect(JSON.parse(readFileSync(file, "utf8")).log.entries[0].response.status).toBe(404);
  expect((await record([])).code).toBe(0);
  answer = (_, response) => send(response, webset);
  expect((await record(["--expect-status", "404"])).code).toBe(2);
  expect((await record([])).output).toContain("recording-status-changed");
});

test("shows what changes before it writes", async () => {
  await record(["--update"]);
  answer = (_, response) => send(response, { ...webset, extra: 1 });
  const { code, output } = await record(["--update"]);
  expect(output.indexOf("recording-property-added")).toBeGreaterThan(0);
  expect(output.indexOf("recording-property-added")).toBeLessThan(output.indexOf("wrote "));
  expect(code).toBe(0);
});

test("names that the contract does not know are told", async () => {
  answer = (_, response) => send(response, { ...webset, alicesmith: 1 });
  const { output } = await record(["--update"]);
  expect(output).toContain("kept names that the contract does not know: alicesmith");
});

test.each<[string, () => string, RegExp]>([
  [
    "of another tool",
    () => readFileSync(file, "utf8").replace("exa-websets record", "Firefox"),
    /not written by record/,
  ],
  ["of several exchanges", () => twice(readFileSync(file, "utf8")), /several exchanges/],
  ["that is no recording", () => "a text of mine\n", /neither HAR/],
  ["that is cut off", () => readFileSync(file, "utf8").slice(0, -90), /cut off/],
])("does not overwrite a file %s", async (_, text, reason) => {
  await record(["--update"]);
  const kept = text();
  writeFileSync(file, kept);
  const { code, output } = await record(["--update"]);
  expect(output).toMatch(reason);
  expect(code).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(kept);
});

function twice(har: string): string {
  const { log } = JSON.parse(har);
  return JSON.stringify({ log: { ...log, entries: [...log.entries, ...log.entries] } });
}

test("stops reading where the client does", { timeout: 20_000 }, async () => {
  let sent = 0;
  answer = (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const more = () => {
      while (sent < 2 ** 28 && response.write(" ".repeat(2 ** 16))) sent += 2 ** 16;
    };
    response.on("drain", more);
    more();
  };
  const { code, output } = await record(["--update"]);
  expect(output).toMatch(/no baseline.*too-large/);
  expect(code).toBe(2);
  expect(sent).toBeLessThan(2 ** 26);
});

const encodings: [string, string][] = [
  ["as it is", key],
  ["in a URL", encodeURIComponent(key)],
  ["in base64", Buffer.from(key).toString("base64")],
];
const places: [string, (response: ServerResponse, leak: string) => void, unwritten?: boolean][] = [
  ["a documented text", (response, leak) => send(response, { ...webset, title: leak })],
  ["an id", (response, leak) => send(response, { ...webset, id: leak })],
  ["an enum", (response, leak) => send(response, { ...webset, status: leak })],
  ["metadata", (response, leak) => send(response, { ...webset, metadata: { [leak]: leak } })],
  [
    "a field that nobody documented",
    (response, leak) => send(response, { ...webset, [leak]: [leak] }),
  ],
  ["an error", (response, leak) => send(response, { error: `bad key ${leak}` }, 400), false],
  ["a body that is no JSON", (response, leak) => send(response, `<p>${leak}</p>`), true],
  [
    "a header",
    (response, leak) => send(response, webset, 200, { "x-request-id": leak, "x-echo": leak }),
  ],
  [
    "the media type",
    (response, leak) => send(response, webset, 200, { "content-type": `text/x; a=${leak}` }),
    true,
  ],
];
test.each(places)("the key reaches no file by %s", async (_, respond, unwritten) => {
  const expected = unwritten === false ? ["--expect-status", "400"] : [];
  for (const [how, leak] of encodings) {
    answer = (_, response) => respond(response, leak);
    const { output } = await record(
      ["--update", "--metadata", `echo=${leak}`, "--title", leak, ...expected],
      leak,
    );
    const written = existsSync(file) ? readFileSync(file, "utf8") : "";
    for (const [, form] of encodings) {
      expect(written, how).not.toContain(form);
      expect(output, how).not.toContain(form);
    }
    expect(written.includes('"REDACTED"')).toBe(!unwritten);
  }
});

test("even a key that looks like a field's name is not written", async () => {
  answer = (_, response) => send(response, { ...webset, someLongKey: 1 });
  const { code, output } = await record(["--update"], "webset_1", "someLongKey");
  expect(output).toMatch(/^exa-websets: the key was found .* nothing was written\n$/);
  expect(code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, string[], string, RegExp]>([
  ["no key", [], "", /EXA_API_KEY|key/],
  ["a pair that is none", ["--metadata", "x"], key, /key=value/],
  ["a folder that does not exist", ["--file", "/does/not/exist.har"], key, /no folder/],
])("exits with 2 and one line for %s", async (_, args, apiKey, message) => {
  const { code, output } = await record(["--update", ...args], "webset_1", apiKey);
  expect(code).toBe(2);
  expect(output).toMatch(message);
  expect(output.trim().split("\n")).toHaveLength(1);
});

test("exits with 2 where no answer came, and keeps the recording", async () => {
  await record(["--update"]);
  const before = readFileSync(file, "utf8");
  answer = (request) => request.socket.destroy();
  const { code } = await record(["--update", "--base-url", "http://127.0.0.1:1"]);
  expect(code).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(before);
});
