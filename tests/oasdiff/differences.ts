/** Where the rules of `exa-websets diff` are not oasdiff's, and why. Each line stands for the ids that it matches. */
export type Reasons = readonly (readonly [ids: RegExp, reason: string])[];

/** oasdiff's rules that there are none of here. */
export const leftOut: Reasons = [
  [/-tag-/, "tags are for people"],
  [/^api-schema-removed$/, "a schema counts where an operation uses it"],
  [
    /^api-(global-security|security-component)-/,
    "told of each operation that is affected, as `api-security-…`, since that is what a caller meets",
  ],
  [/stability/, "`x-stability-level` is oasdiff's own extension"],
  [/x-extensible-enum/, "`x-extensible-enum` is no keyword of JSON Schema"],
  [
    /sunset-(missing|date-too-small|invalid)$|^api-path-sunset-parse$/,
    "there is no period of notice to configure; dates that are no dates are told of operations and parameters",
  ],
  [/deprecated-with-sunset$/, "told as two: it was deprecated, and it got a sunset date"],
  [/-all-of-/, "`allOf` is merged, and what a part adds or takes away is told by its own rules"],
  [
    /-request-default-parameter-to-existing-path$/,
    "parameters of a path are taken as those of its operations",
  ],
  [
    /^new-request-path-parameter$/,
    "another path is another operation; one that is only not described breaks nobody",
  ],
  [/request-header-property/, "request headers are parameters: `request-parameter-property-…`"],
  [
    /min-items-(un)?set$/,
    "a least number of items is always there, at 0: oasdiff, too, tells its change as increased or decreased",
  ],
  [
    /^request-read-only-property|write-only-property-(added|removed|became|enum)/,
    "what does not travel in a direction cannot break anybody there",
  ],
  [
    /-pattern-generalized$/,
    "patterns are not weighed against each other: `…-pattern-changed`, a warning",
  ],
  [/^response-media-type-name-/, "told as one media type removed and another added"],
];

/** Rules whose level is above oasdiff's. None is below. */
export const stricter: Reasons = [
  [
    /^api-security(-scope)?-added$/,
    "callers that do not send the new credential, or have no such scope, are turned away",
  ],
  [
    /^request-body-enum-value-removed$/,
    "callers that send the value are refused; for properties oasdiff says the same",
  ],
  [
    /-prefix-items-(added|removed)$/,
    "oasdiff takes a schema for the first items for more and its loss for less, where it is the other way round",
  ],
  [
    /-became-(read|write)-only$|^request-required-property-became-not-read-only$/,
    "the property stops or starts to travel: as when it is removed or added",
  ],
  [/^request-parameter-property-type-changed$/, "for properties of bodies oasdiff says the same"],
  [
    /^response-.*any-of-added$/,
    "a client may not know the new alternative, as with a new enum value",
  ],
];

/** Of these changes oasdiff has a severer word, under another id. */
export const calledWorse: Reasons = [
  [
    /-format-(added|removed)$|-list-of-types-/,
    "oasdiff calls any other format, and any other list of types, another type; here it depends on who sends",
  ],
  [/-became-(not-)?enum$/, "oasdiff also counts each value as added or removed"],
  [
    /-became-inclusive$/,
    "oasdiff sees one limit go and another come; the number stays, and is let in now",
  ],
  [
    /-alternatives-removed$/,
    "the union was one more limit beside the schema's own: without it more is accepted, not less",
  ],
  [/-union-kind-changed$/, "oasdiff sees all alternatives go and come again"],
];
