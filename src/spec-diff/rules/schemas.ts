import type { Level, Rule } from "../../findings/finding.ts";

/**
 * Where a schema is used. A rule of schemas exists once for each place, as `<place>-<change>`, because the same
 * change is harmless on one side of the wire and breaks a consumer on the other.
 */
export const places = {
  "request-body": { direction: "request", subject: "the request body" },
  "request-property": { direction: "request", subject: "the request property {property}" },
  "request-parameter": { direction: "request", subject: "the {in} parameter {parameter}" },
  "request-parameter-property": {
    direction: "request",
    subject: "the property {property} of the {in} parameter {parameter}",
  },
  "response-body": { direction: "response", subject: "the body of response {status}" },
  "response-property": {
    direction: "response",
    subject: "the property {property} of response {status}",
  },
  "response-header": { direction: "response", subject: "the header {header} of response {status}" },
  "response-header-property": {
    direction: "response",
    subject: "the property {property} of the header {header} of response {status}",
  },
} as const;

export type Place = keyof typeof places;

/** The place that plays the same part on the other side of the wire. */
const twinOf: Record<Place, Place> = {
  "request-body": "response-body",
  "request-property": "response-property",
  "request-parameter": "response-header",
  "request-parameter-property": "response-header-property",
  "response-body": "request-body",
  "response-property": "request-property",
  "response-header": "request-parameter",
  "response-header-property": "request-parameter-property",
};

/** A rule of one place: the rule with its counterparts (`DiffRule`). */
export interface SchemaRow extends Rule {
  readonly mirror: readonly string[];
  readonly twin: { readonly id: string } | { readonly reason: string };
}

interface Change {
  readonly change: string;
  readonly area: string;
  /** The level where the value is sent, and where it is received. */
  readonly request: Level;
  readonly response: Level;
  readonly mirror: string;
  /** What the subject does: the sentence without its subject. */
  readonly text: string;
}

type Pair = readonly [change: string, request: Level, response: Level, text: string];

/** Two changes, each of which undoes the other. */
function pair(area: string, one: Pair, other: Pair): Change[] {
  const row = ([change, request, response, text]: Pair, mirror: Pair): Change => ({
    change,
    area,
    request,
    response,
    mirror: mirror[0],
    text,
  });
  return [row(one, other), row(other, one)];
}

/** A change that undoes itself. */
function self(area: string, [change, request, response, text]: Pair): Change {
  return { change, area, request, response, mirror: change, text };
}

/**
 * What may change in a schema. To accept less breaks who sends; to give more breaks who receives. Where a level
 * is milder than that, oasdiff has it so: a limit set for the first time mostly writes down what was always so.
 */
const changes: readonly Change[] = [
  self("type", ["type-changed", "error", "error", "changed its type from {from} to {to}"]),
  ...pair(
    "type",
    ["type-generalized", "info", "error", "may now be any {to}, not only {from}"],
    ["type-specialized", "error", "info", "may now be only {to}, not any {from}"],
  ),
  ...pair(
    "type",
    ["list-of-types-widened", "info", "error", "may now be of more types: {to}, not only {from}"],
    [
      "list-of-types-narrowed",
      "error",
      "info",
      "may now be of fewer types: {to}, no longer {from}",
    ],
  ),
  ...pair(
    "nullability",
    ["became-nullable", "info", "error", "may now be null"],
    ["became-not-nullable", "error", "info", "may no longer be null"],
  ),
  ...pair(
    "enum",
    ["enum-value-added", "info", "warning", "may now also be {value}"],
    ["enum-value-removed", "error", "info", "may no longer be {value}"],
  ),
  ...pair(
    "enum",
    ["became-enum", "error", "info", "is now one of {to}"],
    ["became-not-enum", "info", "warning", "is no longer limited to {from}"],
  ),
  ...pair(
    "const",
    ["const-added", "error", "info", "is now always {to}"],
    ["const-removed", "info", "error", "is no longer always {from}"],
  ),
  self("const", ["const-changed", "error", "error", "is now always {to}, no longer {from}"]),
  ...pair(
    "format",
    ["format-added", "error", "info", "got the format {to}"],
    ["format-removed", "info", "error", "lost the format {from}"],
  ),
  self("format", ["format-changed", "error", "error", "changed its format from {from} to {to}"]),
  ...pair(
    "pattern",
    ["pattern-added", "error", "info", "got the pattern {to}"],
    ["pattern-removed", "info", "info", "lost the pattern {from}"],
  ),
  self("pattern", [
    "pattern-changed",
    "warning",
    "info",
    "changed its pattern from {from} to {to}",
  ]),
  ...upper("max-length", "greatest length"),
  ...raised("min-length", "least length"),
  ...upper("max-items", "greatest number of items"),
  ...raised("min-items", "least number of items"),
  ...upper("max-properties", "greatest number of properties"),
  ...raised("min-properties", "least number of properties"),
  ...upper("max-contains", "greatest number of items that fit contains"),
  ...raised("min-contains", "least number of items that fit contains"),
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
  self("bounds", [
    "multiple-of-changed",
    "error",
    "error",
    "must be a multiple of {to}, no longer of {from}",
  ]),
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
  self("default", [
    "default-value-changed",
    "info",
    "info",
    "changed its default from {from} to {to}",
  ]),
  ...union("one-of"),
  ...union("any-of"),
  self("union", ["union-kind-changed", "info", "info", "changed from {from} to {to}"]),
  ...pair(
    "discriminator",
    ["discriminator-added", "info", "info", "got the discriminator {to}"],
    ["discriminator-removed", "info", "info", "lost the discriminator {from}"],
  ),
  self("discriminator", [
    "discriminator-property-name-changed",
    "info",
    "info",
    "changed its discriminator from {from} to {to}",
  ]),
  ...pair(
    "discriminator",
    ["discriminator-mapping-added", "info", "info", "got the discriminator value {value}"],
    ["discriminator-mapping-deleted", "info", "info", "lost the discriminator value {value}"],
  ),
  self("discriminator", [
    "discriminator-mapping-changed",
    "info",
    "info",
    "maps the discriminator value {value} to {to}, no longer to {from}",
  ]),
  ...pair(
    "additionalProperties",
    [
      "additional-properties-allowed",
      "info",
      "warning",
      "may now have properties that are not described",
    ],
    [
      "additional-properties-forbidden",
      "error",
      "info",
      "may no longer have properties that are not described",
    ],
  ),
  ...pair(
    "deprecation",
    ["deprecated", "info", "info", "was deprecated"],
    ["reactivated", "info", "info", "is no longer deprecated"],
  ),
  ...constraint("if"),
  ...constraint("then"),
  ...constraint("else"),
  ...constraint("contains"),
  ...constraint("pattern-property", "patternProperties"),
  ...constraint("property-names", "propertyNames"),
  ...constraint("dependent-schema", "dependentSchemas"),
  ...constraint("dependent-required", "dependentRequired"),
  self("schema", [
    "dependent-required-changed",
    "error",
    "error",
    "changed which properties need which others (dependentRequired)",
  ]),
  ...constraint("unevaluated-items", "unevaluatedItems"),
  ...constraint("unevaluated-properties", "unevaluatedProperties"),
  ...constraint("content-schema", "contentSchema"),
  // oasdiff takes a first item for more and a lost one for less, yet a schema for it allows less: both may break.
  ...pair(
    "schema",
    ["prefix-items-added", "error", "error", "now says what its first items are (prefixItems)"],
    ["prefix-items-removed", "error", "error", "no longer says what its first items are"],
  ),
  self("schema", ["content-encoding-changed", "error", "error", "changed its contentEncoding"]),
  self("schema", ["content-media-type-changed", "error", "error", "changed its contentMediaType"]),
  self("schema", [
    "schema-keyword-changed",
    "warning",
    "warning",
    "changed its {keyword}, which these rules do not weigh",
  ]),
];

/** A limit that may be moved, set and lifted. */
function upper(name: string, what: string): Change[] {
  return [
    ...pair(
      "bounds",
      [`${name}-decreased`, "error", "info", `has its ${what} lowered from {from} to {to}`],
      [`${name}-increased`, "info", "error", `has its ${what} raised from {from} to {to}`],
    ),
    ...set(name, what),
  ];
}

function lower(name: string, what: string): Change[] {
  return [...raised(name, what), ...set(name, what)];
}

/** A limit that is always there: a least size is 0 where it is not written, and `minContains` 1. */
function raised(name: string, what: string): Change[] {
  return pair(
    "bounds",
    [`${name}-increased`, "error", "info", `has its ${what} raised from {from} to {to}`],
    [`${name}-decreased`, "info", "error", `has its ${what} lowered from {from} to {to}`],
  );
}

function set(name: string, what: string): Change[] {
  return pair(
    "bounds",
    [`${name}-set`, "warning", "info", `got a ${what}: {to}`],
    [`${name}-unset`, "info", "error", `lost its ${what}, {from}`],
  );
}

/** A keyword with which less fits than without. */
function constraint(name: string, keyword = name): Change[] {
  return pair(
    "schema",
    [`${name}-added`, "error", "info", `is now limited by ${keyword}`],
    [`${name}-removed`, "info", "error", `is no longer limited by ${keyword}`],
  );
}

/** A new branch is to a receiver at least what a new enum value is. */
function union(name: "one-of" | "any-of"): Change[] {
  return pair(
    "union",
    [`${name}-added`, "info", name === "one-of" ? "error" : "warning", "may now also be {branch}"],
    [`${name}-removed`, "error", "info", "may no longer be {branch}"],
  );
}

/** A caller who relies on a parameter's default gets another answer; a body's default is mostly a note. */
const parameterLevels: Readonly<Record<string, Level>> = {
  "default-value-added": "error",
  "default-value-removed": "error",
  "default-value-changed": "error",
};

const placeNames = Object.keys(places) as Place[];

/** The id of a change at a place; oasdiff has one irregular. */
export function ruleId(place: Place, change: string): string {
  const id = `${place}-${change}`;
  return id === "response-body-enum-value-removed" ? "response-mediatype-enum-value-removed" : id;
}

const changeRows = placeNames.flatMap((place) =>
  changes.map(({ change, area, mirror, text, ...levels }): SchemaRow => {
    const { direction, subject } = places[place];
    const parameter = place.startsWith("request-parameter") ? parameterLevels[change] : undefined;
    return {
      id: ruleId(place, change),
      level: parameter ?? levels[direction],
      direction,
      area,
      text: `${subject} ${text}`,
      mirror: [ruleId(place, mirror)],
      twin: { id: ruleId(twinOf[place], change) },
    };
  }),
);

/** Names of the rules of a property's presence, which oasdiff spells differently in each direction. */
export const presence = {
  "request-property": {
    requiredAdded: "new-required-request-property",
    defaultedAdded: "new-required-request-property-with-default",
    optionalAdded: "new-optional-request-property",
    requiredRemoved: "request-property-removed",
    optionalRemoved: "request-property-removed",
    becameRequired: "request-property-became-required",
    defaultedBecameRequired: "request-property-became-required-with-default",
    becameOptional: "request-property-became-optional",
  },
  "request-parameter-property": {
    requiredAdded: "new-required-request-parameter-property",
    defaultedAdded: "new-required-request-parameter-property-with-default",
    optionalAdded: "new-optional-request-parameter-property",
    requiredRemoved: "request-parameter-property-removed",
    optionalRemoved: "request-parameter-property-removed",
    becameRequired: "request-parameter-property-became-required",
    defaultedBecameRequired: "request-parameter-property-became-required-with-default",
    becameOptional: "request-parameter-property-became-optional",
  },
  "response-property": {
    requiredAdded: "response-required-property-added",
    defaultedAdded: "response-required-property-added",
    optionalAdded: "response-optional-property-added",
    requiredRemoved: "response-required-property-removed",
    optionalRemoved: "response-optional-property-removed",
    becameRequired: "response-property-became-required",
    defaultedBecameRequired: "response-property-became-required",
    becameOptional: "response-property-became-optional",
  },
  "response-header-property": {
    requiredAdded: "response-header-required-property-added",
    defaultedAdded: "response-header-required-property-added",
    optionalAdded: "response-header-optional-property-added",
    requiredRemoved: "response-header-required-property-removed",
    optionalRemoved: "response-header-optional-property-removed",
    becameRequired: "response-header-property-became-required",
    defaultedBecameRequired: "response-header-property-became-required",
    becameOptional: "response-header-property-became-optional",
  },
} as const;

export type PropertyPlace = keyof typeof presence;
type Presence = keyof (typeof presence)["request-property"];

const presenceText: Record<
  Presence,
  { request: Level; response: Level; mirror: readonly Presence[]; text: string }
> = {
  requiredAdded: {
    request: "error",
    response: "info",
    mirror: ["requiredRemoved"],
    text: "was added as required",
  },
  defaultedAdded: {
    request: "info",
    response: "info",
    mirror: ["requiredRemoved"],
    text: "was added as required, with a default",
  },
  optionalAdded: {
    request: "info",
    response: "info",
    mirror: ["optionalRemoved"],
    text: "was added as optional",
  },
  requiredRemoved: {
    request: "warning",
    response: "error",
    mirror: ["requiredAdded", "defaultedAdded"],
    text: "was removed",
  },
  optionalRemoved: {
    request: "warning",
    response: "warning",
    mirror: ["optionalAdded"],
    text: "was removed",
  },
  becameRequired: {
    request: "error",
    response: "info",
    mirror: ["becameOptional"],
    text: "became required",
  },
  defaultedBecameRequired: {
    request: "info",
    response: "info",
    mirror: ["becameOptional"],
    text: "became required, with a default",
  },
  becameOptional: {
    request: "info",
    response: "error",
    mirror: ["becameRequired", "defaultedBecameRequired"],
    text: "became optional",
  },
};

const presenceRows = (Object.keys(presence) as PropertyPlace[]).flatMap((place) => {
  const names = presence[place];
  const { direction, subject } = places[place];
  const ids = [...new Set(Object.values(names))];
  return ids.map((id): SchemaRow => {
    // A name may stand for several kinds; the first speaks for it.
    const kinds = (Object.keys(names) as Presence[]).filter((kind) => names[kind] === id);
    const first = presenceText[kinds[0] as Presence];
    const twin = presence[twinOf[place] as PropertyPlace];
    return {
      id,
      level: first[direction],
      direction,
      area: kinds.some((kind) => kind.includes("ecame")) ? "requiredness" : "property",
      text: `${subject} ${first.text}`,
      mirror: [...new Set(kinds.flatMap((kind) => presenceText[kind].mirror.map((m) => names[m])))],
      twin: { id: twin[kinds[0] as Presence] },
    };
  });
});

/** What no longer travels is as if it were removed, and what now travels as if it were added. */
const accessLevels: Readonly<Record<string, Level>> = {
  "request-required-property-became-read-only": "warning",
  "request-optional-property-became-read-only": "warning",
  "request-required-property-became-not-read-only": "error",
  "response-required-property-became-write-only": "error",
  "response-required-property-became-not-write-only": "warning",
  "response-optional-property-became-write-only": "warning",
};

/** `readOnly` and `writeOnly` move a property from one direction to the other. Parameters and headers have neither. */
const accessRows = (["request-property", "response-property"] as const).flatMap((place) =>
  (["required", "optional"] as const).flatMap((need) =>
    (["read-only", "write-only"] as const).flatMap((access) =>
      (["became", "became-not"] as const).map((way): SchemaRow => {
        const { direction, subject } = places[place];
        const other = direction === "request" ? "response" : "request";
        const id = (of: string, verb: string) => `${of}-${need}-property-${verb}-${access}`;
        return {
          id: id(direction, way),
          level: accessLevels[id(direction, way)] ?? "info",
          direction,
          area: "access",
          text: `${subject} (${need}) ${way === "became" ? "became" : "is no longer"} ${access}`,
          mirror: [id(direction, way === "became" ? "became-not" : "became")],
          twin: { id: id(other, way) },
        };
      }),
    ),
  ),
);

/** Every rule that looks into a schema. */
export const schemaRows: readonly SchemaRow[] = [...changeRows, ...presenceRows, ...accessRows];
