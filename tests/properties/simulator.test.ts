import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contract } from "../../src/contract/index.ts";
import { simulate } from "../../src/testing/simulator/simulate.ts";
import { play, story } from "./story.ts";

const seed = 20_260_101;

describe.each(["replace", "merge"] as const)("metadata: %s", (metadata) => {
  test("every answer keeps the contract, and repeats what was asked", async () => {
    const property = fc.asyncProperty(story, async (steps) => {
      const simulator = simulate({ metadata, rateLimit: { calls: 8, window: 3_000 } });
      for (const step of steps) {
        const exchange = await play(simulator, step);
        if (!exchange) continue;
        const { request, response } = exchange;
        expect(contract.checkExchange(exchange)).toEqual([]);
        expect(contract.checkResponse(request, response)).toEqual([]);
      }
    });
    await fc.assert(property, { seed, numRuns: 100 });
  });

  test("its state is what a ten-line model says", async () => {
    type Model = Map<string, object>;
    const property = fc.asyncProperty(story, async (steps) => {
      const simulator = simulate({ metadata });
      const model: Model = new Map();
      for (const step of steps) {
        const exchange = await play(simulator, step);
        if (!exchange || "wait" in step || exchange.response.status > 299) continue;
        const sent = (step.body as { metadata?: object | null } | undefined)?.metadata;
        const stored = model.get(exchange.id);
        if (step.effect === "create")
          model.set(JSON.parse(exchange.response.body ?? "").id, sent ?? {});
        if (step.effect === "delete") model.delete(exchange.id);
        if (step.effect === "update" && sent !== undefined)
          model.set(exchange.id, { ...(metadata === "merge" && sent && stored), ...sent });
      }
      const state = simulator.websets.map(({ id, metadata }) => [id, metadata]);
      expect(state).toEqual([...model]);
    });
    await fc.assert(property, { seed, numRuns: 100 });
  });
});
