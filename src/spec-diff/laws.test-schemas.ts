import fc from "fast-check";
import type { Json } from "../findings/finding.ts";
import { isObject, type JsonObject, type OpenApiDocument } from "./document.ts";
import { places } from "./rules/places.ts";
import { describing } from "./rules/rules.test-cases.ts";

/** Components that schemas may refer to; `Tree` is recursive, `Cat` and `Dog` are told apart by `kind` alone. */
const components = {
  Name: { type: "string", minLength: 1 },
  MaybeName: { oneOf: [{ $ref: "#/components/schemas/Name" }, { type: "null" }] },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  },
  Cat: {
    type: "object",
    required: ["kind"],
    properties: { object: { const: "pet" }, kind: { const: "cat" }, lives: { type: "integer" } },
  },
  Dog: {
    type: "object",
    properties: { object: { const: "pet" }, kind: { const: "dog" } },
  },
} as const;

export const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const names = ["a", "b", "__proto__", "items"];

/** A branch that shares one constant with its neighbours, and has one of its own. */
const tagged = (tie: fc.Arbitrary<JsonObject>) =>
  fc.record({ kind: fc.constantFrom("cat", "dog", "eel"), more: tie }).map(
    ({ kind, more }): JsonObject => ({
      type: "object",
      properties: { object: { const: "pet" }, kind: { type: "string", const: kind }, more },
    }),
  );

const taggedUnion = (tie: fc.Arbitrary<JsonObject>) =>
  fc
    .record({
      branches: fc.uniqueArray(tagged(tie), {
        minLength: 2,
        maxLength: 3,
        selector: ({ properties }) => JSON.stringify((properties as JsonObject).kind),
      }),
      isNamed: fc.boolean(),
    })
    .map(
      ({ branches, isNamed }): JsonObject => ({
        oneOf: branches,
        ...(isNamed && { discriminator: { propertyName: "kind" } }),
      }),
    );

/** Schemas of all kinds: tagged and nested unions, all spellings of null, siblings of `$ref`. */
export const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constantFrom("string", "integer", "number", "boolean") }),
    fc.constantFrom(...Object.keys(components)).map(reference),
    fc.record({
      $ref: fc
        .constantFrom(...Object.keys(components))
        .map((name) => `#/components/schemas/${name}`),
      nullable: fc.boolean(),
      description: fc.constant("Beside"),
    }),
    fc.record(
      {
        type: fc.constantFrom("string", ["string", "null"]),
        nullable: fc.boolean(),
        minLength: fc.nat(3),
        maxLength: fc.nat(3),
        pattern: fc.constantFrom("^a", "^b"),
        format: fc.constantFrom("uri", "date"),
        default: fc.constantFrom("a", "b"),
        deprecated: fc.boolean(),
        readOnly: fc.boolean(),
        writeOnly: fc.boolean(),
      },
      { requiredKeys: ["type"] },
    ),
    fc.record({ enum: fc.uniqueArray(fc.constantFrom("a", "b", "c", null), { minLength: 1 }) }),
    fc.record({
      type: fc.constantFrom("integer", "string", ["string", "null"]),
      enum: fc.uniqueArray(fc.constantFrom("a", "0", 1), { minLength: 1 }),
    }),
    fc.record({ const: fc.constantFrom("a", 1, null, true) }),
    fc.record({
      type: fc.constantFrom("number", "integer"),
      minimum: fc.nat(3),
      exclusiveMaximum: fc.nat(9),
      multipleOf: fc.constantFrom(1, 2),
    }),
    fc.record({
      type: fc.constant("array"),
      items: tie("schema"),
      minItems: fc.nat(2),
      uniqueItems: fc.boolean(),
    }),
    fc.record({
      type: fc.constant("array"),
      prefixItems: fc.array(tie("schema"), { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant("object"),
      patternProperties: fc.record({ "^x": tie("schema") }),
    }),
    fc
      .record({
        properties: fc.dictionary(fc.constantFrom(...names), tie("schema"), { maxKeys: 3 }),
        required: fc.subarray(names),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
      })
      .map((object): JsonObject => ({ type: "object", ...object })),
    taggedUnion(tie("schema")),
    fc.record({ oneOf: fc.array(tie("schema"), { maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.tuple(tie("schema"), fc.nat(4)).map(([of, spelling]) => orNull(of, spelling)),
  ),
}));

export const place = fc.constantFrom(...places.map((one) => one.place));

/** A description that uses a schema in one place, and has the components. */
export function using(where: (typeof places)[number]["place"], of: Json): OpenApiDocument {
  return { ...describing(where, of), components: { schemas: components } };
}

/** A schema with null, in one of its spellings. */
export function orNull(of: JsonObject, spelling: number): JsonObject {
  const spellings: JsonObject[] = [
    { oneOf: [of, { type: "null" }] },
    { anyOf: [{ const: null }, of] },
    { oneOf: [{ enum: [null] }, of] },
    { anyOf: [{ allOf: [of] }, { type: ["null"] }] },
    { allOf: [of], nullable: true },
  ];
  return spellings[spelling] ?? of;
}

const unordered = new Set(["enum", "required", "oneOf", "anyOf", "allOf", "type"]);

/** The same description with its keys, and the lists whose order means nothing, in another order. */
export function shuffled<T extends Json>(value: T, random: () => number, key = ""): T {
  const mixed = <U>(list: readonly U[]): U[] =>
    list
      .map((one) => ({ one, rank: random() }))
      .sort((x, y) => x.rank - y.rank)
      .map(({ one }) => one);
  const whole: Json = value;
  if (Array.isArray(whole)) {
    const inner = whole.map((element: Json) => shuffled(element, random));
    return (unordered.has(key) ? mixed(inner) : inner) as Json as T;
  }
  if (!isObject(whole)) return value;
  return Object.fromEntries(
    mixed(Object.entries(whole)).map(([name, below]) => [name, shuffled(below, random, name)]),
  ) as Json as T;
}

/** The same description with the components put in where they are referred to, but for the recursive one. */
export function inlined<T extends Json>(value: T): T {
  const whole: Json = value;
  if (Array.isArray(whole)) return whole.map((element: Json) => inlined(element)) as Json as T;
  if (!isObject(whole)) return value;
  const name = typeof whole.$ref === "string" ? (whole.$ref.split("/").at(-1) ?? "") : "";
  if (name in components && name !== "Tree") {
    const { $ref: _, ...beside } = whole;
    const target = inlined(components[name as keyof typeof components] as Json);
    return (Object.keys(beside).length === 0
      ? target
      : { ...beside, allOf: [target] }) as Json as T;
  }
  return Object.fromEntries(
    Object.entries(whole).map(([key, below]) => [key, inlined(below)]),
  ) as Json as T;
}
