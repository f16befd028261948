import fc from "fast-check";
import { contract } from "../../src/contract/index.ts";
import type { Exchange } from "../../src/findings/exchange.ts";
import type { Json } from "../../src/findings/finding.ts";
import { type Effect, requestFor } from "../../src/testing/simulator/contract.ts";
import type { Simulator } from "../../src/testing/simulator/simulator.ts";
import { arbitrary } from "./arbitrary.ts";
import { bodies } from "./contract.ts";

/** A step of a story: a call about one of the Websets that exist, or about none, or time that passes. */
export type Step =
  | { readonly effect: Effect; readonly which: number; readonly body?: Json }
  | { readonly wait: number };

/** A body of the contract, whose externalIds meet now and then. */
function body(effect: Effect): fc.Arbitrary<Json> {
  const { method = "", url = "" } = requestFor(effect, "id") ?? {};
  const name = `request of ${contract.matchOperation(method, url)?.name}`;
  const documented = bodies.find((one) => one.name === name);
  if (!documented) throw new Error(`the contract has no request body for ${effect}`);
  const externalId = fc.constantFrom("a", "b", "c");
  return fc.tuple(arbitrary(documented.schema), externalId).map(([value, externalId]) => ({
    ...(value as { [key: string]: Json }),
    ...(effect === "create" && externalId !== "c" && { externalId }),
  }));
}

const which = fc.nat({ max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ effect: fc.constant("create" as const), which, body: body("create") }),
  fc.record({ effect: fc.constant("update" as const), which, body: body("update") }),
  fc.record({ effect: fc.constantFrom("read", "delete", "cancel", "list"), which }),
  fc.record({ wait: fc.constantFrom(0, 900, 5_000) }),
);
/** A few steps, from an empty account on. */
export const story = fc.array(step, { maxLength: 12 });

/** Makes the call of a step, and gives it as an exchange, with the id that it was about. */
export async function play(
  simulator: Simulator,
  step: Step,
): Promise<(Exchange & { readonly id: string }) | undefined> {
  if ("wait" in step) {
    simulator.advance(step.wait);
    return undefined;
  }
  const id = simulator.websets[step.which]?.id ?? "nobody";
  const { method, url } = requestFor(step.effect, id) ?? { method: "", url: "" };
  const text = step.body === undefined ? undefined : JSON.stringify(step.body);
  const headers = {
    "x-api-key": "k",
    ...(text !== undefined && { "content-type": "application/json" }),
  };
  const init = { method, headers, ...(text !== undefined && { body: text }) };
  const response = await simulator.fetch(`https://api.exa.ai/websets${url}`, init);
  return {
    id,
    request: { method, url, headers, body: text },
    response: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    },
  };
}
