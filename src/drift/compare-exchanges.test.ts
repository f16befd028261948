import { expect, test } from "vitest";
import type { Exchange } from "../findings/exchange.ts";
import { compareExchanges } from "./compare-exchanges.ts";
import { createFold } from "./coverage/fold.ts";

const operation = "POST /things/{id}";
const schema = { properties: { map: { type: "object" } } };
const responses = { 200: { content: { "application/json": { schema } } } };
const fold = createFold({ paths: { "/things/{id}": { post: { responses } } } });

function answer(body: unknown, status = 200, type = "application/json"): Exchange {
  return {
    request: { method: "POST", url: "/things/1", headers: {} },
    response: { status, headers: { "content-type": type }, body: JSON.stringify(body) },
  };
}

function changes(before: Exchange, after: Exchange): string[] {
  return compareExchanges(operation, before, after, fold).map(
    ({ id, location }) => `${id} ${location}`,
  );
}

test.each<[string, unknown, unknown, string[]]>([
  ["values", { a: 1, b: "x" }, { a: 2, b: "y" }, []],
  ["null and something", { a: null, b: 1 }, { a: "x", b: null }, []],
  ["a type", { a: 1 }, { a: "1" }, ["recording-type-changed /response/body/a"]],
  [
    "a new property",
    { o: {} },
    { o: { a: { b: 1 } } },
    ["recording-property-added /response/body/o/a"],
  ],
  ["a property that is gone", { a: 1 }, {}, ["recording-property-removed /response/body/a"]],
  ["the number of items", { l: [{ a: 1 }] }, { l: [{ a: 1 }, { a: 2 }] }, []],
  ["an empty list and a full one", { l: [] }, { l: [{ a: 1 }] }, []],
  [
    "an item's property",
    { l: [{ a: 1 }] },
    { l: [{}] },
    ["recording-property-removed /response/body/l/*/a"],
  ],
  ["a map's keys", { map: { a: "1" } }, { map: { b: "1" } }, []],
  ["an object that was null", { o: null }, { o: { a: 1 } }, []],
])("compares %s", (_, before, after, expected) => {
  expect(changes(answer(before), answer(after))).toEqual(expected);
});

test("a change of status or media type says it all", () => {
  expect(changes(answer({ a: 1 }), answer({}, 404))).toEqual([
    "recording-status-changed /response/status",
  ]);
  expect(changes(answer({ a: 1 }), answer({}, 200, "text/html"))).toEqual([
    "recording-media-type-changed /response/headers/content-type",
  ]);
  expect(changes(answer({}), answer({}, 200, "Application/JSON; charset=utf-8"))).toEqual([]);
});
