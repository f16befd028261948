export { type Difference, type DiffOptions, diffSpecs } from "./diff-specs.ts";
export { type OpenApiDocument, SpecError } from "./document.ts";
export { asUnreadable, type LoadedSpec, type LoadOptions, loadSpec } from "./load/load-spec.ts";
export { UnreadableSpec } from "./load/unreadable-spec.ts";
export { type DiffRule, diffRules, type RuleId } from "./rules/all.ts";
export { withoutHistory } from "./rules/without-history.ts";
