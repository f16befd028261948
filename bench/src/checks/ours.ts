import { matchOperation } from "../../../dist/contract.js";
import type { Checker } from "./check.ts";
import { fromSource } from "./from-source.ts";

/** Collects what a check finds. */
type Collector = Parameters<Check>[1];
type Check = NonNullable<ReturnType<typeof matchOperation>>["responses"][string]["content"][string];

export const make = async (): Promise<Checker> => {
  const check = matchOperation("POST", "/v0/websets/webset_1")?.responses["200"]?.content[
    "application/json"
  ];
  if (!check) throw new Error("the compiled contract has no check for 200");
  const { Violations } = (await fromSource("src/contract/violation.ts")) as {
    Violations: new () => Collector;
  };
  return {
    accepts(value) {
      const violations = new Violations();
      check(value, violations);
      return violations.count === 0;
    },
  };
};
