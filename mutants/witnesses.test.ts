import { expect, test } from "vitest";
import { readAll } from "../contract-tests/support/recordings.ts";
import { allWitnesses, objection } from "../contract-tests/witnesses.ts";
import { checkExchange } from "../src/contract/index.ts";

// As in contract-tests/witness.test.ts, without Prism.
test.for(allWitnesses(await readAll()))("checkExchange finds of $name what it must", (witness) => {
  expect(objection(witness, checkExchange(witness.exchange))).toBeUndefined();
});
