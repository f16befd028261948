export { type Difference, diffSpecs } from "./diff-specs.ts";
export { asUnreadable, type LoadedSpec, loadSpec } from "./load/load-spec.ts";
export { UnreadableSpec } from "./load/unreadable-spec.ts";
export { diffRules, type RuleId } from "./rules/all.ts";
export { withoutHistory } from "./rules/without-history.ts";
