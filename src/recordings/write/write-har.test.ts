import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Exchange } from "../../findings/exchange.ts";
import { readRecording } from "../read/read-recording.ts";
import { SecretInRecording, writeHar } from "./write-har.ts";

const provenance = { origin: "local", date: "2026-11-23", note: "a test" } as const;

const exchange: Exchange = {
  request: {
    method: "POST",
    url: "/v0/websets/x",
    headers: { "content-type": "application/json" },
    body: "{}",
  },
  response: { status: 404, headers: { b: "2", a: "1" }, body: '{"error":"ü"}' },
};

test("what is written is read back", async () => {
  const text = writeHar([exchange], provenance, ["secret"]);
  for await (const recorded of readRecording(Readable.from([Buffer.from(text)]), "f")) {
    expect(recorded).toEqual({
      exchange,
      source: { file: "f", line: 14, entry: 0 },
      reasons: [],
    });
  }
  expect(JSON.parse(text).log._provenance).toEqual(provenance);
});

test("the order of headers makes no difference", () => {
  const turned = { ...exchange, response: { ...exchange.response, headers: { a: "1", b: "2" } } };
  expect(writeHar([turned], provenance, [])).toBe(writeHar([exchange], provenance, []));
});

const secret = 'k+y/"ü 1';
test.each([
  ["as it is", secret],
  ["in capitals", secret.toUpperCase()],
  ["in a URL", encodeURIComponent(secret)],
  ["in JSON in JSON", JSON.stringify({ deep: JSON.stringify({ secret }) })],
  ["in base64", Buffer.from(secret).toString("base64")],
  ["in hex", Buffer.from(secret).toString("hex")],
])("refuses to write a secret %s, and does not show it", (_, text) => {
  const leaking = { ...exchange, response: { ...exchange.response, body: text } };
  expect(() => writeHar([leaking], provenance, [secret])).toThrow(SecretInRecording);
  expect(() => writeHar([leaking], provenance, [secret])).not.toThrow(secret);
});
