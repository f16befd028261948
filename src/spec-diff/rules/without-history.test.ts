import { describe, expect, it } from "vitest";
import { describe as sentence } from "../../findings/finding.ts";
import { diffRules } from "./all.ts";
import { withoutHistory } from "./without-history.ts";

const all = [...diffRules.values()].map((rule) => ({ rule, other: withoutHistory(rule) }));

describe("a sentence without history", () => {
  it("says nothing of what happened", () => {
    const history =
      /\b(was (?!not compared)|became|changed|no longer|now|got|lost|lowered|raised|until|sooner|later)\b/;
    expect(all.map(({ other }) => other.text).filter((text) => history.test(text))).toEqual([]);
  });

  it("says the same of the same values", () => {
    const named = (text: string) => new Set(text.match(/\{\w+\}/g));
    for (const { rule, other } of all) {
      const left = [...named(rule.text)].filter((name) => !named(other.text).has(name));
      expect([rule.id, left.filter((name) => name !== "{date}")]).toEqual([rule.id, []]);
      expect([...named(other.text)].filter((name) => !named(rule.text).has(name))).toEqual([]);
    }
  });

  it("says which of the two has it, but of what is said of one alone", () => {
    const rest = all.filter(
      ({ other }) => !/\b(contract|description|the two|same)\b/.test(other.text),
    );
    expect(rest.map(({ rule }) => rule.id)).toEqual([
      "api-deprecated-sunset-parse",
      "request-parameter-sunset-parse",
      "nullable-without-meaning",
      "values-contradict-type",
      "union-without-branches",
      "property-forbidden",
    ]);
  });

  it.each([
    [
      "response-property-became-nullable",
      { property: "a", status: "200" },
      "the property a of response 200 may be null in the description, not in the contract",
    ],
    [
      "request-property-removed",
      { property: "a" },
      "the request property a is in the contract, not in the description",
    ],
    [
      "request-property-max-length-decreased",
      { property: "a", from: 2, to: 1 },
      "the request property a has its greatest length at 2 in the contract, at 1 in the description",
    ],
    [
      "response-property-default-value-added",
      { property: "a", status: "200", to: 1 },
      "the property a of response 200 has the default 1 in the description, not in the contract",
    ],
    ["endpoint-added", {}, "the operation is in the description, not in the contract"],
  ])("%s", (id, args, text) => {
    const { other } = all.find(({ rule }) => rule.id === id) ?? {};
    expect(other && sentence({ id, args }, other)).toBe(text);
  });
});
