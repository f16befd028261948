import { describe, expect, it } from "vitest";
import type { Json } from "../findings/finding.ts";
import { diffSpecs } from "./diff-specs.ts";
import { type JsonObject, type OpenApiDocument, SpecError } from "./document.ts";
import { describing } from "./rules/rules.test-cases.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function using(schema: Json, schemas: JsonObject = {}): OpenApiDocument {
  return { ...describing("response-body", schema), components: { schemas } };
}

/** Schemas U0 to U<n>, each made of the next; the last is a leaf. */
function chain(length: number, leaf: Json, link: (next: JsonObject, i: number) => Json) {
  const links = Array.from({ length }, (_, i) => [`U${i}`, link(ref(`U${i + 1}`), i)]);
  return using(ref("U0"), Object.fromEntries([...links, [`U${length}`, leaf]]));
}

const typeChanged = [expect.objectContaining({ id: expect.stringMatching(/-type-changed$/) })];

describe("a comparison", () => {
  it.each<[what: string, length: number, link: (next: JsonObject, i: number) => Json]>([
    ["a chain of references", 4000, (next) => next],
    ["a chain of allOf", 4000, (next) => ({ allOf: [next] })],
    ["a chain of properties", 4000, (next) => ({ type: "object", properties: { next } })],
    ["references that double at each step", 80, (next) => ({ allOf: [next, next] })],
    [
      "unions nested 80 deep, each twice in the one around it",
      80,
      (next) => ({
        type: "object",
        oneOf: [{ properties: { a: next } }, { properties: { b: next } }],
      }),
    ],
  ])("is done with %s", (_, length, link) => {
    const compare = () =>
      diffSpecs(chain(length, { type: "string" }, link), chain(length, { type: "integer" }, link));
    expect(compare().findings).toEqual(typeChanged);
  });

  it("compares 60 schemas that list one another, and names the shortest way", () => {
    const mutual = (type: string) =>
      using(
        ref("M0"),
        Object.fromEntries(
          Array.from({ length: 60 }, (_, i) => {
            const others = Array.from({ length: 60 }, (_, j) => [`m${j}`, ref(`M${j}`)]);
            const leaf = { type: i === 59 ? type : "string" };
            return [
              `M${i}`,
              { type: "object", properties: { ...Object.fromEntries(others), leaf } },
            ];
          }),
        ),
      );
    const { findings } = diffSpecs(mutual("string"), mutual("integer"));
    expect(findings).toEqual(typeChanged);
    expect(findings[0]?.args.property).toBe("m59/leaf");
  });

  it("tells unions that never end to be nested too deep", () => {
    const link = (next: JsonObject) => ({ type: "object", oneOf: [next, { type: "object" }] });
    const { notCompared } = diffSpecs(
      chain(400, { type: "string" }, link),
      chain(400, { type: "integer" }, link),
    );
    expect(notCompared[0]?.args.reason).toBe("unions nested more than 200 deep");
  });

  it("ends in one line where it takes more steps than it may", () => {
    const link = (next: JsonObject) => ({ type: "object", properties: { next } });
    const [a, b] = [chain(100, { type: "string" }, link), chain(100, { type: "integer" }, link)];
    const compare = () => diffSpecs(a, b, { budget: { steps: 100 } });
    expect(compare).toThrow(SpecError);
    expect(compare).toThrow(/^comparing takes more than 100 steps; [^\n]+$/);
  });

  it("ends in one line where it takes more time than it may", () => {
    const link = (next: JsonObject) => ({ type: "object", properties: { next } });
    const [a, b] = [chain(2000, { type: "string" }, link), chain(2000, { type: "integer" }, link)];
    let clock = 0;
    const now = () => {
      clock += 1000;
      return clock;
    };
    expect(() => diffSpecs(a, b, { budget: { milliseconds: 3000, now } })).toThrow(
      /^comparing takes more than 3 s; [^\n]+$/,
    );
  });
});
