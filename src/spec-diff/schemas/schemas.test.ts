import { describe, expect, it } from "vitest";
import type { Json } from "../../findings/finding.ts";
import { diffSpecs } from "../diff-specs.ts";
import type { JsonObject, OpenApiDocument } from "../document.ts";
import { diffRules } from "../rules/all.ts";
import { describing } from "../rules/rules.test-cases.ts";

const diff = (...args: Parameters<typeof diffSpecs>) => diffSpecs(...args).findings;

const components = {
  Name: { type: "string", minLength: 1 },
  Cat: { type: "object", properties: { kind: { const: "cat" }, lives: { type: "integer" } } },
  Dog: { type: "object", properties: { kind: { const: "dog" } } },
  Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
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

/** An event whose `object` is the same in every branch. */
const tagged = (type: string, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties: { object: { const: "event" }, type: { const: type }, ...more },
});
// biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
const onThen = (schema: JsonObject): JsonObject => ({ then: schema });
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
      "a union in a union and an allOf of one with it",
      { oneOf: [{ type: "string" }, { type: "boolean" }, ref("Pet")] },
      { oneOf: [{ type: "string" }, { type: "boolean" }, { allOf: [ref("Pet")], title: "Pet" }] },
    ],
    [
      "null as a branch and in an allOf of one with a union",
      { anyOf: [{ type: "string" }, ref("Pet"), { type: "null" }] },
      { anyOf: [{ type: "string" }, { allOf: [{ allOf: [ref("Pet")], nullable: true }] }] },
    ],
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
    expect(diff(using(a), using(b))).toEqual([]);
    expect(diff(using(b), using(a))).toEqual([]);
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
      { ...ref("Name"), minLength: 3 },
      ref("Name"),
    ],
  ])("means in OpenAPI 3.0 what 3.1 writes another way: %s", (_, v30, v31) => {
    expect(diff(using(v30, "3.0.3"), using(v31))).toEqual([]);
    expect(diff(using(v31), using(v30, "3.0.3"))).toEqual([]);
  });

  it.each<[what: string, schema: JsonObject, openapi: string]>([
    ["nullable in 3.1", { type: "string", minLength: 1, nullable: true }, "3.1.0"],
    ["nullable beside a reference in 3.1", { ...ref("Name"), nullable: true }, "3.1.0"],
    ["nullable beside a reference in 3.0", { ...ref("Name"), nullable: true }, "3.0.3"],
    ["nullable beside an allOf", { allOf: [ref("Name")], nullable: true }, "3.1.0"],
    ["nullable in a part", { allOf: [ref("Name"), { nullable: true }] }, "3.1.0"],
  ])(
    "allows null as its author says, and tells once that it is no spelling of it: %s",
    (_, schema, openapi) => {
      const field = (of: Json, version = "3.1.0") =>
        using({ type: "object", properties: { field: of } }, version);
      const plain = field({ oneOf: [ref("Name"), { type: "null" }] });
      expect(diff(field(schema, openapi), plain)).toEqual([]);
      expect(diff(plain, field(schema, openapi)).map(({ id }) => id)).toEqual([
        "nullable-without-meaning",
      ]);
      expect(
        diff(field(ref("Name")), field(schema, openapi))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(["nullable-without-meaning", "response-property-became-nullable"]);
    },
  );

  it.each<[what: string, a: Json, b: Json]>([
    [
      "a type with null whose enum forgot it",
      { type: ["string", "null"], enum: ["a"] },
      { enum: ["a", null] },
    ],
    [
      "an enum with null whose type forgot it",
      { type: "string", enum: ["a", null] },
      { enum: ["a", null] },
    ],
    [
      "a reference beside a union with null",
      { ...ref("Name"), anyOf: [{ minLength: 1 }, { type: "null" }] },
      { anyOf: [ref("Name"), { type: "null" }] },
    ],
    [
      "a type with null around an allOf",
      { type: ["object", "null"], allOf: [ref("Cat")] },
      { anyOf: [ref("Cat"), { type: "null" }] },
    ],
    ["a union without branches", { type: "string", oneOf: [] }, { type: "string" }],
    ["a property that is false", { type: "object", properties: { a: false } }, { type: "object" }],
    [
      "values that contradict their type",
      { type: "integer", enum: ["0", "1"] },
      { type: "string", enum: ["0", "1"] },
    ],
  ])("is what its author means: %s", (_, a, b) => {
    const told = [...diff(using(a), using(b)), ...diff(using(b), using(a))];
    expect(told.filter(({ id }) => diffRules.get(id)?.area !== "description")).toEqual([]);
  });

  it.each<[what: string, base: Json, revision: Json, ids: string[]]>([
    [
      "a value goes from an enum that contradicts its type",
      { type: "integer", enum: ["0", "1"] },
      { type: "integer", enum: ["0"] },
      ["response-mediatype-enum-value-removed"],
    ],
    [
      "a change in a branch whose tag is not what all share",
      { oneOf: [tagged("a"), tagged("b")] },
      { oneOf: [tagged("a"), tagged("b", { x: { type: "string" } })] },
      ["response-optional-property-added"],
    ],
    [
      "a property that comes beside branches without names",
      { properties: { a: {} }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      { properties: { a: {}, c: {} }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      ["response-optional-property-added"],
    ],
    [
      "a bound in a pattern's schema",
      { type: "object", patternProperties: { "^x": { type: "string", maxLength: 3 } } },
      { type: "object", patternProperties: { "^x": { type: "string", maxLength: 2 } } },
      ["response-property-max-length-decreased"],
    ],
    [
      "a type in the first items",
      { type: "array", prefixItems: [{ type: "string" }] },
      { type: "array", prefixItems: [{ type: "integer" }] },
      ["response-property-type-changed"],
    ],
    [
      "what holds on a condition",
      { if: { required: ["a"] }, ...onThen({ minProperties: 1 }) },
      { if: { required: ["a"] }, ...onThen({ minProperties: 2 }) },
      ["response-body-min-properties-increased"],
    ],
    [
      "what other properties are",
      { type: "object", unevaluatedProperties: { type: "string" } },
      { type: "object", unevaluatedProperties: { type: "integer" } },
      ["response-property-type-changed"],
    ],
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
    expect(diff(using(base), using(revision)).map((finding) => finding.id)).toEqual(ids);
  });

  it("tells what it wrote once only once, where it is written", () => {
    const twice = {
      type: "object",
      properties: { a: ref("Name"), b: { type: "array", items: ref("Name") } },
    };
    const longer = { ...components, Name: { type: "string", minLength: 2 } };
    expect(diff(using(twice), using(twice, "3.1.0", longer))).toEqual([
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
    const [finding] = diff(
      using({ oneOf: [cat, dog] }),
      using({ oneOf: [dog, { ...cat, required: ["lives"] }] }),
    );
    expect(finding?.args.property).toBe("[cat]/lives");
  });

  it("points into the base at what is gone", () => {
    const [finding] = diff(using({ enum: ["a", "b", "c"] }), using({ enum: ["a", "b"] }));
    expect(finding?.location).toMatch(/\/schema\/enum\/2$/);
  });

  it.each<[what: string, schema: Json, reason: RegExp]>([
    ["a type that there is not", { type: "text" }, /unknown type "text"/],
    ["a bound that is no number", { type: "string", minLength: "3" }, /must be a number/],
    ["properties that are a list", { properties: [] }, /must be an object/],
    ["a schema that is a text", { oneOf: ["x", {}] }, /must be an object or a boolean/],
    ["a union that is no list", { oneOf: {} }, /must be an array/],
    ["a broken reference", ref("Nobody"), /points at nothing/],
    ["a reference to another file", { $ref: "other.yaml" }, /bundle the description first/],
  ])("that cannot be read is told, and its neighbours are compared: %s", (_, schema, reason) => {
    const object = (bad: Json, good: Json) => using({ type: "object", properties: { bad, good } });
    const { findings, notCompared } = diffSpecs(
      object(schema, { type: "string" }),
      object({ type: "string" }, { type: "boolean" }),
    );
    expect(notCompared.map(({ id, args }) => `${id} ${args.side} ${args.reason}`)).toEqual([
      expect.stringMatching(reason),
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ id: "response-property-type-changed" }),
    );
  });

  it.each<[what: string, schema: Json]>([
    ["made of itself", ref("Ouroboros")],
    ["of many unions at once", { allOf: Array(9).fill({ oneOf: [cat, dog] }) }],
    ["of references that double at each step", ref("D0")],
  ])("is read whatever it is made of: %s", (_, schema) => {
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
    const one = using(schema, "3.1.0", schemas);
    expect(diffSpecs(one, one, { isThorough: true })).toEqual({ findings: [], notCompared: [] });
  });
});

describe("a dynamic reference", () => {
  const tree = (more: JsonObject): JsonObject => ({
    $dynamicAnchor: "node",
    type: "object",
    properties: { children: { type: "array", items: { $dynamicRef: "#node" } }, ...more },
  });
  const named = { properties: { name: { type: "string" } } };
  const strict: JsonObject = {
    $dynamicAnchor: "node",
    $ref: "#/components/schemas/Base",
    ...named,
  };
  const compared = (base: JsonObject, revision: JsonObject) =>
    diff(using(ref("Base"), "3.1.0", base), using(ref("Base"), "3.1.0", revision)).map(
      ({ id, args, location }) => [id, args.what ?? args.property, location],
    );
  const at = (place: string) => `/components/schemas/Base/properties/${place}`;

  it("is the reference that it is where one schema only has the name", () => {
    const spelt = (items: JsonObject) => ({
      Base: { ...tree({}), properties: { children: { type: "array", items } } },
    });
    const [dynamic, plain] = [spelt({ $dynamicRef: "#node" }), spelt(ref("Base"))];
    expect(compared(dynamic, plain)).toEqual([]);
    expect(compared(dynamic, spelt({ type: "string" }))).toEqual([
      ["response-property-type-changed", "children/items", at("children/items/type")],
    ]);
  });

  it("that may lead to several schemas is the same where these are", () => {
    const schemas = { Base: tree({}), Strict: strict };
    expect(compared(schemas, structuredClone(schemas))).toEqual([]);
  });

  it("is told as not compared where one of several schemas that it may lead to changed", () => {
    const base = { Base: tree({}), Strict: strict };
    const revision = { ...base, Strict: { ...strict, properties: {} } };
    const told = ["not-compared", "$dynamicRef", at("children/items")];
    expect(compared(base, revision)).toEqual([told]);
    expect(compared(base, { Base: tree({}) })).toEqual([told]);
  });
});
