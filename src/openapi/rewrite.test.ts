import { expect, it } from "vitest";
import type { Json } from "../findings/finding.ts";
import { rewriteObjects } from "./rewrite.ts";

/** Drops the keyword `description` wherever it is one. */
const undescribed = (value: Json) =>
  rewriteObjects(value, ({ description: _, ...rest }) => rest as Json); // members of JSON are JSON

it("reaches every object that describes something", () => {
  const description = "prose";
  expect(
    undescribed({
      info: { description, version: "1" },
      paths: {
        "/a": { description, get: { description, parameters: [{ description, in: "query" }] } },
      },
      components: {
        schemas: { A: { description, allOf: [{ description, not: { description } }] } },
        callbacks: { C: { "{$url}": { post: { description } } }, D: { $ref: "#/x", description } },
      },
    }),
  ).toEqual({
    info: { version: "1" },
    paths: { "/a": { get: { parameters: [{ in: "query" }] } } },
    components: {
      schemas: { A: { allOf: [{ not: {} }] } },
      callbacks: { C: { "{$url}": { post: {} } }, D: { $ref: "#/x" } },
    },
  });
});

it.each<[what: string, value: Json]>([
  ["a property's name", { properties: { description: { type: "string" }, properties: {} } }],
  ["a component's name", { components: { schemas: { description: {} } } }],
  ["a callback's expression", { callbacks: { c: { description: {} } } }],
  ["an example", { example: { description: "a" } }],
  ["a default", { default: { description: "a" } }],
  ["a value", { enum: [{ description: "a" }], const: { description: "b" } }],
])("leaves %s alone", (_, value) => {
  expect(undescribed(value)).toEqual(value);
});

it("changes the inner before the outer, and says where each stood", () => {
  const pointers: string[] = [];
  rewriteObjects({ paths: { "/a": { get: { responses: { 200: {} } } } } }, (object, pointer) => {
    pointers.push(pointer);
    return object;
  });
  expect(pointers).toEqual(["/paths/~1a/get/responses/200", "/paths/~1a/get", "/paths/~1a", ""]);
});

it("keeps a property that is called __proto__", () => {
  const value = JSON.parse('{"properties":{"__proto__":{"type":"string"}}}');
  expect(JSON.stringify(undescribed(value))).toBe(JSON.stringify(value));
});
