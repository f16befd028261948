import openapi from "../../generated/openapi.json" with { type: "json" };
import type { Webset } from "../client.ts";

const { examples } = openapi.components.responses.WebsetChanged.content["application/json"];

/** The contract's named examples of a Webset; the mock gives them for the header `Prefer: example=<name>`. */
export type WebsetExample =
  | "newWebset"
  | "runningWebset"
  | "idleWebset"
  | "renamedWebset"
  | "documentedWebset";

/**
 * A realistic Webset, from the contract's own examples, as an object of its own on each call.
 * @param overrides what this test is about; it replaces whole fields.
 * @param example which example to start from: `idleWebset`, done and with results, where nothing is said.
 */
export function websetFixture(
  overrides: Partial<Webset> = {},
  example: WebsetExample = "idleWebset",
): Webset {
  const component = examples[example].$ref
    .split("/")
    .at(-1) as keyof typeof openapi.components.examples;
  // The compiler widens the strings of a JSON file; a test holds each example to the contract.
  const webset = openapi.components.examples[component].value as Webset;
  return { ...structuredClone(webset), ...overrides };
}
