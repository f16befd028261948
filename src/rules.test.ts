import { expect, it } from "vitest";
import { echoRules } from "./contract/echo.ts";
import { exchangeRules } from "./contract/rules.ts";
import { driftRules } from "./drift/rules.ts";
import { stalenessRules } from "./drift/staleness.ts";
import { policyRules } from "./report/waivers/apply.ts";
import { rules } from "./rules.ts";
import { knownRules } from "./spec-diff/known/known.ts";
import { diffRules } from "./spec-diff/rules/all.ts";

it("gives every rule of every table an id of its own", () => {
  const tables = [
    exchangeRules,
    echoRules,
    driftRules,
    stalenessRules,
    policyRules,
    knownRules,
    [...diffRules.values()],
  ];
  expect(rules.size).toBe(tables.flat().length);
});

it("writes every id in kebab-case", () => {
  expect([...rules.keys()].filter((id) => !/^[a-z\d]+(-[a-z\d]+)+$/.test(id))).toEqual([]);
});
