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
  expect(await ids(true)).toContain("response-echo-id");
  expect(await ids(false)).not.toContain("response-echo-id");
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
    line({ method: "GET" }),
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
  const blocked = (url: string) => ({
    request: { method: "POST", url, headers: [] },
    response: { status: 0 },
  });
  const entries = [blocked("/v0/websets/x"), blocked("https://ads.example/"), {}];
  const report = await check({ a: JSON.stringify({ log: { entries } }), b: line() });
  expect(report.summary).toMatchObject({ exchanges: 4, checked: 1, skipped: 1 });
  const invalid = report.findings.filter(({ id }) => id === "recording-entry-invalid");
  expect(invalid.map(({ args, operation }) => [args.reason, operation])).toEqual([
    ["its request is missing", ""],
    ["it got no response (status 0)", "POST /v0/websets/{id}"],
  ]);
});

test("reports a body that was not recorded as not checked, and checks the rest", async () => {
  const response = {
    status: 404,
    headers: [{ name: "x-ratelimit-limit", value: "many" }],
    content: { size: 10, mimeType: "application/json" },
  };
  const headers = [{ name: "x-api-key", value: "x" }];
  const entries = [
    { request: { method: "POST", url: "/v0/websets/x", headers, bodySize: 2 }, response },
  ];
  const found = await findings({ a: JSON.stringify({ log: { entries } }) });
  expect(found.map(({ id, location }) => [id, location])).toEqual([
    ["response-header-invalid", "/response/headers/x-ratelimit-limit"],
    ["recording-body-missing", "/request/body"],
    ["recording-body-missing", "/response/body"],
  ]);
});

test("says nothing about coverage where nothing was checked", async () => {
  const report = await check({ a: line({ method: "GET" }) }, { minCoverage: 100 });
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

test("refuses a file that gives nothing, by name", async () => {
  await expect(check({ a: line(), b: "" })).rejects.toThrow("b: the file is empty");
});
