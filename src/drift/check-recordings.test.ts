import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Description } from "../openapi/description.ts";
import { type CheckOptions, checkRecordings } from "./check-recordings.ts";

const description: Description = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);
const example = { error: "Webset not found", statusCode: 404 };
const json = { "content-type": "application/json" };

interface Change {
  readonly url?: string;
  readonly status?: number;
  readonly body?: unknown;
  readonly method?: string;
  /** In place of `body`. */
  readonly text?: string;
}

function line({
  url = "/v0/websets/ws_1",
  status = 404,
  body = example,
  method = "POST",
  text = JSON.stringify(body),
}: Change = {}) {
  return JSON.stringify({
    request: { method, url, headers: { ...json, "x-api-key": "REDACTED" }, body: "{}" },
    response: { status, headers: json, body: text },
  });
}

function check(files: Record<string, string>, options: Partial<CheckOptions> = {}) {
  return checkRecordings({
    files: Object.keys(files),
    open: (file) => Readable.from([Buffer.from(files[file] ?? "")]),
    description,
    servers: [],
    threads: 0,
    ...options,
  });
}

async function findings(...args: Parameters<typeof check>) {
  return (await check(...args)).findings;
}

test("holds answers to their questions where it is asked to", async () => {
  const other = line({ status: 200, body: { id: "ws_2", externalId: null } });
  const ids = async (echo: boolean) => (await findings({ a: other }, { echo })).map(({ id }) => id);
  expect(await ids(true)).toContain("response-echo-parameter");
  expect(await ids(false)).not.toContain("response-echo-parameter");
});

test("groups the same drift at any index, with a count and the first sources", async () => {
  const bad = line({ status: 200, body: { searches: [{}, { status: "asleep" }] } });
  const worse = line({ status: 200, body: { searches: [{ status: "asleep" }] } });
  const found = await findings({ a: `${bad}\n${worse}\n`, b: bad });
  expect(found.filter(({ id }) => id === "response-body-enum")).toMatchObject([
    {
      level: "error",
      operation: "POST /v0/websets/{id}",
      location: "/response/body/searches/*/status",
      count: 3,
      sources: [
        { file: "a", line: 1 },
        { file: "a", line: 2 },
        { file: "b", line: 1 },
      ],
    },
  ]);
});

test("counts exchanges of other endpoints and hosts as skipped", async () => {
  const recording = [
    line(),
    line({ url: "https://api.exa.ai/websets/v0/websets/x" }),
    line({ url: "/websets/v0/websets/x?" }),
    line({ method: "PATCH" }),
    line({ url: "https://api.exa.ai/search" }),
    line({ url: "http://localhost:4010/v0/websets/x" }),
    line({ url: "https://evil.example/websets/v0/websets/x" }),
  ].join("\n");
  expect((await check({ a: recording })).summary).toMatchObject({
    exchanges: 7,
    checked: 3,
    skipped: 4,
  });
  const { summary } = await check({ a: recording }, { servers: ["http://localhost:4010"] });
  expect(summary).toMatchObject({ exchanges: 7, checked: 4, skipped: 3 });
});

test("makes a record that is no exchange a finding, unless it is clear that it is another endpoint's", async () => {
  const broken = (url: string) => ({ request: { method: "POST", url, headers: [] } });
  const entries = [broken("/v0/websets/x"), broken("https://ads.example/"), {}];
  const report = await check({ a: JSON.stringify({ log: { entries } }), b: line() });
  expect(report.summary).toMatchObject({ exchanges: 4, checked: 1, skipped: 1 });
  const invalid = report.findings.filter(({ id }) => id === "recording-entry-invalid");
  expect(invalid.map(({ args, operation }) => [args.reason, operation])).toEqual([
    ["its request is missing", ""],
    ["its response is missing", "POST /v0/websets/{id}"],
  ]);
});

const noBody = { text: "", mimeType: "application/json" };
const headers = [
  { name: "x-api-key", value: "x" },
  { name: "content-type", value: "application/json" },
];
/** A HAR with one entry; by default all of it is as it should be. */
const har = (request: object, response: object) => {
  const postData = { mimeType: "application/json", text: "{}" };
  const content = { mimeType: "application/json", text: JSON.stringify(example) };
  const entry = {
    request: { method: "POST", url: "/v0/websets/x", headers, postData, ...request },
    response: { status: 404, headers: headers.slice(1), content, ...response },
  };
  return JSON.stringify({ log: { entries: [entry] } });
};

test.each<[string, object, object, string[]]>([
  ["nothing, where all is there", {}, {}, []],
  ["a request body", { bodySize: 2, postData: noBody }, {}, ["recording-body-missing"]],
  ["a response body", {}, { content: { size: 9 } }, ["recording-body-missing"]],
  ["the end of a body", {}, { content: { size: 9, text: "{" } }, ["recording-body-cut"]],
  [
    "readable base64",
    {},
    { content: { text: "!", encoding: "base64" } },
    ["recording-body-undecodable"],
  ],
  ["request headers", { headers: [] }, {}, ["recording-headers-missing"]],
  ["response headers", {}, { headers: [] }, ["recording-headers-missing"]],
  ["readable headers", {}, { headers: "none" }, ["recording-headers-undecodable"]],
  ["an answer", {}, { status: 0, headers: [], content: {} }, ["recording-unanswered"]],
])("calls no drift what a recording lacks: %s", async (_, request, response, ids) => {
  const found = await findings({ a: har(request, response) });
  expect(found.map(({ id, level }) => [id, level])).toEqual(ids.map((id) => [id, "warning"]));
});

test.each<[string, object, object, string]>([
  [
    "the headers of a response without its body",
    {},
    { headers: [...headers, { name: "x-ratelimit-limit", value: "many" }], content: { size: 9 } },
    "response-header-invalid",
  ],
  [
    "the media type of a response without its body",
    {},
    { headers: [{ name: "content-type", value: "text/html" }], content: { size: 9 } },
    "response-media-type-undocumented",
  ],
  [
    "the body of a request without headers",
    { headers: [], postData: { text: "[]" } },
    {},
    "request-body-type",
  ],
  [
    "the request of a call without an answer",
    { headers: headers.slice(1) },
    { status: 0 },
    "request-security-missing",
  ],
  [
    "the response of a request that is not there",
    { headers: [], postData: noBody, bodySize: 2 },
    { content: { text: "[]" } },
    "response-body-type",
  ],
  [
    "bytes that are no UTF-8",
    {},
    { content: { text: "eyJlcnJvciI6IukifQ==", encoding: "base64" } },
    "response-body-encoding",
  ],
])("still checks %s", async (_, request, response, id) => {
  const found = await findings({ a: har(request, response) });
  expect(found.map((finding) => finding.id)).toContain(id);
});

test.each<[string, string, string | null]>([
  ["a slash at its end", "https://api.exa.ai/websets/v0/websets/x/", "the slash at its end"],
  ["a slash at the end of a bare path", "/v0/websets/x/?a=1", "the slash at its end"],
  ["a doubled slash", "https://api.exa.ai/websets//v0/websets/x", "a doubled slash"],
  ["plain http", "http://api.exa.ai/websets/v0/websets/x", "the scheme http"],
  ["a dot behind its host", "https://api.exa.ai./websets/v0/websets/x", "the dot behind its host"],
  ["another case", "https://api.exa.ai/Websets/V0/websets/x", "the case of its path"],
  ["needless encoding", "https://api.exa.ai/websets/v0/web%73ets/x", "its percent-encoding"],
  ["a dot segment", "https://api.exa.ai/websets/./v0/websets/x", "a dot segment"],
  [
    "two of them",
    "http://api.exa.ai/websets/v0/websets/x/",
    "the scheme http, the slash at its end",
  ],
  ["another host", "https://api.exa.example/websets/v0/websets/x", null],
  ["another port", "https://api.exa.ai:8443/websets/v0/websets/x", null],
  ["another base", "https://api.exa.ai/v0/websets/x", null],
  ["a path below", "https://api.exa.ai/websets/v0/websets/x/items", null],
  ["an encoded slash", "https://api.exa.ai/websets/v0/websets/x%2F", ""],
  ["what is no URL", "https://[/websets", null],
])("tells a call that is nearly one of the contract's: %s", async (_, url, differences) => {
  const [found, ...more] = await findings({ a: line({ url }) });
  expect(more).toEqual([]);
  if (!differences) expect(found).toBeUndefined();
  else
    expect(found).toMatchObject({
      ...{ id: "request-near-miss", level: "warning", operation: "POST /v0/websets/{id}" },
      args: { differences },
    });
});

test("tells another method of a documented path, but no preflight", async () => {
  const found = await findings({ a: line({ method: "TRACE" }) });
  expect(found).toMatchObject([
    { id: "request-near-miss", args: { differences: "the method TRACE" } },
  ]);
  const asking = JSON.parse(line({ method: "OPTIONS" }));
  asking.request.headers["access-control-request-method"] = "POST";
  expect(await findings({ a: JSON.stringify(asking) })).toEqual([]);
});

test("accounts for every exchange, and shows no data by it", async () => {
  const lines = [
    line({ url: "https://user:secret@API.exa.ai:443/websets/v0/websets/x" }),
    line({ url: "https://api.exa.ai/websets/v0/websets/y?key=secret" }),
    line({
      url: "https://api.exa.ai/users/alice@example.com/v2/orders/1234/secret%20",
      method: "get",
    }),
    line({ url: "http://localhost:8080" }),
    line({ url: "/" }),
    line({ url: "/v0/websets/x", status: 1.5 }),
    "{}",
  ];
  const { traffic, summary } = await check({ a: lines.join("\n") });
  const none = { checked: 0, skipped: 0, unreadable: 0 };
  const api = { ...none, host: "api.exa.ai" };
  expect(traffic).toEqual([
    { ...none, host: "", method: "", path: "", unreadable: 1 },
    { ...none, host: "", method: "POST", path: "/", skipped: 1 },
    { ...none, host: "", method: "POST", path: "/v0/websets/{id}", unreadable: 1 },
    { ...api, method: "GET", path: "/users/*/v2/orders/*/*", skipped: 1 },
    { ...api, method: "POST", path: "/v0/websets/{id}", checked: 2 },
    { ...none, host: "localhost:8080", method: "POST", path: "/", skipped: 1 },
  ]);
  expect(summary.exchanges).toBe(lines.length);
});

test("says nothing about coverage where nothing was checked", async () => {
  const report = await check({ a: line({ url: "/other" }) }, { minCoverage: 100 });
  expect(report.findings).toEqual([]);
  expect(report.coverage?.exercised).toBe(0);
});

test("fails below the minimum of coverage", async () => {
  const report = await check({ a: line() }, { minCoverage: 50 });
  expect(report.findings[0]).toMatchObject({ id: "coverage-below-minimum", level: "error" });
  expect((await check({ a: line() }, { minCoverage: 0 })).summary.errors).toBe(0);
});

test("reports the same for any number of threads", { timeout: 20_000 }, async () => {
  const lines: string[] = [];
  for (let index = 0; index < 9000; index++) {
    const drift = index % 1000 === 7;
    lines.push(
      index === 5000
        ? "{"
        : line({
            body: { ...example, message: "x".repeat(500), ...(drift && { statusCode: "404" }) },
          }),
    );
  }
  const text = lines.join("\n");
  const chunks = Array.from({ length: 100 }, (_, i) =>
    Buffer.from(text.slice((i * text.length) / 100, ((i + 1) * text.length) / 100)),
  );
  const open = () => Readable.from(chunks);
  const read: number[] = [];
  const alone = await check({ a: text }, { open });
  const many = await check(
    { a: text },
    { open, threads: 2, progress: (bytes) => read.push(bytes) },
  );
  expect(many).toEqual(alone);
  expect(alone.findings[0]?.count).toBe(1);
  expect(alone.findings.find(({ id }) => id === "response-body-type")).toMatchObject({ count: 9 });
  expect(read.at(-1)).toBe(text.length);
});

test("takes any depth and any name for what it is", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const bodies = [
    deep,
    `{"error":${deep}}`,
    `{"error":"","more":${deep}}`,
    '{"error":"","__proto__":{"error":1}}',
  ];
  const report = await check({ a: bodies.map((body) => line({ text: body })).join("\n") });
  expect(report.summary).toMatchObject({ exchanges: 4, checked: 4 });
  expect(
    report.findings.filter(({ level }) => level !== "info").map(({ location }) => location),
  ).toEqual([
    "/response/body",
    "/response/body/error",
    "/response/body/__proto__",
    "/response/body/more",
  ]);
});

test("one bad file is a finding and hides no other", async () => {
  const bad = line({ text: "{}" });
  const cut = `{"log":{"entries":[${JSON.stringify({ request: {} })},{"requ`;
  const found = await findings({ a: "", b: bad, c: cut, d: bad, e: "<html>" });
  const byFile = found.map(({ id, args, sources }) => [
    id,
    args.file ?? sources.map(({ file }) => file).join(),
  ]);
  expect(byFile.sort()).toEqual([
    ["recording-entry-invalid", "c"],
    ["recording-file-cut", "c"],
    ["recording-file-unreadable", "a"],
    ["recording-file-unreadable", "e"],
    ["response-body-required", "b,d"],
  ]);
});
