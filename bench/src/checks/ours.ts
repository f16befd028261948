import { compiled } from "../../../dist/generated/contract.js";
import { Violations } from "../../../dist/src/contract/violation.js";
import type { Checker } from "./check.ts";

export const make = (): Checker => {
  const update = compiled.operations.find(({ name }) => name === "POST /v0/websets/{id}");
  const check = update?.responses["200"]?.content["application/json"];
  if (!check) throw new Error("the compiled contract has no check for 200");
  return {
    accepts(value) {
      const violations = new Violations();
      check(value, violations);
      return violations.count === 0;
    },
  };
};
