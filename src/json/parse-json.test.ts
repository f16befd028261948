import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";
import { ParseFault } from "./parsed.ts";

const fault = (text: string): string => {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof ParseFault) return `${error.line}: ${error.message}`;
    throw error;
  }
  return "none";
};

describe("parseJson", () => {
  it("reads all that JSON.parse reads, and tells where it stands", () => {
    const text =
      '{ "a": [1,\n -2.5e+3, "\\u00e9\\n\\"" ],\n\n"b/c": { "": null, "__proto__": true } }\n';
    const { value, lineOf } = parseJson(text);
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    const lines = ["", "/a", "/a/0", "/a/1", "/a/2", "/b~1c", "/b~1c/", "/b~1c/__proto__"].map(
      lineOf,
    );
    expect(lines).toEqual([1, 1, 1, 2, 2, 4, 4, 4]);
    expect([lineOf("/a/7"), lineOf("/a/1/b"), lineOf("/z")]).toEqual([1, 2, 1]);
  });

  it.each([
    ["", "1: not valid JSON: it ends too early"],
    ["[\n1,\n]", "3: not valid JSON: a value expected"],
    ["{\n1: 2}", "2: not valid JSON: a name in double quotes expected"],
    ['{"a":\n01}', "2: not valid JSON: } expected"],
    ["[\n-]", "2: not valid JSON: a value expected"],
    ['["\\x"]', "1: not valid JSON: a known character after a backslash expected"],
    ['["\t"]', "1: not valid JSON: a control character in a text"],
    ['["a', "1: not valid JSON: it ends too early"],
    ["[]\n[]", "2: not valid JSON: the end expected"],
    ['{"a": 1,\n"\\u0061": 2}', "2: a name occurs twice in one object"],
  ])("refuses %j with line and reason", (text, message) => {
    expect(fault(text)).toBe(message);
  });

  it("refuses what is nested more than 500 deep", () => {
    expect(fault("[".repeat(501) + "]".repeat(501))).toBe("none");
    expect(fault("[".repeat(502))).toBe("1: nested more than 500 deep");
  });

  it("accepts what JSON.parse accepts and refuses what it refuses", () => {
    const piece = fc.constantFrom(...'{}[]:,"\\ \n0123456789.-+eEtrufalsn/b\u0001\u00e9');
    const mutated = fc.tuple(fc.json(), fc.nat(), fc.nat(2), fc.array(piece, { maxLength: 2 }));
    fc.assert(
      fc.property(mutated, ([json, at, cut, more]) => {
        const start = at % (json.length + 1);
        const text = json.slice(0, start) + more.join("") + json.slice(start + cut);
        let expected = "none";
        try {
          JSON.parse(text);
        } catch {
          expected = "a fault";
        }
        const found = fault(text);
        if (found.includes("occurs twice")) return;
        expect([text, found === "none" ? found : "a fault"]).toEqual([text, expected]);
      }),
      { seed: 20261125, numRuns: 5000 },
    );
  });

  it("quotes nothing of the text", () => {
    for (const text of [
      "secret",
      '{"secret" 1}',
      '{"secret":1,"secret":2}',
      '["secret\u0001"]',
      '["secret"] secret',
    ])
      expect(fault(text)).not.toContain("secret");
  });

  it("takes long names over many values in its stride", () => {
    const numbers = Array(100_000).fill(1).join(",");
    const { lineOf } = parseJson(`{"${"k".repeat(1_000_000)}":\n[${numbers}]}`);
    expect(lineOf(`/${"k".repeat(1_000_000)}/99999`)).toBe(2);
  });
});
