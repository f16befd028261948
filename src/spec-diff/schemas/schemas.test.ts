import { describe, expect, it } from "vitest";
import type { Json } from "../../findings/finding.ts";
import { diffSpecs } from "../diff-specs.ts";
import type { JsonObject, OpenApiDocument } from "../document.ts";
import { describing } from "../rules/rules.test-cases.ts";

const components = {
  Name: { type: "string", minLength: 1 },
  Cat: { type: "object", properties: { kind: { const: "cat" }, lives: { type: "integer" } } },
  Dog: { type: "object", properties: { kind: { const: "dog" } } },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  },
  Twig: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Twig" } } },
  },
};
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function using(schema: Json, openapi = "3.1.0", schemas: JsonObject = components): OpenApiDocument {
  return { ...describing("response-body", schema), openapi, components: { schemas } };
}

const nullable: JsonObject = { type: ["string", "null"], minLength: 1 };
const cat = components.Cat;
const dog = components.Dog;

describe("a schema", () => {
  it.each<[what: string, a: Json, b: Json]>([
    ["a reference and what it refers to", ref("Name"), components.Name],
    ["a reference with a description", ref("Name"), { ...ref("Name"), description: "A name" }],
    ["a list of one type and the type", { type: ["string"] }, { type: "string" }],
    ["const and an enum of one", { const: "a" }, { type: "string", enum: ["a"] }],
    ["an enum and its type beside it", { enum: [1, 2] }, { type: "number", enum: [2, 1] }],
    [
      "null in the list of types and as a branch",
      nullable,
      { oneOf: [components.Name, { type: "null" }] },
    ],
    ["null as a constant", nullable, { anyOf: [{ const: null }, ref("Name")] }],
    ["null as an enum of null", nullable, { oneOf: [{ enum: [null] }, ref("Name")] }],
    [
      "null among the values",
      { enum: ["a", "b", null] },
      { oneOf: [{ enum: ["b", "a"] }, { type: "null" }] },
    ],
    [
      "null in a branch and beside the union",
      { anyOf: [cat, dog, { type: "null" }] },
      { anyOf: [cat, { oneOf: [dog, { type: "null" }] }] },
    ],
    ["a union of one and its branch", { oneOf: [ref("Cat")] }, ref("Cat")],
    ["an allOf of one and its part", { allOf: [ref("Cat")] }, cat],
    [
      "an allOf and its parts merged",
      {
        allOf: [
          { type: "object", properties: { a: { type: "string" } } },
          { required: ["a"], properties: { a: { minLength: 1 } } },
        ],
      },
      { type: "object", required: ["a"], properties: { a: components.Name } },
    ],
    ["branches in another order", { oneOf: [ref("Cat"), ref("Dog")] }, { oneOf: [dog, cat] }],
    [
      "branches that no tag tells apart",
      { anyOf: [{ type: "string" }, { type: "integer" }] },
      { anyOf: [{ type: "integer" }, { type: "string" }] },
    ],
    [
      "a union of types and a list of them",
      { oneOf: [{ type: "string" }, { type: "integer" }] },
      { type: ["integer", "string"] },
    ],
    [
      "what all branches share, inside and beside them",
      {
        oneOf: [
          { ...cat, maxProperties: 3 },
          { ...dog, maxProperties: 3 },
        ],
      },
      { maxProperties: 3, oneOf: [cat, dog] },
    ],
    [
      "above 0 and from 1, for integers",
      { type: "integer", exclusiveMinimum: 0 },
      { type: "integer", minimum: 1 },
    ],
    ["a least length of 0 and none", { type: "string", minLength: 0 }, { type: "string" }],
    [
      "open to more properties, said or not",
      { type: "object", additionalProperties: true },
      { type: "object" },
    ],
    [
      "open to more properties by an empty schema",
      { type: "object", additionalProperties: {} },
      { type: "object" },
    ],
    ["items of any kind, said or not", { type: "array", items: {} }, { type: "array" }],
    ["recursion under two names", ref("Tree"), ref("Twig")],
    [
      "description, title, examples",
      { type: "string", title: "A", example: 1, examples: [1], description: "a" },
      { type: "string" },
    ],
    [
      "names in another order",
      { type: "object", required: ["a", "b"] },
      { type: "object", required: ["b", "a"] },
    ],
  ])("is the same in two spellings: %s", (_, a, b) => {
    expect(diffSpecs(using(a), using(b))).toEqual([]);
    expect(diffSpecs(using(b), using(a))).toEqual([]);
  });

  it.each<[what: string, v30: Json, v31: Json]>([
    ["nullable", { type: "string", nullable: true }, { type: ["string", "null"] }],
    [
      "nullable beside values without null",
      { type: "string", nullable: true, enum: ["a", "b"] },
      { enum: ["a", "b", null] },
    ],
    [
      "nullable beside a reference in allOf",
      { nullable: true, allOf: [ref("Cat")] },
      { oneOf: [ref("Cat"), { type: "null" }] },
    ],
    [
      "a boolean exclusiveMinimum",
      { type: "number", minimum: 0, exclusiveMinimum: true },
      { type: "number", exclusiveMinimum: 0 },
    ],
    [
      "a boolean exclusiveMaximum that is false",
      { type: "number", maximum: 9, exclusiveMaximum: false },
      { type: "number", maximum: 9 },
    ],
    [
      "keywords beside a reference, which 3.0 ignores",
      { ...ref("Name"), nullable: true },
      ref("Name"),
    ],
  ])("means in OpenAPI 3.0 what 3.1 writes another way: %s", (_, v30, v31) => {
    expect(diffSpecs(using(v30, "3.0.3"), using(v31))).toEqual([]);
    expect(diffSpecs(using(v31), using(v30, "3.0.3"))).toEqual([]);
  });

  it("takes nullable for nothing in 3.1, as JSON Schema does", () => {
    expect(diffSpecs(using({ type: "string", nullable: true }), using({ type: "string" }))).toEqual(
      [],
    );
  });

  it.each<[what: string, base: Json, revision: Json, ids: string[]]>([
    [
      "a branch beside null is no new union",
      nullable,
      { oneOf: [{ ...components.Name, minLength: 2 }, { type: "null" }] },
      ["response-body-min-length-increased"],
    ],
    ["a value that becomes null alone", nullable, { type: "null" }, ["response-body-type-changed"]],
    ["one that refuses everything", { type: "string" }, false, ["response-body-type-changed"]],
    [
      "a branch that changes inside",
      { oneOf: [cat, dog] },
      { oneOf: [dog, { ...cat, required: ["lives"] }] },
      ["response-property-became-required"],
    ],
    [
      "a branch that comes to what was none",
      cat,
      { oneOf: [cat, dog] },
      ["response-body-one-of-added"],
    ],
    [
      "a branch without a tag that changes its name and something inside",
      { oneOf: [ref("Cat"), { type: "string" }] },
      { oneOf: [{ type: "string" }, { type: "object", title: "Puss" }] },
      ["response-optional-property-removed", "response-optional-property-removed"],
    ],
    [
      "a change behind a reference that no rule weighs",
      { not: ref("Name") },
      { not: { ...components.Name, minLength: 2 } },
      ["response-body-schema-keyword-changed"],
    ],
    [
      "a constant among values",
      { enum: ["a", "b"] },
      { const: "a" },
      ["response-mediatype-enum-value-removed"],
    ],
    [
      "a property named like a keyword of prototypes",
      JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'),
      { properties: {} },
      ["response-optional-property-removed"],
    ],
    [
      "a deprecated wrapper of a union",
      { oneOf: [cat, dog] },
      { oneOf: [cat, dog], deprecated: true },
      ["response-body-deprecated"],
    ],
    [
      "items that may be anything",
      { type: "array" },
      { type: "array", items: nullable },
      ["response-property-list-of-types-narrowed"],
    ],
    [
      "a property that no response has",
      { properties: { a: { type: "string", writeOnly: true } } },
      { properties: { a: { type: "boolean", writeOnly: true } } },
      [],
    ],
  ])("differs by no more than it must: %s", (_, base, revision, ids) => {
    expect(diffSpecs(using(base), using(revision)).map((finding) => finding.id)).toEqual(ids);
  });

  it("tells what it wrote once only once, where it is written", () => {
    const twice = {
      type: "object",
      properties: { a: ref("Name"), b: { type: "array", items: ref("Name") } },
    };
    const longer = { ...components, Name: { type: "string", minLength: 2 } };
    expect(diffSpecs(using(twice), using(twice, "3.1.0", longer))).toEqual([
      {
        id: "response-property-min-length-increased",
        level: "info",
        operation: "POST /things/{id}",
        location: "/components/schemas/Name/minLength",
        args: { status: "200", property: "a", from: 1, to: 2 },
      },
    ]);
  });

  it("names the branch in the path of a property", () => {
    const [finding] = diffSpecs(
      using({ oneOf: [cat, dog] }),
      using({ oneOf: [dog, { ...cat, required: ["lives"] }] }),
    );
    expect(finding?.args.property).toBe("[cat]/lives");
  });

  it("points into the base at what is gone", () => {
    const [finding] = diffSpecs(using({ enum: ["a", "b", "c"] }), using({ enum: ["a", "b"] }));
    expect(finding?.location).toMatch(/\/schema\/enum\/2$/);
  });

  it.each<[what: string, schema: Json, reason: RegExp]>([
    ["a type that there is not", { type: "text" }, /unknown type "text"/],
    ["a bound that is no number", { type: "string", minLength: "3" }, /must be a number/],
    ["properties that are a list", { properties: [] }, /must be an object/],
    ["a schema that is a text", { oneOf: ["x"] }, /must be an object or a boolean/],
    ["a union that is no list", { oneOf: {} }, /must be an array/],
    ["a broken reference", ref("Nobody"), /points at nothing/],
    [
      "a schema made of itself",
      { allOf: [{ $ref: "#/components/schemas/Ouroboros" }] },
      /made of itself/,
    ],
    [
      "too many combinations",
      { allOf: Array(9).fill({ oneOf: [cat, dog] }) },
      /more than 256 combinations/,
    ],
    ["references that double at each step", ref("D0"), /more than 20000 steps/],
  ])("that cannot be read is refused with its place: %s", (_, schema, reason) => {
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `D${i}`,
        { allOf: [ref(`D${i + 1}`), ref(`D${i + 1}`)] },
      ]),
    );
    const schemas = {
      ...components,
      Ouroboros: { allOf: [ref("Ouroboros")] },
      ...doubling,
      D40: { type: "string" },
    };
    expect(() =>
      diffSpecs(using({ type: "string" }, "3.1.0", schemas), using(schema, "3.1.0", schemas)),
    ).toThrow(reason);
  });
});
