import type { Level, Rule } from "./finding.ts";
import type { Keyword } from "./violation.ts";

type Direction = "request" | "response";

/** What each violation of a schema is called in an id, and its sentence; both directions share them. */
const bodyRules: readonly (readonly [Keyword, string, string, Level?])[] = [
  ["type", "type", "is {actual} where the contract says {expected}"],
  ["required", "required", "is missing, though the contract requires it"],
  ["enum", "enum", "is {actual}, which is none of {allowed}"],
  ["const", "const", "is {actual}, where the contract says {allowed}"],
  ["minLength", "min-length", "has {actual} characters, fewer than {limit}"],
  ["maxLength", "max-length", "has {actual} characters, more than {limit}"],
  ["pattern", "pattern", "does not match the pattern {expected}"],
  ["format", "format", "is not a valid {expected}"],
  ["minimum", "minimum", "is {actual}, less than {limit}"],
  ["maximum", "maximum", "is {actual}, more than {limit}"],
  ["exclusiveMinimum", "exclusive-minimum", "is {actual}, not more than {limit}"],
  ["exclusiveMaximum", "exclusive-maximum", "is {actual}, not less than {limit}"],
  ["minItems", "min-items", "has {actual} items, fewer than {limit}"],
  ["maxItems", "max-items", "has {actual} items, more than {limit}"],
  ["oneOf", "one-of", "fits {actual} of {branches} alternatives, where it must fit exactly one"],
  ["anyOf", "any-of", "fits none of {branches} alternatives"],
  ["additionalProperties", "additional-property", "is a field that the contract forbids"],
  [
    "undocumented",
    "undocumented-property",
    "is a field ({actual}) that the contract does not know",
    "warning",
  ],
];

/** The name of a keyword's rule, as in `response-body-<name>`. */
export const bodyRuleNames = Object.fromEntries(bodyRules) as Record<Keyword, string>; // a test holds that each keyword has its row

/** An unknown value of an enum is another drift than the next one. */
const valueKeys: Readonly<Record<string, readonly string[]>> = {
  enum: ["actual"],
  const: ["actual"],
};

/** Every rule of an exchange: one request and its response against the contract. */
export const exchangeRules: readonly Rule[] = [
  row("request", "operation", "undocumented", "The contract has no operation for {method} {path}", {
    level: "warning",
    key: ["method", "path"],
  }),
  row("request", "query", "undocumented", "The query parameter {name} is not in the contract", {
    level: "warning",
    key: ["name"],
  }),
  row("request", "security", "missing", "The request carries none of the credentials {headers}"),
  ...exchangeSide("request"),
  row("response", "status", "undocumented", "The contract has no response {status}"),
  ...exchangeSide("response"),
];

function exchangeSide(direction: Direction): Rule[] {
  return [
    row(
      direction,
      "header",
      "missing",
      `The ${direction} lacks the header {name}, which the contract requires`,
    ),
    row(
      direction,
      "header",
      "invalid",
      `The ${direction}'s header {name} breaks "{keyword}" of its schema`,
    ),
    row(
      direction,
      "media-type",
      "missing",
      `The ${direction} has a body and no Content-Type; the contract says {allowed}`,
    ),
    row(
      direction,
      "media-type",
      "undocumented",
      `The ${direction}'s media type {actual} is none of {allowed}`,
    ),
    row(direction, "body", "missing", `The ${direction} has no body where the contract has one`),
    row(direction, "body", "unexpected", `The ${direction} has a body where the contract has none`),
    row(direction, "body", "malformed", `The ${direction}'s body is not JSON`),
    ...bodyRules.map(([, name, text, level]) =>
      row(direction, "body", name, `{field} ${text}`, {
        ...(level && { level }),
        key: valueKeys[name] ?? [],
      }),
    ),
  ];
}

/** What a status answers with is another thing than what the next one does, so each has its own findings. */
function row(
  direction: Direction,
  area: string,
  what: string,
  text: string,
  { level = "error", key = [] }: Partial<Pick<Rule, "level" | "key">> = {},
): Rule {
  const id = `${direction}-${area}-${what}`;
  const status = direction === "response" ? ["status"] : [];
  return { id, level, direction, area, text, key: [...status, ...key] };
}
