import { describe, expect, it } from "vitest";
import * as a from "./assert.ts";
import { createChecker } from "./check-exchange.ts";
import { form } from "./form.ts";
import type { CompiledContract, Operation, Parameter } from "./operation.ts";
import { readQuery, readSimple } from "./read-parameter.ts";
import { type Check, Violations } from "./violation.ts";

const any: Check = () => {};
const isA =
  (type: string): Check =>
  (value, out) => {
    const actual = Array.isArray(value) ? "array" : typeof value;
    if (actual !== type) a.type(out, "", type, value);
  };
const parameter = (more: Partial<Parameter>): Parameter => ({
  ...{ required: false, as: "string", check: any },
  ...more,
});
const pairs = (query: string) => query.split("&").map((one) => one.split("=") as [string, string]);

describe("a query parameter is read by its style", () => {
  it.each<[string, Partial<Parameter>, string, unknown]>([
    ["text", {}, "p=a%20b+c", "a b c"],
    ["a number", { as: "number" }, "p=-1.5", -1.5],
    ["what is no number as text", { as: "number" }, "p=1e", "1e"],
    ["a boolean", { as: "boolean" }, "p=true", true],
    ["the last of several", {}, "p=1&p=2", "2"],
    ["an array, repeated", { list: "repeat", as: "number" }, "p=1&q=9&p=2", [1, 2]],
    ["an array in one text", { list: "," }, "p=a%2C,b", ["a,", "b"]],
    ["an array with spaces", { list: " " }, "p=a%20b+c", ["a", "b", "c"]],
    ["an array with bars", { list: "|" }, "p=a|b%7Cc", ["a", "b", "c"]],
    ["an object", { members: { n: "number" } }, "p[n]=1&p[other]=2", { n: 1, other: "2" }],
    ["JSON", { as: "json" }, "p=%7B%22a%22%3A1%7D", { a: 1 }],
    ["nothing where it is not there", {}, "q=1", undefined],
    ["text that is badly encoded as it is", {}, "p=%zz", "%zz"],
  ])("%s", (_, more, query, value) => {
    expect(readQuery(pairs(query), "p", parameter(more))).toEqual(value);
  });
});

it("a header and a path are read in the style simple", () => {
  expect(readSimple("a, 2", parameter({ list: ",", as: "number" }))).toEqual(["a", 2]);
  expect(readSimple('{"a":1}', parameter({ as: "json" }))).toEqual({ a: 1 });
  expect(readSimple(" 5 ", parameter({ as: "number" }))).toBe(5);
});

const operation: Operation = {
  ...{ name: "GET /things/{id}", method: "GET", path: /^\/things\/([^/]+?)$/, security: [] },
  pathParameters: [
    { name: "id", ...parameter({ required: true, as: "number", check: isA("number") }) },
  ],
  query: {
    page: parameter({ required: true, as: "number", check: isA("number") }),
    where: parameter({ members: {}, check: isA("object") }),
  },
  headers: { "x-ids": parameter({ list: ",", as: "number", check: isA("array") }) },
  responses: {
    200: { headers: {}, content: { "application/json": any } },
    204: { headers: {}, content: {} },
  },
};
const headOf: Operation = { ...operation, name: "HEAD /things/{id}", method: "HEAD" };
const contract: CompiledContract = {
  servers: ["https://api.test"],
  operations: [operation, headOf],
};
const { checkRequest, checkResponse } = createChecker(contract);
const ask = (url: string) =>
  checkRequest({ method: "GET", url, headers: {} }).map(({ id, args }) => [id, args.name]);

describe("what a URL says is held to the contract", () => {
  it.each([
    ["as it should be", "/things/1?page=2&where[a]=b", []],
    ["a path parameter of another type", "/things/x?page=2", [["request-path-invalid", "id"]]],
    ["a query parameter of another type", "/things/1?page=x", [["request-query-invalid", "page"]]],
    ["one that is missing", "/things/1", [["request-query-missing", "page"]]],
    [
      "one that is unknown, twice",
      "/things/1?page=1&a=1&a=2",
      [["request-query-undocumented", "a"]],
    ],
    [
      "an object without a member",
      "/things/1?page=1&where=x",
      [["request-query-undocumented", "where"]],
    ],
  ])("%s", (_, url, found) => {
    expect(ask(url)).toEqual(found);
  });
});

describe("a body belongs where there can be one", () => {
  const request = (method: string) => ({ method, url: "/things/1?page=1", headers: {} });
  const json = { "content-type": "application/json" };
  const ids = (method: string, response: Parameters<typeof checkResponse>[1]) =>
    checkResponse(request(method), response).map(({ id }) => id);

  it("the answer to HEAD has the headers of one, and none", () => {
    expect(ids("HEAD", { status: 200, headers: json, body: "" })).toEqual([]);
    expect(ids("HEAD", { status: 200, headers: json, body: "{}" })).toEqual([
      "response-body-unexpected",
    ]);
    expect(ids("GET", { status: 200, headers: json, body: "" })).toEqual(["response-body-missing"]);
  });

  it("a 204 has none", () => {
    expect(ids("GET", { status: 204, headers: {}, body: "" })).toEqual([]);
    expect(ids("GET", { status: 204, headers: json, body: "{}" })).toEqual([
      "response-body-unexpected",
    ]);
  });
});

describe("a form is read field by field", () => {
  const read = (text: string) => {
    let seen: unknown;
    form(
      { n: { as: "number" }, tags: { as: "string", list: "repeat" }, o: { as: "json" } },
      (v) => {
        seen = v;
      },
    )(text, new Violations());
    return seen;
  };

  it("urlencoded", () => {
    expect(read("n=5&tags=a&tags=b+c&other=%26&o=%7B%7D")).toEqual({
      ...{ n: 5, tags: ["a", "b c"], other: "&", o: {} },
    });
    expect(read("")).toEqual({});
  });

  it("multipart", () => {
    const part = (name: string, value: string) =>
      `--x.y\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const text = `${part("n", "5")}${part("tags", "a\r\n--x")}${part("file", "")}--x.y--\r\n`;
    expect(read(text)).toEqual({ n: 5, tags: ["a\r\n--x"], file: "" });
  });
});
