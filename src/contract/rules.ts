import type { Rule } from "../findings/finding.ts";
import { bodyRule, levelOf } from "./rule-id.ts";
import type { Keyword } from "./violation.ts";

type Direction = "request" | "response";

/** What is wrong with a value in a body, by keyword; both directions share the sentences. */
const bodyTexts: Readonly<Record<Keyword, string>> = {
  type: "is {actual} where the contract says {expected}",
  required: "is missing, though the contract requires it",
  enum: "is {actual}, which is none of {allowed}",
  const: "is {actual}, where the contract says {allowed}",
  minLength: "has {actual} characters, fewer than {limit}",
  maxLength: "has {actual} characters, more than {limit}",
  pattern: "does not match the pattern {expected}",
  format: "is not a valid {expected}",
  minimum: "is {actual}, less than {limit}",
  maximum: "is {actual}, more than {limit}",
  exclusiveMinimum: "is {actual}, not more than {limit}",
  exclusiveMaximum: "is {actual}, not less than {limit}",
  multipleOf: "is {actual}, no multiple of {limit}",
  minItems: "has {actual} items, fewer than {limit}",
  maxItems: "has {actual} items, more than {limit}",
  uniqueItems: "repeats {actual} items, where each must be another",
  contains: "has no item that the contract asks for",
  minContains: "has {actual} items that the contract asks for, fewer than {limit}",
  maxContains: "has {actual} items of a kind that the contract limits to {limit}",
  minProperties: "has {actual} fields, fewer than {limit}",
  maxProperties: "has {actual} fields, more than {limit}",
  propertyNames: "has a name that the contract does not allow",
  dependentRequired: "is missing, though the contract requires it beside {because}",
  oneOf: "fits {actual} of {branches} alternatives, where it must fit exactly one",
  anyOf: "fits none of {branches} alternatives",
  not: "is what the contract rules out",
  falseSchema: "is there, where the contract allows nothing",
  additionalProperties: "is a field that the contract forbids",
  undocumentedProperty: "is a field ({actual}) that the contract does not know",
};

/** An unknown value of an enum is another drift than the next one. */
const valueKeys: Readonly<Partial<Record<Keyword, readonly string[]>>> = {
  enum: ["actual"],
  const: ["actual"],
};

/** Every rule of an exchange: one request and its response against the contract. */
export const exchangeRules: readonly Rule[] = [
  row("request", "operation", "undocumented", "The contract has no operation for {method} {path}", [
    "method",
    "path",
  ]),
  row("request", "query", "undocumented", "The query parameter {name} is not in the contract", [
    "name",
  ]),
  row(
    "request",
    "query",
    "missing",
    "The request lacks the query parameter {name}, which the contract requires",
  ),
  row("request", "query", "invalid", 'The query parameter {name} breaks "{keyword}" of its schema'),
  row("request", "path", "invalid", 'The path parameter {name} breaks "{keyword}" of its schema'),
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
    row(direction, "findings", "more", `{count} more findings of this ${direction} are not listed`),
    row(
      direction,
      "body",
      "encoding",
      `The ${direction}'s body is not UTF-8, as JSON must be (RFC 8259, section 8.1)`,
    ),
    ...(Object.keys(bodyTexts) as Keyword[]).map((keyword) => {
      const id = bodyRule(keyword).replace("body-", "");
      const values = valueKeys[keyword];
      return row(direction, "body", id, `{field} ${bodyTexts[keyword]}`, values, values);
    }),
  ];
}

/** What a status answers with is another thing than what the next one does, so each has its own findings. */
function row(
  direction: Direction,
  area: string,
  what: string,
  text: string,
  key: readonly string[] = [],
  values: readonly string[] = [],
): Rule {
  const id = `${direction}-${area}-${what}`;
  const status = direction === "response" ? ["status"] : [];
  return {
    ...{ id, level: levelOf(id), direction, area, text, key: [...status, ...key] },
    ...(values.length > 0 && { values }),
  };
}
