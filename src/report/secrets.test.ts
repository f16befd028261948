import { expect, test } from "vitest";
import { redacted, secretsOf } from "./secrets.ts";

const request = (headers: Record<string, string>) => ({ method: "GET", url: "/", headers });
const secrets = secretsOf(
  request({ "X-Api-Key": 'k"ey/0123', authorization: "Bearer token-4711", accept: "text/html" }),
);

test.each([
  'it is k"ey/0123.',
  "/websets/k%22ey%2F0123",
  JSON.stringify({ a: 'k"ey/0123' }),
  "Bearer token-4711",
  "token-4711",
])("the key stands nowhere in %j", (text) => {
  const clean = redacted({ [text]: [text] }, secrets);
  expect(JSON.stringify(clean)).not.toMatch(/0123|4711/);
  expect(JSON.stringify(clean)).toContain("REDACTED");
});

test("what is no key, or too short to be told from other text, stays", () => {
  const data = { a: "text/html", b: [1, null, true], c: "short" };
  expect(redacted(data, secrets)).toEqual(data);
  expect(redacted(data, secretsOf(request({ "x-api-key": "short" })))).toBe(data);
  expect(secretsOf(request({ "x-api-key": "REDACTED" }))).toEqual([]);
});
