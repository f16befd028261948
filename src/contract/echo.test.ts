import { expect, test } from "vitest";
import { checkEcho, echoRules } from "./echo.ts";
import type { Echo, Operation, Parameter } from "./operation.ts";

const parameter: Parameter = { required: true, as: "string", check: () => {} };
const about = (request: Echo["request"], ...response: string[]): Echo => ({ request, response });

/** An operation that must repeat its `id` as id or alias, and the tags that were sent. */
const operation: Operation = {
  ...{ name: "POST /things/{id}", method: "POST", path: /^$/, query: {}, headers: {} },
  ...{ security: [], responses: {}, pathParameters: [{ name: "id", ...parameter }] },
  echo: [
    about({ in: "path", name: "id" }, "/id", "/alias"),
    about({ in: "query", name: "part" }, "/part"),
    about({ in: "header", name: "X-Tenant" }, "/tenant"),
    about({ in: "body", pointer: "/tags" }, "/tags"),
    about({ in: "body", pointer: "/size/width" }, "/width"),
  ],
};

interface Asked {
  readonly id?: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

function check(asked: Asked, answer: unknown, status = 200) {
  const { id = "1", query = "", headers = {}, body } = asked;
  return checkEcho(
    { operation, path: [id], query },
    { method: "POST", url: "", headers, body: JSON.stringify(body) ?? null },
    { status, headers: {}, body: typeof answer === "string" ? answer : JSON.stringify(answer) },
  );
}
const found = (...args: Parameters<typeof check>) =>
  check(...args).map(({ id, location }) => [id, location]);

test.each([
  ["one place", { id: "1", alias: null }],
  ["another", { id: "2", alias: "1" }],
  ["a number", { id: 1 }],
])("accepts an answer that has what was asked for in %s", (_, body) => {
  expect(found({}, body)).toEqual([]);
});

test("compares a parameter as the caller wrote it, not as the URL carries it", () => {
  expect(found({ id: "a%2Fb%20%C3%BC" }, { id: "a/b ü" })).toEqual([]);
  expect(found({ id: "a%2Fb" }, { id: "a%2Fb" })).toEqual([
    ["response-echo-parameter", "/response/body/id"],
  ]);
  expect(found({ id: "%zz" }, { id: "%zz" })).toEqual([]);
});

test("says what was asked for and what the answer is about", () => {
  expect(check({}, { id: "2" })).toEqual([
    {
      id: "response-echo-parameter",
      level: "error",
      operation: "POST /things/{id}",
      location: "/response/body/id",
      args: { name: "id", asked: "1", actual: ["2", null] },
    },
  ]);
});

test("looks at query parameters and headers, where they were sent", () => {
  const headers = { "x-tenant": "t" };
  const right = { id: "1", part: "a b", tenant: "t" };
  expect(found({ query: "part=a+b", headers }, right)).toEqual([]);
  expect(found({ query: "part=c", headers }, { ...right, tenant: "u" })).toEqual([
    ["response-echo-parameter", "/response/body/part"],
    ["response-echo-parameter", "/response/body/tenant"],
  ]);
});

test("wants each member that was sent, with its value; others may be there", () => {
  const sent = { body: { tags: { a: "1", "b/~c": "2" } } };
  expect(found(sent, { id: "1", tags: { a: "1", "b/~c": "2", older: "x" } })).toEqual([]);
  expect(found(sent, { id: "1", tags: { a: "other" } })).toEqual([
    ["response-echo-body", "/response/body/tags/a"],
    ["response-echo-body", "/response/body/tags/b~1~0c"],
  ]);
  expect(check(sent, { id: "1" }).map(({ args }) => args.field)).toEqual([
    "/tags/a",
    "/tags/b~1~0c",
  ]);
});

test("wants a value that is no object as it was sent", () => {
  const sent = { body: { size: { width: [1, 2] } } };
  expect(found(sent, { id: "1", width: [1, 2] })).toEqual([]);
  expect(found(sent, { id: "1", width: [1] })).toEqual([
    ["response-echo-body", "/response/body/width"],
  ]);
});

test("does not take an inherited property for one that was sent back", () => {
  expect(found({ body: { tags: { toString: "x" } } }, { id: "1", tags: {} })).toHaveLength(1);
});

test.each<[string, Parameters<typeof check>]>([
  ["what was not sent", [{ body: { other: 1 } }, { id: "1" }]],
  ["what was sent as null", [{ body: { tags: null } }, { id: "1" }]],
  ["a refusal", [{}, { error: "no" }, 404]],
  ["an answer before the last", [{}, { id: "x" }, 199]],
  ["a body that is no object", [{}, []]],
  ["a body that is null", [{}, null]],
  ["a body that is no JSON", [{}, "<p>"]],
])("says nothing of %s", (_, args) => {
  expect(check(...args)).toEqual([]);
});

test("says nothing where the contract asks for nothing", () => {
  const { echo: _, ...silent } = operation;
  const request = { method: "POST", url: "", headers: {}, body: null };
  const response = { status: 200, headers: {}, body: '{"id":"2"}' };
  expect(checkEcho({ operation: silent, path: ["1"], query: "" }, request, response)).toEqual([]);
});

test("has a rule for each finding, at the finding's level", () => {
  const findings = check({ body: { tags: { k: "v" } } }, { id: "b" });
  expect(findings.map(({ id, level }) => [id, level])).toEqual(
    echoRules.map(({ id, level }) => [id, level]),
  );
});
