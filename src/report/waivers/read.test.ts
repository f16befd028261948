import { expect, test } from "vitest";
import { ParseFault } from "../../json/parsed.ts";
import { parseWaivers } from "./read.ts";

const one = { rule: "r", location: "/response/body/a", reason: "known", expires: "2027-01-31" };

async function failure(text: string, file = "w.json"): Promise<string> {
  const error = await parseWaivers(text, file).catch((thrown: unknown) => thrown);
  if (!(error instanceof ParseFault)) throw new Error("no ParseFault was thrown", { cause: error });
  return `${error.line}: ${error.message}`;
}

test("reads JSON and YAML alike, with the line of each waiver", async () => {
  const two = { ...one, location: '/a"[{,', operation: "POST /x" };
  const json = `[\n  ${JSON.stringify(one, null, 1)},\n\n  ${JSON.stringify(two)}\n]\n`;
  const yaml = `# known\n- rule: r\n  location: /response/body/a\n  reason: known\n  expires: 2027-01-31\n\n- ${JSON.stringify(two)}\n`;
  const waivers = [one, two];
  expect(await parseWaivers(json, "w.json")).toEqual(
    waivers.map((waiver, index) => ({
      ...waiver,
      source: { file: "w.json", line: [2, 9][index] },
    })),
  );
  expect(await parseWaivers(yaml, "w.yml")).toEqual(
    waivers.map((waiver, index) => ({ ...waiver, source: { file: "w.yml", line: [2, 7][index] } })),
  );
});

test("an empty list waives nothing", async () => {
  expect(await parseWaivers("[]", "w.json")).toEqual([]);
});

test.each([
  ["{", /^1: not valid JSON/],
  ["[\n{]", /^2: not valid JSON/],
  ["[\n1,\n]", /^3: not valid JSON/],
  ["", /^1: not valid JSON/],
  ['{"waivers":[]}', /^1: the file must hold a list/],
  ['[\n{},\n"x"]', /^2: the waiver needs/],
  [`[${JSON.stringify(one)},\n\n"x"]`, /^3: a waiver must be an object/],
  [`[\n${JSON.stringify({ ...one, until: "x" })}]`, /^2: a waiver has no field "until"/],
  [`[${JSON.stringify({ ...one, reason: " " })}]`, /^1: the waiver needs "reason"/],
  [`[${JSON.stringify({ ...one, rule: 1 })}]`, /^1: the waiver needs "rule"/],
  [`[${JSON.stringify({ ...one, location: "response" })}]`, /^1: the waiver needs "location"/],
  [`[${JSON.stringify({ ...one, expires: "31.1.2027" })}]`, /^1: "expires" must be a day/],
  [`[${JSON.stringify({ ...one, expires: "2027-02-30" })}]`, /^1: "expires" must be a day/],
])("refuses %j with line and reason", async (text, message) => {
  expect(await failure(text)).toMatch(message);
});

test.each([
  ["- a: [", /^\d: not valid YAML/],
  ["waivers: []", /^1: the file must hold a list/],
  ["# c\n- null", /^2: a waiver must be an object/],
])("refuses the YAML %j with line and reason", async (text, message) => {
  expect(await failure(text, "w.yaml")).toMatch(message);
});
