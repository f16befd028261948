import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Json } from "../findings/finding.ts";
import { diffSpecs } from "./diff-specs.ts";
import { canonical, isObject, type JsonObject, type OpenApiDocument } from "./document.ts";
import { diffRules } from "./rules/all.ts";
import { describing } from "./rules/rules.test-cases.ts";
import { type Place, places } from "./rules/schemas.ts";

/** Components that schemas may refer to; `Tree` is recursive. */
const schemas = {
  Name: { type: "string", minLength: 1 },
  MaybeName: { oneOf: [{ $ref: "#/components/schemas/Name" }, { type: "null" }] },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  },
};

const names = ["a", "b", "__proto__", "items"];

const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constantFrom("string", "integer", "number", "boolean") }),
    fc.record({
      $ref: fc.constantFrom(...Object.keys(schemas)).map((name) => `#/components/schemas/${name}`),
    }),
    fc.record(
      {
        type: fc.constantFrom("string", ["string", "null"]),
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
    fc.record({ const: fc.constantFrom("a", 1, null, true) }),
    fc.record({
      type: fc.constant("number"),
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
    fc
      .record({
        properties: fc.dictionary(fc.constantFrom(...names), tie("schema"), { maxKeys: 3 }),
        required: fc.subarray(names),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
      })
      .map((object): JsonObject => ({ type: "object", ...object })),
    fc.record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
  ),
}));

const place = fc.constantFrom(...(Object.keys(places) as Place[]));
const withComponents = (document: OpenApiDocument): OpenApiDocument => ({
  ...document,
  components: { schemas },
});
const using = (where: Place, of: Json) => withComponents(describing(where, of));

/** A finding without what differs between the two ways: values before and after, and pointers. */
const subject = ({ args, operation }: Finding) =>
  canonical([
    operation,
    args.property ?? null,
    args.status ?? null,
    args.parameter ?? null,
    args.header ?? null,
  ]);

describe("diffSpecs", { timeout: 30_000 }, () => {
  it("finds nothing between a description and itself", () => {
    fc.assert(
      fc.property(place, schema, (where, a) => {
        expect(diffSpecs(using(where, a), structuredClone(using(where, a)))).toEqual([]);
      }),
    );
  });

  it("finds the way back of everything that it finds", () => {
    fc.assert(
      fc.property(place, schema, schema, (where, a, b) => {
        const there = diffSpecs(using(where, a), using(where, b));
        const back = diffSpecs(using(where, b), using(where, a));
        for (const finding of there) {
          const mirror = diffRules.get(finding.id)?.mirror ?? [];
          const found = back
            .filter((other) => subject(other) === subject(finding))
            .map((other) => other.id);
          expect(
            found.some((id) => mirror.includes(id)),
            `${finding.id} ${subject(finding)} in ${found}`,
          ).toBe(true);
        }
        expect(back.length > 0).toBe(there.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  it("takes no order for a change", () => {
    fc.assert(
      fc.property(place, schema, fc.infiniteStream(fc.nat()), (where, a, numbers) => {
        const random = () => numbers.next().value;
        const shuffled = shuffle(using(where, a), random) as OpenApiDocument; // the same document in another order
        expect(diffSpecs(using(where, a), shuffled)).toEqual([]);
      }),
    );
  });

  it("takes no spelling of null for a change", () => {
    fc.assert(
      fc.property(place, schema, fc.nat(3), fc.nat(3), (where, a, one, other) => {
        expect(diffSpecs(using(where, orNull(a, one)), using(where, orNull(a, other)))).toEqual([]);
      }),
    );
  });
});

const unordered = new Set(["enum", "required", "oneOf", "anyOf", "allOf", "type"]);

function shuffle(value: Json, random: () => number, key = ""): Json {
  const mixed = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => ({ one, rank: random() }))
      .sort((x, y) => x.rank - y.rank)
      .map(({ one }) => one);
  if (Array.isArray(value)) {
    const inner = value.map((element: Json) => shuffle(element, random));
    return unordered.has(key) ? mixed(inner) : inner;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    mixed(Object.entries(value)).map(([name, below]) => [name, shuffle(below, random, name)]),
  );
}

function orNull(of: Json, spelling: number): Json {
  const spellings: Json[] = [
    { oneOf: [of, { type: "null" }] },
    { anyOf: [{ const: null }, of] },
    { oneOf: [{ enum: [null] }, of] },
    { anyOf: [{ allOf: [of] }, { type: ["null"] }] },
  ];
  return spellings[spelling] ?? of;
}
