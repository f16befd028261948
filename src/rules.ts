import { echoRules } from "./contract/echo.ts";
import type { Rule } from "./contract/finding.ts";
import { exchangeRules } from "./contract/rules.ts";
import { policyRules } from "./drift/policy.ts";
import { driftRules } from "./drift/rules.ts";
import { stalenessRules } from "./drift/staleness.ts";
import { diffRules } from "./spec-diff/rules.ts";

/** Every rule of the project, by id: the tables of all areas as one. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [exchangeRules, echoRules, driftRules, stalenessRules, policyRules, [...diffRules.values()]]
    .flat()
    .map((rule) => [rule.id, rule]),
);
