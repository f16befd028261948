import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describe as sentence } from "../findings/finding.ts";
import { bodyRule } from "./rule-id.ts";
import { exchangeRules } from "./rules.ts";
import type { Keyword } from "./violation.ts";

describe("exchangeRules", () => {
  it("has unique ids in kebab-case", () => {
    const ids = exchangeRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
  });

  it("has a rule in both directions for every keyword that a check can name", () => {
    const source = readFileSync(new URL("violation.ts", import.meta.url), "utf8");
    const keywords = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, keyword]) => keyword);
    expect(keywords.length).toBeGreaterThan(10);
    const ids = exchangeRules.map(({ id }) => id);
    for (const keyword of keywords) {
      const name = bodyRule(keyword as Keyword); // read from its type
      expect(ids).toEqual(expect.arrayContaining([`request-${name}`, `response-${name}`]));
    }
  });

  it("warns of additions, and calls all else an error", () => {
    const warnings = exchangeRules.filter(({ level }) => level === "warning").map(({ id }) => id);
    expect(warnings).toEqual([
      "request-operation-undocumented",
      "request-query-undocumented",
      "request-body-undocumented-property",
      "response-body-undocumented-property",
    ]);
  });
});

describe("describe", () => {
  it("puts the finding's args into the rule's text, as JSON where they are no text", () => {
    const finding = { id: "x", args: { field: "/a", allowed: ["b", null] } };
    expect(sentence(finding, { text: "{field} is none of {allowed}; {absent}" })).toBe(
      '/a is none of ["b",null]; null',
    );
  });
});
