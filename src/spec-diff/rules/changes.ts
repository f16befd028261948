import type { Level } from "../../findings/finding.ts";

/** What may change in a schema, wherever it stands. */
export interface Change {
  readonly area: string;
  /** The level where the value is sent, and where it is received. */
  readonly request: Level;
  readonly response: Level;
  /** The change that undoes it. */
  readonly mirror: string;
  /** What the subject does: the sentence without its subject. */
  readonly text: string;
}

type Side = readonly [request: Level, response: Level, text: string];

/** Two changes, each of which undoes the other. */
function pair<const A extends string, const B extends string>(
  area: string,
  [one, ...a]: readonly [A, ...Side],
  [other, ...b]: readonly [B, ...Side],
): Record<A | B, Change> {
  const change = ([request, response, text]: Side, mirror: string): Change => ({
    area,
    request,
    response,
    mirror,
    text,
  });
  return { [one]: change(a, other), [other]: change(b, one) } as Record<A | B, Change>; // its two keys
}

/** A change that undoes itself. */
function self<const Name extends string>(
  area: string,
  name: Name,
  ...[request, response, text]: Side
): Record<Name, Change> {
  const change: Change = { area, request, response, mirror: name, text };
  return { [name]: change } as Record<Name, Change>; // its one key
}

/** A greatest value that may be moved, set and lifted. */
const upper = <const Name extends string>(name: Name, what: string) => ({
  ...pair(
    "bounds",
    [`${name}-decreased`, "error", "info", `has its ${what} lowered from {from} to {to}`],
    [`${name}-increased`, "info", "error", `has its ${what} raised from {from} to {to}`],
  ),
  ...bounded(name, what),
});

/** A least value that is always there: a least size is 0 where it is not written, and `minContains` 1. */
const least = <const Name extends string>(name: Name, what: string) =>
  pair(
    "bounds",
    [`${name}-increased`, "error", "info", `has its ${what} raised from {from} to {to}`],
    [`${name}-decreased`, "info", "error", `has its ${what} lowered from {from} to {to}`],
  );

const lower = <const Name extends string>(name: Name, what: string) => ({
  ...least(name, what),
  ...bounded(name, what),
});

/** oasdiff has a limit that is set for the first time as a warning: it mostly writes down what was always so. */
function bounded<const Name extends string>(name: Name, what: string) {
  return pair(
    "bounds",
    [`${name}-set`, "warning", "info", `got a ${what}: {to}`],
    [`${name}-unset`, "info", "error", `lost its ${what}, {from}`],
  );
}

/** A keyword with which less fits than without. */
const constraint = <const Name extends string>(name: Name, keyword: string) =>
  pair(
    "nested schemas",
    [`${name}-added`, "error", "info", `is now limited by ${keyword}`],
    [`${name}-removed`, "info", "error", `is no longer limited by ${keyword}`],
  );

/** A new branch is to a receiver at least what a new enum value is. */
const branch = <const Name extends string>(name: Name, unknown: Level) =>
  pair(
    "union",
    [`${name}-added`, "info", unknown, "may now also be {branch}"],
    [`${name}-removed`, "error", "info", "may no longer be {branch}"],
  );

/**
 * What may change in a schema. To accept less breaks who sends; to give more breaks who receives. Where a level
 * is milder than that, oasdiff has it so.
 */
export const changes = {
  ...self("type", "type-changed", "error", "error", "changed its type from {from} to {to}"),
  ...pair(
    "type",
    ["type-generalized", "info", "error", "may now be any {to}, not only {from}"],
    ["type-specialized", "error", "info", "may now be only {to}, not any {from}"],
  ),
  ...pair(
    "type",
    ["list-of-types-widened", "info", "error", "may now be of more types: {to}, not only {from}"],
    ["list-of-types-narrowed", "error", "info", "may now be of fewer types: {to}, not {from}"],
  ),
  ...pair(
    "nullability",
    ["became-nullable", "info", "error", "may now be null"],
    ["became-not-nullable", "error", "info", "may no longer be null"],
  ),
  ...pair(
    "values",
    ["enum-value-added", "info", "warning", "may now also be {value}"],
    ["enum-value-removed", "error", "info", "may no longer be {value}"],
  ),
  ...pair(
    "values",
    ["became-enum", "error", "info", "is now one of {to}"],
    ["became-not-enum", "info", "warning", "is no longer limited to {from}"],
  ),
  ...pair(
    "values",
    ["const-added", "error", "info", "is now always {to}"],
    ["const-removed", "info", "error", "is no longer always {from}"],
  ),
  ...self("values", "const-changed", "error", "error", "is now always {to}, no longer {from}"),
  ...pair(
    "values",
    ["format-added", "error", "info", "got the format {to}"],
    ["format-removed", "info", "error", "lost the format {from}"],
  ),
  ...self("values", "format-changed", "error", "error", "changed its format from {from} to {to}"),
  ...pair(
    "values",
    ["pattern-added", "error", "info", "got the pattern {to}"],
    ["pattern-removed", "info", "info", "lost the pattern {from}"],
  ),
  ...self(
    "values",
    "pattern-changed",
    "warning",
    "info",
    "changed its pattern from {from} to {to}",
  ),
  ...upper("max-length", "greatest length"),
  ...least("min-length", "least length"),
  ...upper("max-items", "greatest number of items"),
  ...least("min-items", "least number of items"),
  ...upper("max-properties", "greatest number of properties"),
  ...least("min-properties", "least number of properties"),
  ...upper("max-contains", "greatest number of items that fit contains"),
  ...least("min-contains", "least number of items that fit contains"),
  ...upper("max", "greatest value"),
  ...lower("min", "least value"),
  ...upper("exclusive-max", "value to stay below"),
  ...lower("exclusive-min", "value to stay above"),
  ...pair(
    "bounds",
    ["max-became-exclusive", "error", "info", "must now be below {to}; {to} itself is out"],
    ["max-became-inclusive", "info", "error", "may now be {to} itself"],
  ),
  ...pair(
    "bounds",
    ["min-became-exclusive", "error", "info", "must now be above {to}; {to} itself is out"],
    ["min-became-inclusive", "info", "error", "may now be {to} itself"],
  ),
  ...pair(
    "bounds",
    ["multiple-of-set", "error", "info", "must now be a multiple of {to}"],
    ["multiple-of-unset", "info", "error", "need no longer be a multiple of {from}"],
  ),
  ...self(
    "bounds",
    "multiple-of-changed",
    "error",
    "error",
    "must be a multiple of {to}, not {from}",
  ),
  ...pair(
    "bounds",
    ["unique-items-set", "error", "info", "must now have no item twice"],
    ["unique-items-unset", "info", "error", "may now have an item twice"],
  ),
  ...pair(
    "default",
    ["default-value-added", "info", "info", "got the default {to}"],
    ["default-value-removed", "info", "info", "lost the default {from}"],
  ),
  ...self(
    "default",
    "default-value-changed",
    "info",
    "info",
    "changed its default from {from} to {to}",
  ),
  ...branch("one-of", "error"),
  ...branch("any-of", "warning"),
  ...pair(
    "union",
    ["alternatives-added", "error", "info", "must now also fit one of: {to}"],
    ["alternatives-removed", "info", "error", "need no longer fit one of: {from}"],
  ),
  ...self("union", "union-kind-changed", "info", "info", "changed from {from} to {to}"),
  ...pair(
    "union",
    ["discriminator-added", "info", "info", "got the discriminator {to}"],
    ["discriminator-removed", "info", "info", "lost the discriminator {from}"],
  ),
  ...self(
    "union",
    "discriminator-property-name-changed",
    "info",
    "info",
    "changed its discriminator from {from} to {to}",
  ),
  ...pair(
    "union",
    ["discriminator-mapping-added", "info", "info", "got the discriminator value {value}"],
    ["discriminator-mapping-deleted", "info", "info", "lost the discriminator value {value}"],
  ),
  ...self(
    "union",
    "discriminator-mapping-changed",
    "info",
    "info",
    "maps the discriminator value {value} to {to}, no longer to {from}",
  ),
  ...pair(
    "objects",
    ["additional-properties-allowed", "info", "warning", "may now have undescribed properties"],
    [
      "additional-properties-forbidden",
      "error",
      "info",
      "may no longer have undescribed properties",
    ],
  ),
  ...pair(
    "objects",
    ["dependent-required-added", "error", "info", "has properties that now need others: {to}"],
    [
      "dependent-required-removed",
      "info",
      "error",
      "has properties that no longer need others: {from}",
    ],
  ),
  ...self(
    "objects",
    "dependent-required-changed",
    "error",
    "error",
    "changed which properties need which others (dependentRequired)",
  ),
  ...pair(
    "deprecation",
    ["deprecated", "info", "info", "was deprecated"],
    ["reactivated", "info", "info", "is no longer deprecated"],
  ),
  ...constraint("if", "if"),
  ...constraint("then", "then"),
  ...constraint("else", "else"),
  ...constraint("contains", "contains"),
  ...constraint("pattern-property", "patternProperties {name}"),
  ...constraint("property-names", "propertyNames"),
  ...constraint("dependent-schema", "dependentSchemas {name}"),
  ...constraint("unevaluated-items", "unevaluatedItems"),
  ...constraint("unevaluated-properties", "unevaluatedProperties"),
  ...constraint("content-schema", "contentSchema"),
  // oasdiff takes a first item for more and a lost one for less, yet a schema for it allows less: both may break.
  ...pair(
    "nested schemas",
    ["prefix-items-added", "error", "error", "now says what its item {index} is (prefixItems)"],
    [
      "prefix-items-removed",
      "error",
      "error",
      "no longer says what its item {index} is (prefixItems)",
    ],
  ),
  ...self("values", "content-encoding-changed", "error", "error", "changed its contentEncoding"),
  ...self("values", "content-media-type-changed", "error", "error", "changed its contentMediaType"),
  ...self(
    "nested schemas",
    "schema-keyword-changed",
    "warning",
    "warning",
    "changed its {keyword}, which is not compared",
  ),
} satisfies Readonly<Record<string, Change>>;

export type ChangeName = keyof typeof changes;
