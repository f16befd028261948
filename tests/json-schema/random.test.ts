import { expect, it } from "vitest";
import { compareWithOthers } from "./against-others.ts";

// The first of those that `npm run test:json-schema -- --random` goes through.
it("says of random schemas what Ajv says, or, where Ajv is known to be wrong, another validator", () => {
  const { disagreements, refused, values } = compareWithOthers(1, 250);
  expect(disagreements).toEqual([]);
  expect(refused).toBeLessThan(5);
  expect(values).toBeGreaterThan(1900);
}, 60_000);
