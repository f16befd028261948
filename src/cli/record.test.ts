import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

test("calls nothing live but the documented server's answers, and says the day", async () => {
  await record(["--update"]);
  const { log } = JSON.parse(readFileSync(file, "utf8"));
  expect(log._provenance).toMatchObject({
    origin: "local",
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

test.each<[string, () => [body: unknown, status?: number], string]>([
  ["a status", () => [{ error: "gone" }, 404], "recording-status-changed"],
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

test("records a refusal, too", async () => {
  answer = (_, response) => send(response, { error: "Webset not found" }, 404);
  await record(["--update"]);
  expect(JSON.parse(readFileSync(file, "utf8")).log.entries[0].response.status).toBe(404);
});

const encodings: [string, string][] = [
  ["as it is", key],
  ["in a URL", encodeURIComponent(key)],
  ["in base64", Buffer.from(key).toString("base64")],
];
const places: [string, (response: ServerResponse, leak: string) => void][] = [
  ["a documented text", (response, leak) => send(response, { ...webset, title: leak })],
  ["an id", (response, leak) => send(response, { ...webset, id: leak })],
  ["an enum", (response, leak) => send(response, { ...webset, status: leak })],
  ["metadata", (response, leak) => send(response, { ...webset, metadata: { [leak]: leak } })],
  [
    "a field that nobody documented",
    (response, leak) => send(response, { ...webset, [leak]: [leak] }),
  ],
  ["an error", (response, leak) => send(response, { error: `bad key ${leak}` }, 400)],
  ["a body that is no JSON", (response, leak) => send(response, `<p>${leak}</p>`)],
  [
    "a header",
    (response, leak) => send(response, webset, 200, { "x-request-id": leak, "x-echo": leak }),
  ],
  [
    "the media type",
    (response, leak) => send(response, webset, 200, { "content-type": `text/x; a=${leak}` }),
  ],
];
test.each(places)("the key reaches no file by %s", async (_, respond) => {
  for (const [how, leak] of encodings) {
    answer = (_, response) => respond(response, leak);
    const { output } = await record(
      ["--update", "--metadata", `echo=${leak}`, "--title", leak],
      leak,
    );
    const written = existsSync(file) ? readFileSync(file, "utf8") : "";
    for (const [, form] of encodings) {
      expect(written, how).not.toContain(form);
      expect(output, how).not.toContain(form);
    }
    expect(written).toContain('"REDACTED"');
  }
});

test("even a key that looks like a field's name is not written", async () => {
  answer = (_, response) => send(response, { ...webset, abcKey12345: 1 });
  const { code, output } = await record(["--update"], "webset_1", "abcKey12345");
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
