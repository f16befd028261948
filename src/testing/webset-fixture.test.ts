import { expect, test } from "vitest";
import openapi from "../../generated/openapi.json" with { type: "json" };
import { checkExchange } from "../contract/index.ts";
import { type WebsetExample, websetFixture } from "./webset-fixture.ts";

// A name that the contract has and this table lacks does not compile, and the other way round.
const all: Record<WebsetExample, true> = {
  newWebset: true,
  runningWebset: true,
  idleWebset: true,
  renamedWebset: true,
  documentedWebset: true,
};
const names = Object.keys(all) as WebsetExample[];

test.each(names)("gives %s, and it keeps the contract", (name) => {
  const webset = websetFixture({}, name);
  const findings = checkExchange({
    request: {
      method: "POST",
      url: `/v0/websets/${webset.id}`,
      headers: { "x-api-key": "k", "content-type": "application/json" },
      body: "{}",
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(webset),
    },
  });
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
});

test("knows every example of a Webset that the contract has", () => {
  const { examples } = openapi.components.responses.WebsetChanged.content["application/json"];
  expect(names).toEqual(Object.keys(examples));
});

test("starts from the example that the contract calls idle", () => {
  expect(websetFixture()).toEqual(openapi.components.examples.IdleWebset.value);
});

test("puts the test's own values in", () => {
  expect(websetFixture({ id: "mine", title: null })).toMatchObject({ id: "mine", title: null });
});

test("gives an object of its own on each call", () => {
  const first = websetFixture();
  first.searches.length = 0;
  first.metadata.changed = "yes";
  expect(websetFixture()).not.toEqual(first);
});
