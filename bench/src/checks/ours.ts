import { matchOperation } from "../../../dist/contract.js";
import { Violations } from "../../../src/contract/violation.ts";
import type { Checker } from "./check.ts";

export const make = (): Checker => {
  const check = matchOperation("POST", "/v0/websets/webset_1")?.responses["200"]?.content[
    "application/json"
  ];
  if (!check) throw new Error("the compiled contract has no check for 200");
  return {
    accepts(value) {
      const violations = new Violations();
      check(value, violations);
      return violations.count === 0;
    },
  };
};
