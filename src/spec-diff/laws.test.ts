import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Finding, Json } from "../findings/finding.ts";
import { type Difference, diffSpecs } from "./diff-specs.ts";
import { canonical, type JsonObject, type OpenApiDocument, SpecError } from "./document.ts";
import { inlined, orNull, place, reference, schema, shuffled, using } from "./laws.test-schemas.ts";
import { diffRules } from "./rules/all.ts";

// The same cases on every run: `npm test` fails for a reason or not at all. SEED=7 tries others.
const seed = Number(process.env.SEED ?? 20260312);

const compare = (a: OpenApiDocument, b: OpenApiDocument): Difference =>
  diffSpecs(a, b, { isThorough: true });
const nothing: Difference = { findings: [], notCompared: [] };

/** Findings about what a caller sees: not those about how it is written. */
const changes = (a: OpenApiDocument, b: OpenApiDocument): Finding[] =>
  compare(a, b).findings.filter(({ id }) => diffRules.get(id)?.area !== "description");

/** A finding without what differs between the two ways: values before and after, and pointers. */
const subject = ({ args, operation }: Finding) =>
  canonical([
    operation,
    ...["property", "status", "parameter", "header", "callback"].map((name) => args[name] ?? null),
  ]);

describe("diffSpecs", { timeout: 60_000 }, () => {
  it("finds nothing between a description and itself", () => {
    fc.assert(
      fc.property(place, schema, (where, a) => {
        expect(compare(using(where, a), using(where, a))).toEqual(nothing);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("finds the way back of everything that it finds", () => {
    fc.assert(
      fc.property(place, schema, schema, (where, a, b) => {
        const there = changes(using(where, a), using(where, b));
        const back = changes(using(where, b), using(where, a));
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
      { seed, numRuns: 400 },
    );
  });

  it("takes no order for a change", () => {
    fc.assert(
      fc.property(place, schema, fc.infiniteStream(fc.nat()), (where, a, numbers) => {
        const random = () => numbers.next().value;
        expect(compare(using(where, a), shuffled(using(where, a), random))).toEqual(nothing);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("takes YAML for what it says in JSON", () => {
    fc.assert(
      fc.property(place, schema, (where, a) => {
        const read = parse(stringify(using(where, a)));
        expect(compare(using(where, a), read)).toEqual(nothing);
      }),
      { seed },
    );
  });

  it("takes a component that is put in where it is referred to, or taken out of there, for no change", () => {
    fc.assert(
      fc.property(place, schema, (where, a) => {
        const [long, short] = [using(where, a), inlined(using(where, a))];
        expect(changes(long, short)).toEqual([]);
        expect(changes(short, long)).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("takes a new name of a component for no change", () => {
    fc.assert(
      fc.property(place, schema, (where, a) => {
        const renamed = (of: Json) =>
          JSON.parse(
            JSON.stringify(of).replaceAll(
              /"(#\/components\/schemas\/)?(Name|Cat|Dog|Tree|MaybeName)"/g,
              '"$1$2V2"',
            ),
          );
        expect(changes(using(where, a), renamed(using(where, a)))).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("takes no spelling of null for a change", () => {
    fc.assert(
      fc.property(place, schema, fc.nat(4), fc.nat(4), (where, a, one, other) => {
        const [from, to] = [using(where, orNull(a, one)), using(where, orNull(a, other))];
        expect(changes(from, to)).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("tells null that comes to a type as exactly that", () => {
    const typed = fc.constantFrom<JsonObject>(
      { type: "string" },
      { type: "object", properties: { a: { type: "string" } } },
      { enum: ["a", "b"] },
      reference("Name"),
      { oneOf: [reference("Cat"), reference("Dog")] },
    );
    fc.assert(
      fc.property(place, typed, fc.nat(4), (where, a, spelling) => {
        const ids = changes(using(where, a), using(where, orNull(a, spelling))).map(({ id }) => id);
        expect(ids).toEqual([`${where}-became-nullable`]);
      }),
      { seed, numRuns: 200 },
    );
  });

  it("throws nothing at what is no description, and says where it is none", () => {
    const junk = fc.constantFrom<Json[]>(
      null,
      7,
      "text",
      [],
      {},
      true,
      [null],
      { $ref: "#/no" },
      { $ref: 7 },
      { type: 7 },
    );
    fc.assert(
      fc.property(place, schema, junk, fc.nat(), (where, a, bad, n) => {
        const whole = using(where, a);
        const broken = { ...withLeaf(whole, n, bad), openapi: "3.1.0" };
        for (const [from, to] of [
          [whole, broken],
          [broken, whole],
          [broken, broken],
        ] as const) {
          for (const reason of reasonsAgainst(from, to)) expect(reason).toMatch(/^[^\n]+$/);
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});

/** Why something could not be compared. Without paths that can be read, nothing can. */
function reasonsAgainst(from: OpenApiDocument, to: OpenApiDocument): Json[] {
  try {
    return compare(from, to).notCompared.map(({ args }) => args.reason ?? null);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    expect(error.pointer).toBe("/paths");
    return [error.message];
  }
}

/** A copy in which the n-th value is another. */
function withLeaf(of: OpenApiDocument, n: number, leaf: Json): JsonObject {
  let count = 0;
  JSON.stringify(of, (_, value) => {
    count++;
    return value;
  });
  const chosen = 1 + (n % (count - 1));
  let i = -1;
  return JSON.parse(JSON.stringify(of, (_, value) => (++i === chosen ? leaf : value)));
}
