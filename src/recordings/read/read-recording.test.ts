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
  if (!one || "problem" in one || more.length > 0) throw new Error(JSON.stringify([one, ...more]));
  return one;
}

const withResponse = (response: object) =>
  har({ ...entry, response: { ...entry.response, ...response } });
const withContent = (content: object) => withResponse({ content });

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
    [
      "HAR without headers but media types",
      har({
        request: { ...entry.request, headers: [] },
        response: { ...entry.response, headers: undefined },
      }),
    ],
    ["HAR with base64", har({ ...entry, response: bodied })],
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

describe("does not take a body that was not recorded for an empty one", () => {
  test.each([
    ["a size without text", { size: 10 }, ["/response/body"]],
    ["nothing at all", {}, ["/response/body"]],
    ["a body in another file", { size: 10, _file: "x.json" }, ["/response/body"]],
    ["a size of 0", { size: 0 }, []],
  ])("%s", async (_, content, unrecorded) => {
    expect((await readOne(withContent(content))).unrecorded).toEqual(unrecorded);
  });

  test("no text with a status that has no body is none", async () => {
    expect((await readOne(withResponse({ status: 204, content: {} }))).unrecorded).toEqual([]);
  });

  test("nor on the request's side", async () => {
    const request = { ...entry.request, postData: { mimeType: "application/json", params: [] } };
    expect((await readOne(har({ ...entry, request }))).unrecorded).toEqual(["/request/body"]);
  });
});

describe("names what is no exchange", () => {
  const response = (content: object) => withContent({ size: 1, ...content });
  test.each<[string, string | Uint8Array, RegExp]>([
    ["an entry that is no object", har(null), /entry is null/],
    ["no response", har({ request: entry.request }), /response is missing/],
    ["status 0", withResponse({ status: 0 }), /no response \(status 0\)/],
    ["a status in text", withResponse({ status: "200" }), /no status/],
    ["base64 that is none", response({ text: "{}", encoding: "base64" }), /base64/],
    ["binary", response({ text: "/9j/4A==", encoding: "base64" }), /binary/],
    ["an unknown encoding", response({ text: "x", encoding: "rot13" }), /unknown encoding "rot13"/],
    ["an entry that is not JSON", '{"log":{"entries":[{"a":}]}}', /it is not JSON$/],
    [
      "a long entry that is not JSON",
      `{"log":{"entries":[{"a":"${"x".repeat(99)}",}]}}`,
      /not JSON \(at character 108\)/,
    ],
    ["a line cut off", `${lines(expected)}{"request":`, /cut off/],
    [
      "a line without headers",
      lines({ ...expected, response: { status: 200 } }),
      /response has no headers/,
    ],
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
    [
      "a HAR cut off behind its first entry",
      har(entry, entry).slice(0, -200),
      /the file was cut off/,
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
      problem: "the gzip data ends early; it was cut off",
      source: { file: "f" },
    });
  });
});

describe("refuses a file that gives nothing", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["empty", "", /^f: the file is empty$/],
    ["blank", " \n", /^f: the file is empty$/],
    ["HTML", "<!doctype html>", /^f: line 1: this is neither HAR 1\.2 .* nor NDJSON/],
    ["a list", "[{}]", /neither/],
    [
      "HAR without entries",
      '{"log":{"version":"1.2"}}',
      /^f: line 1: the HAR has no log\.entries$/,
    ],
    ["HAR with no entry", har(), /^f: line 1: the HAR has no entries$/],
    [
      "HAR cut off in its first entry",
      '{"log":{"entries":[\n{"request"',
      /^f: line 2: the JSON ends in the middle/,
    ],
    ["broken gzip", Buffer.from([0x1f, 0x8b, 1, 2, 3]), /^f: the gzip data/],
  ])("%s", async (_, data, message) => {
    await expect(read(data)).rejects.toThrow(message);
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
      splitLines(chunked(`{"a":1}\n"${"x".repeat(50)}"\n{}\n`, size), "f", 20),
    );
    expect(cuts.flatMap((cut) => ("problem" in cut ? cut.source : []))).toEqual([
      { file: "f", line: 2 },
    ]);
    expect(
      cuts.flatMap((cut) => ("problem" in cut ? [] : cut.spans.filter((_, i) => i % 3 === 2))),
    ).toEqual([1, 3]);
  });

  test.each([1, 5, 1000])("entries, in chunks of %i", async (size) => {
    const text = `{"log":{"entries":[{"a":1},\n"${"x".repeat(50)}",\n{}]}}`;
    const cuts = await all(splitEntries(chunked(text, size), "f", 20));
    expect(
      cuts.map((cut) => ("problem" in cut ? cut.source : [cut.first, ...linesOf(cut)])),
    ).toEqual([[0, 1], { file: "f", line: 2, entry: 1 }, [2, 3]]);
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
    if ("problem" in cut) throw new Error(cut.problem);
    largest = Math.max(largest, cut.bytes.length);
    records += cut.spans.length / 3;
  }
  expect(records).toBe(10_000);
  expect(largest).toBeLessThanOrEqual(2 ** 20);
});
