import fc from "fast-check";
import { expect, test } from "vitest";
import { simulate } from "../src/testing/simulator/simulate.ts";
import { play, story } from "../tests/properties/story.ts";
import { replay } from "./support/replay.ts";

test("Prism, too, finds every answer of the simulator as the contract says", async () => {
  const property = fc.asyncProperty(story, async (steps) => {
    const simulator = simulate();
    for (const step of steps) {
      const exchange = await play(simulator, step);
      if (exchange) expect(await replay(exchange)).toEqual({ accepted: true, reasons: [] });
    }
  });
  await fc.assert(property, { seed: 20_260_102, numRuns: 15 });
});
