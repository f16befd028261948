import { echoRules } from "./contract/echo.ts";
import { exchangeRules } from "./contract/rules.ts";
import { driftRules } from "./drift/rules.ts";
import { stalenessRules } from "./drift/staleness.ts";
import type { Rule } from "./findings/finding.ts";
import { policyRules } from "./report/waivers/apply.ts";
import { knownRules } from "./spec-diff/known/known.ts";
import { diffRules } from "./spec-diff/rules/all.ts";

/** Every rule of the project, by id: the tables of all areas as one. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [
    exchangeRules,
    echoRules,
    driftRules,
    stalenessRules,
    policyRules,
    knownRules,
    [...diffRules.values()],
  ]
    .flat()
    .map((rule) => [rule.id, rule]),
);
