import { expect, it } from "vitest";
import { compileContract } from "./compile-contract.ts";
import { ContractError } from "./schema.ts";

const parameter = (change: object) => ({
  ...{ name: "id", in: "path", required: true, schema: { type: "string" } },
  ...change,
});

function description({ parameters = [parameter({})] as object[], ...change }) {
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "https://api.example.com" }],
    paths: { "/things/{id}": { post: { parameters, responses: { 200: {} } } } },
    ...change,
  };
}

const refused: [string, object, string][] = [
  ["another dialect", { jsonSchemaDialect: undefined }, "/jsonSchemaDialect"],
  ["no operation", { paths: {} }, "/paths"],
  ["a path parameter that is not described", { parameters: [] }, "/paths/~1things~1{id}"],
  [
    "an optional path parameter",
    { parameters: [parameter({ required: false })] },
    "/paths/~1things~1{id}/post/parameters/0",
  ],
  [
    "a matrix of path parameters",
    { parameters: [parameter({ style: "matrix" })] },
    "/paths/~1things~1{id}/post/parameters/0/style",
  ],
  [
    "an object in a query without a style for it",
    { parameters: [parameter({}), { name: "where", in: "query", schema: { type: "object" } }] },
    "/paths/~1things~1{id}/post/parameters/1",
  ],
  [
    "a cookie",
    { parameters: [parameter({}), { name: "session", in: "cookie" }] },
    "/paths/~1things~1{id}/post/parameters/1",
  ],
];

it("compiles what it can check", () => {
  expect(compileContract(description({}))).toContain('name: "POST /things/{id}"');
});

it.each(refused)("refuses %s, which it could not check", (_, change, pointer) => {
  let error: unknown;
  try {
    compileContract(description(change));
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ContractError);
  expect(error).toMatchObject({ pointer });
});
