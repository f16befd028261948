import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import * as assert from "../../src/contract/assert.ts";
import * as formats from "../../src/contract/formats.ts";
import { type Check, type Violation, Violations } from "../../src/contract/violation.ts";
import { SchemaCompiler } from "./compile-schema.ts";
import { ContractError, type Schema } from "./schema.ts";

/** Compiles a schema and loads the text, as importing `generated/contract.ts` would. */
function compile(
  schema: Schema,
  components: Record<string, Schema> = {},
): (value: unknown) => Violation[] {
  const compiler = new SchemaCompiler({ components: { schemas: components } });
  const name = compiler.compile(schema, "/root", "root");
  const { code } = transformSync(`${compiler.source()}\nreturn ${name};`, {
    loader: "ts",
    tsconfigRaw: {},
  });
  const check: Check = new Function("a", "f", code)(assert, formats);
  return (value) => {
    const out = new Violations();
    check(value, out);
    return out.list;
  };
}

const tagged = (tag: string): Schema => ({
  type: "object",
  required: ["tag"],
  properties: { tag: { const: tag }, [`only ${tag}`]: { type: "number" } },
});
const components: Record<string, Schema> = {
  Tree: {
    type: "object",
    properties: {
      value: { type: "integer" },
      children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    },
  },
  Shorthand: { type: ["string", "object"], required: ["a"], properties: { a: {} } },
  A: tagged("a"),
  B: tagged("b"),
};
const tree = { $ref: "#/components/schemas/Tree" };

const schemas: [string, Schema][] = [
  ["anything", {}],
  ["a type", { type: "string" }],
  ["several types", { type: ["integer", "boolean", "null"] }],
  ["an enum", { type: ["string", "null"], enum: ["a", "b", null] }],
  ["a const of another type than its own", { type: "integer", const: "a" }],
  ["an object that a text may stand for", { $ref: "#/components/schemas/Shorthand" }],
  ["an enum of integers", { type: "integer", enum: [1, 3] }],
  ["an enum without its null in the type", { type: "string", enum: ["a", null] }],
  ["a const", { const: 1 }],
  ["a length", { type: "string", minLength: 2, maxLength: 3 }],
  ["a pattern", { type: "string", pattern: "^a/\\d+$" }],
  ["a format", { type: "string", format: "date-time" }],
  ["bounds", { type: "number", minimum: 0, exclusiveMaximum: 10 }],
  ["exclusive bounds of integers", { type: "integer", exclusiveMinimum: 0, maximum: 3 }],
  [
    "an array",
    { type: "array", items: { type: "string", minLength: 1 }, minItems: 1, maxItems: 2 },
  ],
  ["an array of anything", { type: "array", items: {} }],
  [
    "an object",
    {
      type: "object",
      required: ["a"],
      properties: {
        a: { type: "string" },
        b: { type: ["object", "null"], properties: { c: { type: "null" } } },
      },
    },
  ],
  [
    "names of Object.prototype",
    {
      type: "object",
      required: ["constructor"],
      properties: { constructor: { type: "string" }, toString: { type: "number" } },
    },
  ],
  ["a map", { type: "object", additionalProperties: { type: "string", maxLength: 2 } }],
  [
    "a map beside properties",
    {
      type: "object",
      properties: { a: { type: "number" } },
      additionalProperties: { type: "string" },
    },
  ],
  ["a closed object", { type: "object", properties: { a: {} }, additionalProperties: false }],
  ["a nullable reference", { oneOf: [tree, { type: "null" }] }],
  ["a recursive schema", tree],
  [
    "a discriminated union",
    {
      oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
      discriminator: { propertyName: "tag" },
    },
  ],
  [
    "a union without a discriminator",
    { oneOf: [{ type: "number", minimum: 1 }, { type: "integer", maximum: 3 }, { type: "null" }] },
  ],
  [
    "an anyOf",
    {
      anyOf: [
        { type: "string", minLength: 2 },
        { type: "object", properties: { a: { type: "number" } } },
      ],
    },
  ],
];

const values: unknown[] = [
  null,
  true,
  0,
  1,
  2,
  3,
  10,
  -1,
  1.5,
  "",
  "a",
  "b",
  "ab",
  "abc",
  "abcd",
  "😀",
  "😀😀",
  "😀😀😀😀",
  "a/1",
  "a/x",
  "2025-11-23T00:48:09.119Z",
  [],
  [""],
  ["a"],
  ["a", 1],
  ["a", "b", "c"],
  {},
  { a: "x" },
  { a: 1 },
  { a: null, b: {} },
  { a: "x", b: { c: 1 } },
  { a: "x", b: null },
  { a: "abc", z: 1 },
  { a: 1, z: "x" },
  { constructor: "x" },
  { constructor: "x", toString: "y" },
  JSON.parse('{"__proto__":1}'),
  { value: 1, children: [{ value: 2, children: [] }, { value: "x" }] },
  { tag: "a" },
  { tag: "b", "only b": "x" },
  { tag: "c" },
  { tag: 1 },
];

describe("a compiled schema", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true });
  addFormats.default(ajv);

  it.each(schemas)("gives the verdict of Ajv on every sample: %s", (_, schema) => {
    const check = compile(schema, components);
    const reference = ajv.compile({ ...schema, components: { schemas: components } });
    for (const value of values) {
      const refused = check(value).filter(({ keyword }) => keyword !== "undocumentedProperty");
      expect({ value, valid: refused.length === 0 }).toEqual({ value, valid: reference(value) });
      const places = reference.errors?.map(({ instancePath, keyword, params }) =>
        keyword === "required"
          ? `${instancePath}/${params.missingProperty}`
          : keyword === "additionalProperties"
            ? `${instancePath}/${params.additionalProperty}`
            : instancePath,
      );
      for (const { pointer } of refused) expect(places).toContain(pointer);
    }
  });

  it("reports a field that no schema names, unless the object says that it is open", () => {
    const at = (schema: Schema) =>
      compile(schema)({ a: 1, "x/y": 2 }).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
    const properties = { a: { type: "number" } };
    expect(at({ type: "object", properties })).toEqual(["undocumentedProperty /x~1y"]);
    expect(at({ type: "object", properties, additionalProperties: true })).toEqual([]);
    expect(at({ type: "object" })).toEqual([]);
  });
});

describe("the compiler", () => {
  it.each<[string, Schema & Record<string, unknown>]>([
    ["/root/uniqueItems", { type: "array", uniqueItems: true }],
    ["/root/properties/a/not", { type: "object", properties: { a: { not: {} } as Schema } }],
    ["/root/format", { type: "string", format: "hostname" }],
    ["/root/type", { type: "text" }],
    ["/root/required", { type: "object", required: ["a"] }],
    ["/root", { minLength: 1 }],
    [
      "/root/oneOf/0",
      { oneOf: [{ type: "object" }, { type: "object" }], discriminator: { propertyName: "tag" } },
    ],
    ["/root", { $ref: "#/components/schemas/Missing" }],
  ])("refuses what it would have to ignore, at %s", (pointer, schema) => {
    let error: unknown;
    try {
      compile(schema);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ContractError);
    expect((error as ContractError).pointer).toBe(pointer);
  });
});
