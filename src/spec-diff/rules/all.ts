import {
  type DescriptionRuleId,
  descriptionRules,
  type OperationRuleId,
  operationRules,
} from "./operation-rules.ts";
import type { DiffRule } from "./rule.ts";
import { type SchemaRuleId, schemaRules } from "./schema-rules.ts";

export type { DiffRule } from "./rule.ts";

/** The id of any rule of `diffSpecs`. One that is not in the tables does not compile. */
export type RuleId = OperationRuleId | SchemaRuleId | DescriptionRuleId;

/** Every rule of `diffSpecs`, by id. */
export const diffRules: ReadonlyMap<string, DiffRule> = new Map(
  [...Object.values(operationRules), ...Object.values(descriptionRules), ...schemaRules].map(
    (rule) => [rule.id, rule],
  ),
);

/** The rule of an id. */
export function ruleOf(id: RuleId): DiffRule {
  return diffRules.get(id) as DiffRule; // the id's type is made from the tables that the map is made from
}
