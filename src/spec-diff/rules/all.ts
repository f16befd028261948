import type { Level, Rule } from "../../findings/finding.ts";
import { type SchemaRow, schemaRows } from "./schemas.ts";

/**
 * A rule that compares two descriptions. Ids and levels are oasdiff's wherever oasdiff has the rule
 * (its ERR, WARN and INFO are `error`, `warning` and `info`).
 */
export interface DiffRule extends Rule {
  /** What the comparison the other way round says of the same change: one of these ids. */
  readonly mirror: readonly string[];
  /** The same rule for the other direction, or why there is none. */
  readonly twin: { readonly id: string } | { readonly reason: string };
}

type Row = readonly [id: string, level: Level, mirror: readonly string[], text: string];

/** Rules that belong to no schema: each area with its direction and the reason why no other direction has them. */
const areas: readonly {
  readonly area: string;
  readonly direction: Rule["direction"];
  readonly noTwin: string;
  readonly rows: readonly Row[];
}[] = [
  {
    area: "path",
    direction: "none",
    noTwin: "an operation is request and response at once",
    rows: [
      [
        "endpoint-added",
        "info",
        [
          "api-removed-without-deprecation",
          "api-path-removed-without-deprecation",
          "api-removed-with-deprecation",
          "api-path-removed-with-deprecation",
          "api-removed-before-sunset",
          "api-path-removed-before-sunset",
        ],
        "the operation was added",
      ],
      [
        "api-removed-without-deprecation",
        "error",
        ["endpoint-added"],
        "the operation was removed without having been deprecated",
      ],
      [
        "api-path-removed-without-deprecation",
        "error",
        ["endpoint-added"],
        "the path was removed, and this operation had not been deprecated",
      ],
      [
        "api-removed-with-deprecation",
        "info",
        ["endpoint-added"],
        "the deprecated operation was removed",
      ],
      [
        "api-path-removed-with-deprecation",
        "info",
        ["endpoint-added"],
        "the path was removed with this deprecated operation",
      ],
      [
        "api-removed-before-sunset",
        "error",
        ["endpoint-added"],
        "the operation was removed before its sunset date {date}",
      ],
      [
        "api-path-removed-before-sunset",
        "error",
        ["endpoint-added"],
        "the path was removed before this operation's sunset date {date}",
      ],
      [
        "api-operation-id-added",
        "info",
        ["api-operation-id-removed"],
        "the operation got the operationId {to}",
      ],
      [
        "api-operation-id-removed",
        "info",
        ["api-operation-id-added"],
        "the operationId {from} was removed",
      ],
      [
        "api-operation-id-changed",
        "info",
        ["api-operation-id-changed"],
        "the operationId changed from {from} to {to}",
      ],
      [
        "api-server-added",
        "info",
        ["api-server-removed"],
        "the operation is now also served at {url}",
      ],
      [
        "api-server-removed",
        "error",
        ["api-server-added"],
        "the operation is no longer served at {url}",
      ],
      [
        "api-callbacks-changed",
        "warning",
        ["api-callbacks-changed"],
        "the callbacks changed, which these rules do not weigh",
      ],
    ],
  },
  {
    area: "deprecation",
    direction: "none",
    noTwin: "an operation is request and response at once",
    rows: [
      ["endpoint-deprecated", "info", ["endpoint-reactivated"], "the operation was deprecated"],
      [
        "endpoint-reactivated",
        "info",
        ["endpoint-deprecated"],
        "the operation is no longer deprecated",
      ],
      ...sunsetRows("api", "the operation"),
    ],
  },
  {
    area: "security",
    direction: "request",
    noTwin: "credentials travel in requests only",
    rows: [
      [
        "api-security-added",
        "error",
        ["api-security-removed"],
        "the operation now asks for {scheme}, where it asked for nothing",
      ],
      [
        "api-security-removed",
        "info",
        ["api-security-added"],
        "the operation no longer asks for {scheme}, nor for anything else",
      ],
      [
        "api-security-alternative-added",
        "info",
        ["api-security-alternative-removed"],
        "{scheme} is accepted too",
      ],
      [
        "api-security-alternative-removed",
        "error",
        ["api-security-alternative-added"],
        "{scheme} is no longer accepted",
      ],
      [
        "api-security-scope-added",
        "error",
        ["api-security-scope-removed"],
        "{scheme} now needs the scope {scope}",
      ],
      [
        "api-security-scope-removed",
        "info",
        ["api-security-scope-added"],
        "{scheme} no longer needs the scope {scope}",
      ],
      [
        "api-security-component-oauth-url-changed",
        "info",
        ["api-security-component-oauth-url-changed"],
        "the {url} of {scheme} changed from {from} to {to}",
      ],
      [
        "api-security-component-oauth-token-url-changed",
        "info",
        ["api-security-component-oauth-token-url-changed"],
        "the {url} of {scheme} changed from {from} to {to}",
      ],
    ],
  },
  {
    area: "parameter",
    direction: "request",
    noTwin: "parameters are sent in requests only; response headers have rules of their own",
    rows: [
      [
        "new-required-request-parameter",
        "error",
        [
          "request-parameter-removed",
          "request-parameter-removed-with-deprecation",
          "request-parameter-removed-before-sunset",
        ],
        "the required {in} parameter {parameter} was added",
      ],
      [
        "new-optional-request-parameter",
        "info",
        [
          "request-parameter-removed",
          "request-parameter-removed-with-deprecation",
          "request-parameter-removed-before-sunset",
        ],
        "the optional {in} parameter {parameter} was added",
      ],
      [
        "request-parameter-removed",
        "warning",
        ["new-required-request-parameter", "new-optional-request-parameter"],
        "the {in} parameter {parameter} was removed",
      ],
      [
        "request-parameter-removed-with-deprecation",
        "info",
        ["new-required-request-parameter", "new-optional-request-parameter"],
        "the deprecated {in} parameter {parameter} was removed",
      ],
      [
        "request-parameter-removed-before-sunset",
        "error",
        ["new-required-request-parameter", "new-optional-request-parameter"],
        "the {in} parameter {parameter} was removed before its sunset date {date}",
      ],
      [
        "request-parameter-became-required",
        "error",
        ["request-parameter-became-optional"],
        "the {in} parameter {parameter} became required",
      ],
      [
        "request-parameter-became-optional",
        "info",
        ["request-parameter-became-required"],
        "the {in} parameter {parameter} became optional",
      ],
      [
        "request-parameter-serialization-changed",
        "error",
        ["request-parameter-serialization-changed"],
        "the {in} parameter {parameter} is written another way: {from} became {to}",
      ],
      ...sunsetRows("request-parameter", "the {in} parameter {parameter}"),
    ],
  },
  {
    area: "request body",
    direction: "request",
    noTwin: "a response declares its body by its media types alone",
    rows: [
      [
        "request-body-added-required",
        "error",
        ["request-body-removed"],
        "a required request body was added",
      ],
      [
        "request-body-added-optional",
        "info",
        ["request-body-removed"],
        "an optional request body was added",
      ],
      [
        "request-body-removed",
        "error",
        ["request-body-added-required", "request-body-added-optional"],
        "the request body was removed",
      ],
      [
        "request-body-became-required",
        "error",
        ["request-body-became-optional"],
        "the request body became required",
      ],
      [
        "request-body-became-optional",
        "info",
        ["request-body-became-required"],
        "the request body became optional",
      ],
    ],
  },
  {
    area: "status",
    direction: "response",
    noTwin: "only responses have a status",
    rows: [
      [
        "response-success-status-added",
        "info",
        ["response-success-status-removed"],
        "the success status {status} was added",
      ],
      [
        "response-success-status-removed",
        "error",
        ["response-success-status-added"],
        "the success status {status} was removed",
      ],
      [
        "response-non-success-status-added",
        "info",
        ["response-non-success-status-removed"],
        "the status {status} was added",
      ],
      [
        "response-non-success-status-removed",
        "info",
        ["response-non-success-status-added"],
        "the status {status} was removed",
      ],
    ],
  },
  {
    area: "header",
    direction: "response",
    noTwin: "request headers are parameters",
    rows: [
      [
        "required-response-header-added",
        "info",
        ["required-response-header-removed"],
        "the header {header} was added to every response {status}",
      ],
      [
        "required-response-header-removed",
        "error",
        ["required-response-header-added"],
        "the header {header}, until now in every response {status}, was removed",
      ],
      [
        "optional-response-header-added",
        "info",
        ["optional-response-header-removed"],
        "the optional header {header} was added to response {status}",
      ],
      [
        "optional-response-header-removed",
        "warning",
        ["optional-response-header-added"],
        "the optional header {header} was removed from response {status}",
      ],
      [
        "response-header-became-required",
        "info",
        ["response-header-became-optional"],
        "the header {header} of response {status} became required",
      ],
      [
        "response-header-became-optional",
        "error",
        ["response-header-became-required"],
        "the header {header} of response {status} became optional",
      ],
    ],
  },
];

/** Media types are the one concern besides schemas that both directions share. */
const mediaTypeRules: readonly DiffRule[] = [
  mediaType("request", "added", "info", "the request body may now be {mediaType}"),
  mediaType("request", "removed", "error", "the request body may no longer be {mediaType}"),
  mediaType("response", "added", "info", "the body of response {status} may now be {mediaType}"),
  mediaType(
    "response",
    "removed",
    "error",
    "the body of response {status} is no longer {mediaType}",
  ),
];

/** Every rule of `diffSpecs`, by id. */
export const diffRules: ReadonlyMap<string, DiffRule> = new Map(
  [
    ...areas.flatMap(({ area, direction, noTwin, rows }) =>
      rows.map(
        ([id, level, mirror, text]): DiffRule => ({
          id,
          level,
          direction,
          area,
          text,
          mirror,
          twin: { reason: noTwin },
        }),
      ),
    ),
    ...mediaTypeRules,
    ...schemaRows.map((row: SchemaRow): DiffRule => row),
  ].map((rule) => [rule.id, rule]),
);

function sunsetRows(prefix: "api" | "request-parameter", subject: string): Row[] {
  const { added, deleted, parse } = sunsetIds(prefix);
  return [
    [added, "info", [deleted, parse], `${subject} got the sunset date {to}`],
    [deleted, "error", [added, parse], `${subject} lost its sunset date {from}`],
    [
      `${prefix}-sunset-date-changed-too-small`,
      "error",
      [`${prefix}-sunset-date-postponed`],
      `the sunset date of ${subject} was moved forward from {from} to {to}`,
    ],
    [
      `${prefix}-sunset-date-postponed`,
      "info",
      [`${prefix}-sunset-date-changed-too-small`],
      `the sunset date of ${subject} was put off from {from} to {to}`,
    ],
    [
      parse,
      "error",
      [deleted, added, parse],
      `the x-sunset of ${subject}, {to}, is not a date (RFC 3339, full-date)`,
    ],
  ];
}

/** oasdiff spells these differently for operations and parameters. */
export function sunsetIds(prefix: "api" | "request-parameter") {
  return prefix === "api"
    ? {
        added: "api-sunset-added",
        deleted: "sunset-deleted",
        parse: "api-deprecated-sunset-parse",
      }
    : {
        added: "request-parameter-sunset-added",
        deleted: "request-parameter-sunset-deleted",
        parse: "request-parameter-sunset-parse",
      };
}

function mediaType(
  direction: "request" | "response",
  change: "added" | "removed",
  level: Level,
  text: string,
): DiffRule {
  const id = (way: string, what: string) =>
    `${way === "request" ? "request-body" : "response"}-media-type-${what}`;
  return {
    id: id(direction, change),
    level,
    direction,
    area: "media type",
    text,
    mirror: [id(direction, change === "added" ? "removed" : "added")],
    twin: { id: id(direction === "request" ? "response" : "request", change) },
  };
}
