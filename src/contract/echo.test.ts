import { expect, test } from "vitest";
import { checkEcho, echoRules } from "./echo.ts";

const ask = (id: string, body: unknown) => ({
  method: "POST",
  url: `https://api.exa.ai/websets/v0/websets/${encodeURIComponent(id)}`,
  headers: {},
  body: JSON.stringify(body),
});
const answer = (body: unknown, status = 200) => ({
  status,
  headers: {},
  body: JSON.stringify(body),
});
const found = (...[request, response]: Parameters<typeof checkEcho>) =>
  checkEcho(request, response).map(({ id, location }) => [id, location]);

test.each([
  ["id", { id: "ws_1", externalId: null, metadata: {} }],
  ["externalId", { id: "ws_2", externalId: "ws_1", metadata: {} }],
])("accepts an answer about the %s that was asked for", (_, body) => {
  expect(found(ask("ws_1", {}), answer(body))).toEqual([]);
});

test("compares the id as the caller wrote it, not as the URL carries it", () => {
  expect(found(ask("a/b ü", {}), answer({ id: "ws_1", externalId: "a/b ü" }))).toEqual([]);
  expect(found(ask("a/b", {}), answer({ id: "a%2Fb" }))).toEqual([
    ["response-echo-id", "/response/body/id"],
  ]);
});

test("refuses an answer about another Webset", () => {
  expect(checkEcho(ask("ws_1", {}), answer({ id: "ws_2", externalId: null }))).toEqual([
    {
      id: "response-echo-id",
      level: "error",
      operation: "POST /v0/websets/{id}",
      location: "/response/body/id",
      args: { asked: "ws_1", id: "ws_2", externalId: null },
    },
  ]);
});

test("wants each metadata key that was sent, with its value, whether the API merges or replaces", () => {
  const sent = ask("w", { metadata: { a: "1", "b/~c": "2" } });
  expect(found(sent, answer({ id: "w", metadata: { a: "1", "b/~c": "2", older: "x" } }))).toEqual(
    [],
  );
  expect(found(sent, answer({ id: "w", metadata: { a: "other" } }))).toEqual([
    ["response-echo-metadata", "/response/body/metadata/a"],
    ["response-echo-metadata", "/response/body/metadata/b~1~0c"],
  ]);
});

test("names the key whose value is not there", () => {
  const [finding] = checkEcho(ask("w", { metadata: { a: "1" } }), answer({ id: "w" }, 299));
  expect(finding?.args).toEqual({ key: "a" });
});

test("takes an id as it stands where the URL is badly encoded", () => {
  const asked = { ...ask("w", {}), url: "/v0/websets/%zz" };
  expect(found(asked, answer({ id: "%zz" }))).toEqual([]);
});

test("does not take an inherited property for a metadata key", () => {
  expect(
    found(ask("w", { metadata: { toString: "x" } }), answer({ id: "w", metadata: {} })),
  ).toHaveLength(1);
});

test.each([
  ["metadata that was not sent", ask("w", { title: "t" }), answer({ id: "w", metadata: {} })],
  ["metadata sent as null", ask("w", { metadata: null }), answer({ id: "w", metadata: {} })],
  ["a refusal", ask("w", { metadata: { a: "1" } }), answer({ error: "no" }, 404)],
  ["an answer before the last", ask("w", {}), answer({ id: "x" }, 199)],
  ["a body that is no object", ask("w", {}), answer([])],
  ["a body that is text", ask("w", {}), answer("text")],
  ["a body that is null", ask("w", {}), answer(null)],
  ["a request without a body", { ...ask("w", {}), body: null }, answer({ id: "w" })],
  ["a body that is no JSON", ask("w", {}), { status: 200, headers: {}, body: "<p>" }],
  ["another path", { ...ask("w", {}), url: "/v0/websets/w/cancel" }, answer({ id: "x" })],
])("says nothing of %s", (_, request, response) => {
  expect(checkEcho(request, response)).toEqual([]);
});

test("has a rule for each finding, at the finding's level", () => {
  const findings = checkEcho(ask("a", { metadata: { k: "v" } }), answer({ id: "b" }));
  expect(findings.map(({ id, level }) => [id, level])).toEqual(
    echoRules.map(({ id, level }) => [id, level]),
  );
});
