import { expect, test } from "vitest";
import { readAll } from "../../contract-tests/support/recordings.ts";
import { allWitnesses, objection } from "../../contract-tests/witnesses.ts";
import { checkExchange } from "../../src/contract/index.ts";

const witnesses = allWitnesses(await readAll());

// As contract-tests/witness.test.ts, without Prism, and in one test: StrykerJS pays for each.
test("checkExchange finds of every witness what it must", () => {
  for (const witness of witnesses)
    expect(objection(witness, checkExchange(witness.exchange))).toBeUndefined();
});
