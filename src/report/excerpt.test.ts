import { expect, test } from "vitest";
import type { Finding } from "../findings/finding.ts";
import { excerptOf } from "./excerpt.ts";

const response = {
  ...{ id: "ws_1", status: "archived", note: null, on: true },
  metadata: { "alice@example.com": "x", k: 1 },
  list: [1, "two"],
};
const exchange = {
  request: { method: "POST", url: "/v0/x/1", headers: { "X-Api-Key": "secret", Accept: "*/*" } },
  response: { status: 418, headers: { "content-type": "text/html" }, body: "<html>" },
};
const finding = (location: string): Finding => ({
  ...{ id: "wrong", level: "error", operation: "POST /v0/x/{id}", location, args: {} },
});
const unparsed = Symbol("a body that is no JSON");
/** The excerpt with `>` before the marked line. */
function marked(location: string, folded = location, showValues = false, body: unknown = response) {
  const parsed = { exchange, ...(body !== unparsed && { response: body }) };
  const { lines, mark } = excerptOf(parsed, finding(location), folded, showValues) ?? { lines: [] };
  return lines.map((line, index) => (index === mark ? `>${line}` : line));
}

test("shows a property among its neighbours, values as shapes", () => {
  expect(marked("/response/body/status")).toEqual([
    "{",
    '  "id": string of 4',
    '>  "status": string of 8',
    '  "note": null',
    '  "on": true',
    '  "metadata": { 2 }',
    '  "list": [ 2 ]',
    "}",
  ]);
});

test("shows values and the keys of maps only where it is asked for", () => {
  const map = ["/response/body/metadata/k", "/response/body/metadata/*"] as const;
  expect(marked(...map)).toEqual([
    "{",
    "  string of 17: string of 1",
    ">  string of 1: number",
    "}",
  ]);
  expect(marked(...map, true)).toEqual(["{", '  "alice@example.com": "x"', '>  "k": 1', "}"]);
});

test("shows what is missing, an item, and a body as a whole", () => {
  expect(marked("/response/body/gone").at(-2)).toBe('>  "gone": (missing)');
  expect(marked("/response/body/list/1", "/response/body/list/*")).toEqual([
    "[",
    ">  … 1: string of 3",
    "]",
  ]);
  expect(marked("/response/body", undefined, false, [1])).toEqual([">[ 1 ]"]);
});

test("shows headers by name, and what cannot be parsed by its size", () => {
  expect(marked("/request/headers/accept")).toEqual([
    ">Accept: string of 3",
    "X-Api-Key: string of 6",
  ]);
  expect(marked("/response/headers/x-id")).toEqual(["content-type: text/html", ">x-id: (missing)"]);
  expect(marked("/response/status")).toEqual(["POST /v0/x/{id}", ">418"]);
  expect(marked("/response/body", undefined, false, unparsed).at(-1)).toBe(
    ">response body: 6 characters",
  );
});

test("stays short beside a thousand neighbours with long names", () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`${index}${"n".repeat(500)}`, "v".repeat(500)]),
  );
  const names = Object.keys(many);
  for (const name of [names[0], names[500], names[999]]) {
    const lines = marked(`/response/body/${name}`, undefined, true, many);
    expect(lines.length).toBeLessThan(18);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(110);
    expect(lines.filter((line) => line.startsWith(">"))).toHaveLength(1);
  }
});

test("has nothing to show of a description", () => {
  expect(marked("/paths/~1x/get")).toEqual([]);
});
