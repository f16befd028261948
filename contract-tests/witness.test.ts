import { expect, test } from "vitest";
import { checkExchange } from "../src/contract/index.ts";
import { readAll } from "./support/recordings.ts";
import { replay } from "./support/replay.ts";
import { allWitnesses, exchangeOf, objection, readTestimonies } from "./witnesses.ts";

const recordings = await readAll();

/** Prism is slow, so it is asked only for what no other suite shows it: that something is lacking. */
const lacking = readTestimonies().filter(([, { expect: id }]) => /-(required|missing)$/.test(id));

test.for(allWitnesses(recordings))("checkExchange finds of $name what it must", (witness) => {
  expect(objection(witness, checkExchange(witness.exchange))).toBeUndefined();
});

test.for(lacking)("Prism refuses what %s lacks: %j", async ([, testimony]) => {
  expect(await replay(exchangeOf(testimony, recordings))).toMatchObject({ accepted: false });
});
