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
});

describe("a property is undocumented", () => {
  const components: Record<string, Schema> = {
    Base: { type: "object", properties: { base: {} } },
    Cat: { type: "object", required: ["cat"], properties: { kind: { const: "cat" }, cat: {} } },
    Dog: { type: "object", required: ["dog"], properties: { kind: { const: "dog" }, dog: {} } },
    Open: { type: "object" },
  };
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const undocumented = (schema: Schema, value: unknown) =>
    compile(schema, components)(value).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
  const found = (...names: string[]) => names.map((name) => `undocumentedProperty /${name}`);

  it.each<[string, Schema, object, string[]]>([
    ["where an object does not name it", { properties: { a: {} } }, { a: 1, "x/y": 2 }, ["x~1y"]],
    ["nowhere in an object that names none", { type: "object" }, { x: 1 }, []],
    [
      "nowhere if others are allowed",
      { properties: { a: {} }, additionalProperties: true },
      { x: 1 },
      [],
    ],
    ["unless a pattern fits it", { patternProperties: { "^x-": {} } }, { "x-a": 1, b: 2 }, ["b"]],
    ["beside a $ref", { ...ref("Base"), properties: { a: {} } }, { base: 1, a: 1, z: 1 }, ["z"]],
    [
      "in allOf, if no branch knows it",
      { allOf: [ref("Base"), ref("Cat")] },
      { base: 1, cat: 1, z: 1 },
      ["z"],
    ],
    [
      "in allOf, if one branch alone names any",
      { allOf: [ref("Base"), { minProperties: 1 }] },
      { base: 1, z: 1 },
      ["z"],
    ],
    [
      "nowhere in allOf with an open branch",
      { allOf: [ref("Base"), { additionalProperties: true }] },
      { z: 1 },
      [],
    ],
    [
      "in oneOf, if the branch that applies does not know it",
      { oneOf: [ref("Cat"), ref("Dog")] },
      { cat: 1, base: 1 },
      ["base"],
    ],
    [
      "in anyOf, if no branch that applies knows it",
      { anyOf: [ref("Base"), ref("Cat"), ref("Dog")] },
      { cat: 1, base: 1, z: 1 },
      ["z"],
    ],
    [
      "nowhere in anyOf with a branch that names none",
      { anyOf: [ref("Base"), ref("Open")] },
      { z: 1 },
      [],
    ],
    [
      "in oneOf beside properties",
      { properties: { a: {} }, oneOf: [ref("Cat"), ref("Dog")] },
      { cat: 1, a: 1, z: 1 },
      ["z"],
    ],
    [
      "by a condition that holds",
      {
        properties: { a: {} },
        if: ref("Cat"),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { b: {} } },
        else: { properties: { c: {} } },
      },
      { cat: 1, b: 1, c: 1 },
      ["c"],
    ],
    [
      "by a condition that does not",
      { properties: { a: {} }, if: ref("Cat"), else: { properties: { c: {} } } },
      { b: 1, c: 1 },
      ["b"],
    ],
    [
      "unless another property brings it",
      {
        properties: { a: {} },
        dependentSchemas: { a: { properties: { b: {} } }, z: { properties: { c: {} } } },
      },
      { a: 1, b: 1, c: 1 },
      ["c"],
    ],
    [
      "even if `not` names it",
      { properties: { a: {} }, not: { properties: { z: { type: "string" } } } },
      { a: 1, z: 1 },
      ["z"],
    ],
  ])("%s", (_, schema, value, names) => {
    expect(undocumented(schema, value)).toEqual(found(...names));
  });

  it("and reported once, by the variant that a discriminator names", () => {
    const schema: Schema = {
      oneOf: [{ ...ref("Cat") }, { ...ref("Dog") }],
      discriminator: { propertyName: "kind" },
    };
    const required: Record<string, Schema> = {};
    for (const name of ["Cat", "Dog"])
      required[name] = { ...components[name], required: ["kind"] } as Schema;
    const check = compile(schema, required);
    const places = (value: unknown) =>
      check(value).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
    expect(places({ kind: "cat", cat: 1, dog: 1 })).toEqual(found("dog"));
    expect(places({ kind: "cow", cat: 1 })).toEqual(["enum /kind"]);
  });

  it("and not guessed at where no alternative fits", () => {
    const schema: Schema = { properties: { a: {} }, oneOf: [ref("Cat"), ref("Dog")] };
    expect(undocumented(schema, { z: 1 })).toEqual(["oneOf "]);
  });
});

describe("the compiler refuses, with its place,", () => {
  it.each<[string, string, unknown]>([
    ["a keyword that it does not know", "/root/minimun", { type: "number", minimun: 1 }],
    [
      "one deep inside",
      "/root/properties/a/items/uniqueItem",
      { properties: { a: { items: { uniqueItem: true } } } },
    ],
    ["one beside a $ref", "/root/nullable", { $ref: "#/components/schemas/A", nullable: true }],
    ["one beside an enum", "/root/nullable", { enum: ["a"], nullable: true }],
    ["one beside a union", "/root/nullable", { oneOf: [{}, {}], nullable: true }],
    [
      "one in what is not looked at",
      "/root/oneOf/1/nullable",
      { oneOf: [{ type: "null" }, { type: "object", nullable: true }] },
    ],
    ["a format without a check", "/root/format", { type: "string", format: "iri" }],
    [
      "a format that only Object.prototype has",
      "/root/format",
      { type: "string", format: "constructor" },
    ],
    ["an unknown type", "/root/type", { type: "text" }],
    ["a text as a bound", "/root/minLength", { type: "string", minLength: "0) || process.exit(1" }],
    ["an infinite bound", "/root/maximum", { maximum: Number.POSITIVE_INFINITY }],
    ["a negative length", "/root/maxItems", { maxItems: -1 }],
    ["a list as items", "/root/items", { items: [{ type: "string" }] }],
    ["a schema that is none", "/root/properties/a", { properties: { a: "string" } }],
    ["a name required twice", "/root/required", { required: ["a", "a"] }],
    ["a bad regular expression", "/root/pattern", { type: "string", pattern: "(" }],
    ["one that is none with Unicode", "/root/pattern", { type: "string", pattern: "\\_" }],
    [
      "a bad regular expression as a name",
      "/root/patternProperties/[",
      { patternProperties: { "[": {} } },
    ],
    ["a $ref to nothing", "/root", { $ref: "#/components/schemas/Missing" }],
    ["a $ref to another file", "/root", { $ref: "other.yaml#/A" }],
    [
      "a $ref into a schema with a name of its own",
      "/root",
      { $ref: "#/components/schemas/Named/properties/a" },
    ],
    [
      "two that only refer to each other",
      "/components/schemas/Round",
      { $ref: "#/components/schemas/Round" },
    ],
    ["a $ref that is not encoded", "/root", { $ref: "#/components/%" }],
    ["a $ref to no schema", "/components/schemas/List", { $ref: "#/components/schemas/List" }],
    ["an $anchor", "/root/$anchor", { $anchor: "a" }],
    ["another dialect", "/root/$schema", { $schema: "http://json-schema.org/draft-07/schema#" }],
    [
      "a schema that applies itself",
      "/components/schemas/Loop",
      { $ref: "#/components/schemas/Loop" },
    ],
    [
      "variants without a constant",
      "/root/oneOf/0",
      { oneOf: [{ type: "object" }, { type: "object" }], discriminator: { propertyName: "tag" } },
    ],
    [
      "variants with the same constant",
      "/root",
      {
        oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/A" }],
        discriminator: { propertyName: "tag" },
      },
    ],
    [
      "a mapping that says otherwise",
      "/root/discriminator/mapping",
      {
        oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
        discriminator: { propertyName: "tag", mapping: { a: "#/components/schemas/B" } },
      },
    ],
  ])("%s", (_, pointer, schema) => {
    const broken = {
      List: [1] as unknown as Schema,
      Named: { $id: "https://a.test/", properties: { a: {} } } as Schema,
      Round: { $ref: "#/components/schemas/Trip" },
      Trip: { $ref: "#/components/schemas/Round" },
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }] },
    };
    let error: unknown;
    try {
      compile(schema as Schema, { ...components, ...broken });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ContractError);
    expect((error as ContractError).pointer).toBe(pointer);
  });
});

describe("a schema is the conjunction of its keywords:", () => {
  const fails = (schema: unknown, value: unknown) =>
    compile(schema as Schema, { Text: { type: "string" } })(value).map(
      ({ keyword, pointer }) => `${keyword} ${pointer}`,
    );

  it.each<[string, unknown, unknown, string[]]>([
    ["beside a $ref", { $ref: "#/components/schemas/Text", maxLength: 1 }, "ab", ["maxLength "]],
    ["beside an enum", { enum: ["a", "ab"], maxLength: 1 }, "ab", ["maxLength "]],
    ["beside a const", { const: 5, maximum: 4 }, 5, ["maximum "]],
    [
      "beside a union",
      { anyOf: [{ type: "string" }, { type: "number" }], maxLength: 1 },
      "ab",
      ["maxLength "],
    ],
    ["with both enum and const", { enum: [1, 2], const: 3 }, 1, ["enum "]],
    [
      "without a type",
      { minLength: 2, minimum: 2, minItems: 2, minProperties: 2 },
      [1],
      ["minItems "],
    ],
    ["of values that are equal, not the same", { const: { a: [1], b: 2 } }, { b: 2, a: [1] }, []],
    [
      "of a member that JavaScript would take for a prototype",
      { enum: [JSON.parse('{"__proto__":1}')] },
      {},
      ["const "],
    ],
    ["of decimals as they are written", { multipleOf: 0.1 }, 0.3, []],
    ["of decimals that are no multiple", { multipleOf: 0.01 }, 0.305, ["multipleOf "]],
    [
      "of a property that must not be there",
      { properties: { a: false } },
      { a: 1 },
      ["falseSchema /a"],
    ],
    [
      "of items beyond those that are listed",
      { prefixItems: [{}], items: false },
      [1, 2],
      ["falseSchema /1"],
    ],
    ["of names", { propertyNames: { maxLength: 1 } }, { ab: 1 }, ["propertyNames /ab"]],
    [
      "of what a property needs",
      { dependentRequired: { a: ["b/c"] } },
      { a: 1 },
      ["dependentRequired /b~1c"],
    ],
    [
      "of items that are there once",
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      ["uniqueItems "],
    ],
  ])("%s", (_, schema, value, expected) => {
    expect(fails(schema, value)).toEqual(expected);
  });
});
