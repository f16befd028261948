import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkExchange } from "../src/contract/index.ts";
import { type Change, change } from "./support/change.ts";
import { nameOf, readAll } from "./support/recordings.ts";
import { replay } from "./support/replay.ts";

/**
 * A second witness of the contract: data that does not move when the YAML does. Each line changes one place of a
 * recording and says what must come of it, so that whatever is loosened or tightened in `openapi/websets.yaml` is
 * seen here.
 */
type Testimony = Change & {
  /** The recording that is changed; `every-property.har entry 0` if absent. */
  readonly from?: string;
  readonly at: string;
  /** `accepted`, or the id of the one error to be found. */
  readonly expect: string;
};

const lines = readFileSync(new URL("witness.ndjson", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const testimonies = lines.map((line, index) => [index + 1, JSON.parse(line) as Testimony] as const);
const recordings = new Map(
  (await readAll()).map(({ source, exchange }) => [nameOf(source), exchange]),
);

test.for(testimonies)("line %i holds: %j", async ([, testimony]) => {
  const { from = "every-property.har entry 0", at, expect: expected, ...what } = testimony;
  const recorded = recordings.get(from);
  if (!recorded) throw new Error(`there is no ${from}`);
  const exchange = change(recorded, at, what);
  const errors = checkExchange(exchange).filter(({ level }) => level === "error");
  expect(errors.map(({ id }) => id)).toEqual(expected === "accepted" ? [] : [expected]);
  // Prism is slow, so it is asked only for what no other suite shows it: that something is lacking.
  if (/-(required|missing)$/.test(expected)) {
    expect(await replay(exchange)).toMatchObject({ accepted: false });
  }
});
