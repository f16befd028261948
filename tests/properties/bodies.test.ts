import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/findings/finding.ts";
import { arbitrary } from "./arbitrary.ts";
import { bodies } from "./contract.ts";
import { checks, createAjv, createPrism, type Judge } from "./judges.ts";
import { type Violation, violations } from "./violations.ts";

const judges: readonly (readonly [name: string, judge: Judge, runs: number])[] = [
  ["the compiled checks", checks, 60],
  ["Ajv", createAjv(), 60],
  ["Prism", await createPrism(), 20],
];
const seed = 20_251_123;

/** As the other side would read it. */
const sent = (value: Json): Json => JSON.parse(JSON.stringify(value));

describe.each(bodies)("a $name", (body) => {
  const valid = arbitrary(body.schema).map(sent);
  const wrong = fc
    .tuple(valid, fc.nat())
    .map(([value, choice]) => choose(violations(body.schema, value), choice));

  test.each(judges)("that is as the contract says is accepted by %s", (_, judge, numRuns) => {
    const property = fc.property(valid, (value) => {
      expect(judge(body, value)).toEqual([]);
    });
    fc.assert(property, { seed, numRuns });
  });

  test.each(judges)("with one violation is refused by %s, at its place", (_, judge, numRuns) => {
    const property = fc.property(wrong, (violation) => {
      const places = judge(body, violation.value);
      // Prism leaves a key that is empty out of the place.
      expect(places.map(withoutEmpty)).toContain(withoutEmpty(violation.pointer ?? ""));
      expect(places.filter((place) => !mayComplain(violation, place))).toEqual([]);
    });
    fc.assert(property, { seed, numRuns });
  });
});

const withoutEmpty = (place: string) => place.replace(/\/$/, "");

function choose(all: readonly Violation[], choice: number) {
  const { make, ...chosen } = all[choice % all.length] ?? {};
  if (!make) throw new Error("there is a value that nothing can break");
  return { ...chosen, value: sent(make()) };
}

/** A schema that holds a broken one does not hold either; a union's other variants never did. */
function mayComplain({ pointer, union }: Partial<Violation>, place: string): boolean {
  const around = `${pointer}/`.startsWith(`${place}/`);
  return around || (union !== undefined && place.startsWith(union));
}
