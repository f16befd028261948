import { Readable } from "node:stream";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Recorded, RecordedExchange } from "../recorded.ts";
import type { Batch } from "./batch.ts";
import { cutRecording, readRecording } from "./read-recording.ts";
import { splitEntries } from "./split-entries.ts";
import { splitLines } from "./split-lines.ts";

const url = "https://api.exa.ai/websets/v0/websets/ws_1";

/** What every way of recording the same call gives. */
const expected = {
  request: {
    method: "POST",
    url,
    headers: { "content-type": "application/json" },
    body: '{"title":"ü"}',
  },
  response: { status: 200, headers: { "content-type": "application/json" }, body: '{"id":"ws_1"}' },
};

const type = { name: "Content-Type", value: "application/json" };
const entry = {
  request: {
    method: "POST",
    url,
    headers: [type],
    postData: { mimeType: type.value, text: '{"title":"ü"}' },
  },
  response: {
    status: 200,
    headers: [type],
    content: { size: 13, mimeType: type.value, text: '{"id":"ws_1"}' },
  },
};

const har = (...entries: unknown[]) => JSON.stringify({ log: { version: "1.2", entries } });
const lines = (...exchanges: unknown[]) =>
  exchanges.map((one) => `${JSON.stringify(one)}\n`).join("");

/** `Array.fromAsync`, which Node 20 lacks. */
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function read(data: string | Uint8Array, chunk = 1 << 20): Promise<Recorded[]> {
  const bytes = Buffer.from(data as Uint8Array);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
    bytes.subarray(i * chunk, (i + 1) * chunk),
  );
  return all(readRecording(Readable.from(chunks), "f"));
}

async function readOne(data: string | Uint8Array): Promise<RecordedExchange> {
  const [one, ...more] = await read(data);
  if (!one || !("exchange" in one) || more.length > 0)
    throw new Error(JSON.stringify([one, ...more]));
  return one;
}

const withResponse = (response: object) =>
  har({ ...entry, response: { ...entry.response, ...response } });

describe("reads one exchange alike", () => {
  const bodied = {
    ...entry.response,
    content: { text: Buffer.from('{"id":"ws_1"}').toString("base64"), encoding: "base64" },
  };
  const packed = gzipSync('{"id":"ws_1"}');
  const gzipHeader = { name: "content-encoding", value: "gzip" };
  test.each<[string, string | Uint8Array]>([
    ["HAR", har(entry)],
    ["HAR over many lines", JSON.stringify(JSON.parse(har(entry)), null, 2)],
    ["HAR with a byte order mark", `\ufeff${har(entry)}`],
    [
      "HAR whose log begins with something else",
      JSON.stringify({ log: { pages: [{ entries: [{}] }], entries: [entry] } }),
    ],
    [
      "HAR with HTTP/2 pseudo-headers",
      har({
        ...entry,
        request: { ...entry.request, headers: [{ name: ":path", value: "/" }, type] },
      }),
    ],
    ["HAR with base64", har({ ...entry, response: bodied })],
    [
      "HAR with base64 in lines",
      har({
        ...entry,
        response: {
          ...bodied,
          content: { ...bodied.content, text: bodied.content.text.replace(/(.{8})/g, "$1\r\n") },
        },
      }),
    ],
    [
      "HAR on one line whose log comes last",
      JSON.stringify({ comment: 'a "request": {', log: { entries: [entry] } }),
    ],
    ["HAR in UTF-16", Buffer.from(`\ufeff${har(entry)}`, "utf16le")],
    [
      "HAR in UTF-16 of the other order, without a mark",
      Buffer.from(har(entry), "utf16le").swap16(),
    ],
    ["HAR entries, one a line", lines(entry)],
    ["NDJSON", lines(expected)],
    ["NDJSON without a last newline", lines(expected).trimEnd()],
    ["NDJSON with CRLF and blank lines", `\r\n${lines(expected).trimEnd()}\r\n\r\n`],
    [
      "NDJSON with lists of headers",
      lines({
        ...expected,
        request: { ...expected.request, headers: [["Content-Type", ["application/json"]]] },
      }),
    ],
    ["gzipped HAR", gzipSync(har(entry))],
    [
      "NDJSON in two gzip members",
      Buffer.concat([gzipSync(lines(expected).slice(0, 20)), gzipSync(lines(expected).slice(20))]),
    ],
  ])("%s", async (_, data) => {
    expect((await readOne(data)).exchange).toEqual(expected);
  });

  test.each([
    [
      "base64 chunks",
      {
        text: JSON.stringify([
          packed.subarray(0, 9).toString("base64"),
          packed.subarray(9).toString("base64"),
        ]),
        encoding: "base64",
      },
    ],
    ["hex chunks", { text: JSON.stringify([packed.toString("hex")]), _isBinary: true }],
    ["base64 of what came over the wire", { text: packed.toString("base64"), encoding: "base64" }],
  ])("Polly's compressed body as %s", async (_, content) => {
    const { exchange } = await readOne(withResponse({ headers: [type, gzipHeader], content }));
    expect(exchange.response.body).toBe('{"id":"ws_1"}');
  });

  test("brotli, too", async () => {
    const content = {
      text: brotliCompressSync('{"id":"ws_1"}').toString("base64"),
      encoding: "base64",
    };
    const { exchange } = await readOne(
      withResponse({ headers: [{ name: "content-encoding", value: "br" }], content }),
    );
    expect(exchange.response.body).toBe('{"id":"ws_1"}');
  });
});

test("cuts the same records wherever the stream's chunks end", async () => {
  const second = { ...entry, comment: 'one " and ]},{[ \\' };
  for (const data of [
    JSON.stringify(JSON.parse(har(entry, second)), null, 1),
    lines(expected, expected),
  ]) {
    const whole = await read(data);
    expect(whole.map((one) => "problem" in one)).toEqual([false, false]);
    for (const size of [1, 2, 3, 7, 64]) expect(await read(data, size)).toEqual(whole);
  }
});

test("says on which line and as which entry it stands", async () => {
  const pretty = JSON.stringify(JSON.parse(har(entry, entry)), null, 2);
  const second = pretty.split("\n").findIndex((line, index) => index > 4 && line === "      {") + 1;
  const sources = (await read(pretty)).map(({ source }) => source);
  expect(sources).toEqual([
    { file: "f", line: 5, entry: 0 },
    { file: "f", line: second, entry: 1 },
  ]);
  expect(
    (await read(`\n${lines(expected)}\n${lines(expected)}`)).map(({ source }) => source),
  ).toEqual([
    { file: "f", line: 2 },
    { file: "f", line: 4 },
  ]);
});

/** What of an exchange is not known. */
async function gapsOf(data: string | Uint8Array) {
  const { exchange } = await readOne(data);
  return { request: exchange.request.gaps, response: exchange.response.gaps };
}

const header = (name: string, value: string | number) => ({ name, value: `${value}` });

describe("tells a body that was not recorded from one that was not there", () => {
  const { text } = entry.response.content;
  const notRecorded = { body: "not-recorded" };
  test.each<[string, object, object | undefined]>([
    ["a size without text", { content: { size: 10 } }, notRecorded],
    ["a size on the wire", { content: {}, bodySize: 10 }, notRecorded],
    [
      "an empty text, against the size on the wire",
      { content: { text: "" }, bodySize: 9 },
      notRecorded,
    ],
    [
      "a Content-Length",
      { content: { size: 0 }, headers: [type, header("Content-Length", 9)] },
      notRecorded,
    ],
    ["nothing at all", { content: {}, bodySize: -1 }, notRecorded],
    ["no content", { content: undefined }, notRecorded],
    ["a size of 0", { content: { size: 0 }, bodySize: -1 }, undefined],
    ["an empty text and no size", { content: { text: "" }, bodySize: -1 }, undefined],
    [
      "a Content-Length of 0",
      { content: {}, headers: [type, header("Content-Length", 0)] },
      undefined,
    ],
    [
      "a Content-Length of 0, against any other size",
      { content: { text: "" }, bodySize: 730, headers: [type, header("Content-Length", 0)] },
      undefined,
    ],
    ["a status that has no body", { status: 204, content: {} }, undefined],
    [
      "fewer bytes than were there",
      { content: { size: 99, text: text.slice(0, 9) } },
      { body: "cut" },
    ],
    [
      "fewer bytes than Content-Length says",
      { content: { text: "{" }, headers: [type, header("content-length", 9)] },
      { body: "cut" },
    ],
    ["a whole JSON, whatever the size", { content: { size: 99, text } }, undefined],
    [
      "a Content-Length of what was compressed",
      {
        content: { text: "{" },
        headers: [type, header("content-length", 9), header("content-encoding", "br")],
      },
      undefined,
    ],
    [
      "base64 that is none",
      { content: { text: "{}", encoding: "base64" } },
      { body: "undecodable" },
    ],
    ["an unknown encoding", { content: { text: "x", encoding: "rot13" } }, { body: "undecodable" }],
    ["a text that is an object", { content: { text: {} } }, { body: "undecodable" }],
    [
      "bytes that are no UTF-8",
      { content: { text: "/9j/4A==", encoding: "base64" } },
      { body: "not-utf8" },
    ],
    [
      "bytes that are no UTF-8, unpacked by the recorder",
      {
        content: { text: "/9j/4A==", encoding: "base64" },
        headers: [type, header("content-encoding", "gzip")],
      },
      { body: "not-utf8" },
    ],
  ])("a response with %s", async (_, response, gaps) => {
    expect((await gapsOf(withResponse(response))).response).toEqual(gaps);
  });

  const bare = { method: "POST", url, headers: [header("host", "api.exa.ai")] };
  test.each<[string, object, object | undefined]>([
    [
      "parameters in place of text",
      { postData: { mimeType: "application/json", params: [] } },
      notRecorded,
    ],
    ["a size and no text", { postData: { text: "" }, bodySize: 13 }, notRecorded],
    [
      "a Content-Length and no text",
      { headers: [type, header("content-length", 13)] },
      notRecorded,
    ],
    ["chunks and no text", { headers: [header("transfer-encoding", "chunked")] }, notRecorded],
    ["a media type and no text", { headers: [type] }, notRecorded],
    ["no sign of a body", {}, undefined],
    ["a size of 0", { headers: [type], bodySize: 0 }, undefined],
    ["the method GET", { method: "GET", headers: [type] }, undefined],
  ])("a request with %s", async (_, request, gaps) => {
    expect((await gapsOf(har({ ...entry, request: { ...bare, ...request } }))).request).toEqual(
      gaps,
    );
  });

  test.each<[string, object, object | undefined]>([
    ["no body", { body: undefined }, undefined],
    ["an empty body", { body: "" }, undefined],
    [
      "no body, and a Content-Length",
      { body: null, headers: { "content-length": "9" } },
      notRecorded,
    ],
    ["part of a body", { body: "{", headers: { "content-length": "9" } }, { body: "cut" }],
  ])("a line with %s", async (_, response, gaps) => {
    const line = lines({ ...expected, response: { ...expected.response, ...response } });
    expect((await gapsOf(line)).response).toEqual(gaps);
  });
});

test("what is said of the media type stands in for headers that were not recorded", async () => {
  const { exchange } = await readOne(
    har({
      request: { ...entry.request, headers: [] },
      response: { ...entry.response, headers: undefined },
    }),
  );
  const gaps = { headers: "not-recorded" };
  const { request, response } = expected;
  expect(exchange).toEqual({ request: { ...request, gaps }, response: { ...response, gaps } });
});

describe("tells headers that were not recorded", () => {
  const none = { headers: "not-recorded" };
  test.each<[string, string, object]>([
    [
      "an empty list",
      har({ ...entry, request: { ...entry.request, headers: [] } }),
      { request: none },
    ],
    [
      "no list",
      har({ ...entry, response: { ...entry.response, headers: undefined } }),
      { response: none },
    ],
    [
      "no headers on a line",
      lines({ ...expected, request: { ...expected.request, headers: {} } }),
      { request: none },
    ],
    [
      "what is no list",
      har({ ...entry, request: { ...entry.request, headers: "x" } }),
      { request: { headers: "undecodable" } },
    ],
  ])("%s", async (_, data, gaps) => {
    expect(await gapsOf(data)).toEqual({ request: undefined, response: undefined, ...gaps });
  });
});

describe("a call without an answer is a request alone", () => {
  const { request } = entry;
  test.each<[string, string]>([
    [
      "status 0",
      withResponse({ status: 0, headers: [], content: { size: 0, mimeType: "x-unknown" } }),
    ],
    ["status -1", withResponse({ status: -1 })],
    ["a line with null", lines({ request: expected.request, response: null })],
    ["a line with status 0", lines({ ...expected, response: { status: 0 } })],
  ])("%s", async (_, data) => {
    expect(await read(data)).toMatchObject([
      { unanswered: { method: "POST", url, body: request.postData.text } },
    ]);
  });
});

describe("names what is no exchange", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["an entry that is no object", har(null), /entry is null/],
    ["no response", har({ request: entry.request }), /response is missing/],
    ["a status in text", withResponse({ status: "200" }), /no status/],
    ["an entry that is not JSON", '{"log":{"entries":[{"a":}]}}', /it is not JSON$/],
    [
      "a long entry that is not JSON",
      `{"log":{"entries":[{"a":"${"x".repeat(99)}",}]}}`,
      /not JSON \(at character 108\)/,
    ],
    ["a line cut off", `${lines(expected)}{"request":`, /cut off/],
    [
      "a body that is not text",
      lines({ ...expected, response: { ...expected.response, body: {} } }),
      /an object where the raw text/,
    ],
    [
      "bytes that are not UTF-8",
      Buffer.concat([Buffer.from('{"request":"'), Buffer.from([0xff]), Buffer.from('"}')]),
      /not valid UTF-8/,
    ],
  ])("%s", async (_, data, reason) => {
    const problem = (await read(data)).at(-1);
    expect(problem).toMatchObject({ problem: expect.stringMatching(reason) });
  });

  test("a problem's words never quote the recording", async () => {
    const [problem] = await read('{"request":{"headers":{"x-api-key":"secret"}} secret}');
    expect(JSON.stringify(problem)).not.toContain("secret");
  });

  test("gzip that ends early, behind what was read before", async () => {
    const many = gzipSync(
      lines(...Array.from({ length: 5000 }, (_, i) => ({ ...expected, i, r: Math.sin(i) }))),
    );
    const records = await read(many.subarray(0, many.length - 100), 1000);
    expect(records.length).toBeGreaterThan(100);
    expect(records.at(-1)).toEqual({
      fault: "cut",
      reason: "the packed data ends early; it was cut off",
      source: { file: "f" },
    });
  });
});

describe("a file that gives nothing, or nothing more, is a fault", () => {
  test.each<[string, string | Uint8Array, "cut" | "unreadable", RegExp]>([
    ["empty", "", "unreadable", /^the file is empty$/],
    ["blank", " \n", "unreadable", /^the file is empty$/],
    ["a word", "hello", "unreadable", /^this is neither HAR 1\.2 .* nor NDJSON/],
    ["a list", "[{}]", "unreadable", /JSON list; put one element on a line/],
    [
      "an exchange over lines",
      JSON.stringify(expected, null, 1),
      "unreadable",
      /over several lines/,
    ],
    [
      "HAR without entries",
      '{"log":{"version":"1.2"}}',
      "unreadable",
      /^the HAR has no log\.entries$/,
    ],
    ["HAR with no entry", har(), "unreadable", /^the HAR has no entries$/],
    ["HAR cut off in its first entry", '{"log":{"entries":[\n{"request"', "cut", /cut off/],
    ["HAR cut off behind its first entry", har(entry, entry).slice(0, -200), "cut", /cut off/],
    ["broken gzip", Buffer.from([0x1f, 0x8b, 1, 2, 3]), "unreadable", /^the packed data/],
    ["HTML", "<!doctype html>", "unreadable", /^this is a web page/],
    [
      "Postman",
      '{"info":{},"item":[{"request":{}}]}',
      "unreadable",
      /^this is a Postman collection.*docs\/traffic\.md/,
    ],
    [
      "WireMock",
      '{\n"mappings":[{"request":{}}]}',
      "unreadable",
      /^this is stub mappings of WireMock/,
    ],
    ["mitmproxy", "1391:9:websocket;0:~8:response;", "unreadable", /mitmproxy/],
    ["a capture", Buffer.from("d4c3b2a102000400", "hex"), "unreadable", /packet capture/],
  ])("%s", async (_, data, fault, reason) => {
    expect((await read(data)).at(-1)).toMatchObject({
      fault,
      reason: expect.stringMatching(reason),
    });
  });
});

test("takes hostile keys for what they are", async () => {
  const text =
    '{"request":{"method":"GET","url":"/","headers":{"__proto__":"x","constructor":"y"}},"response":{"status":200,"headers":{},"__proto__":{"body":"z"}}}';
  const { exchange } = await readOne(text);
  expect(Object.entries(exchange.request.headers)).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
  expect(({} as Record<string, unknown>).body).toBeUndefined();
});

describe("a record over the limit is named, and the next ones are read", () => {
  async function* chunked(text: string, size: number) {
    for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
  }
  const linesOf = (cut: Batch) => cut.spans.filter((_, index) => index % 3 === 2);

  test.each([1, 5, 1000])("lines, in chunks of %i", async (size) => {
    const cuts = await all(
      splitLines(chunked(`{"a":1}\n"${"x".repeat(50)}"\n{}\n`, size), "f", "folder", 20),
    );
    expect(cuts.flatMap((cut) => ("bytes" in cut ? [] : cut.source))).toEqual([
      { file: "f", line: 2 },
    ]);
    expect(cuts.flatMap((cut) => ("bytes" in cut ? linesOf(cut) : []))).toEqual([1, 3]);
  });

  test.each([1, 5, 1000])("entries, in chunks of %i", async (size) => {
    const text = `{"log":{"entries":[{"a":1},\n"${"x".repeat(50)}",\n{}]}}`;
    const cuts = await all(splitEntries(chunked(text, size), "f", "folder", 20));
    expect(cuts.map((cut) => ("bytes" in cut ? [cut.first, ...linesOf(cut)] : cut.source))).toEqual(
      [[0, 1], { file: "f", line: 2, entry: 1 }, [2, 3]],
    );
  });
});

test("holds no more than a batch, however long the file", async () => {
  const line = Buffer.from(lines({ ...expected, pad: "x".repeat(2000) }).repeat(50));
  async function* endless() {
    for (let i = 0; i < 200; i++) yield line;
  }
  let largest = 0;
  let records = 0;
  for await (const cut of cutRecording(Readable.from(endless()), "f")) {
    if (!("bytes" in cut)) throw new Error(JSON.stringify(cut));
    largest = Math.max(largest, cut.bytes.length);
    records += cut.spans.length / 3;
  }
  expect(records).toBe(10_000);
  expect(largest).toBeLessThanOrEqual(2 ** 20);
});
