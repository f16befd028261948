import { area } from "./rule.ts";

const removals = [
  "api-removed-without-deprecation",
  "api-path-removed-without-deprecation",
  "api-removed-with-deprecation",
  "api-path-removed-with-deprecation",
  "api-removed-before-sunset",
  "api-path-removed-before-sunset",
] as const;

const parameterRemovals = [
  "request-parameter-removed",
  "request-parameter-removed-with-deprecation",
  "request-parameter-removed-before-sunset",
] as const;

/** Rules of everything around the schemas: oasdiff's ids and levels where oasdiff has the rule. */
export const operationRules = {
  ...area("operations", "none", {
    "endpoint-added": ["info", removals, "the operation was added"],
    "api-removed-without-deprecation": [
      "error",
      ["endpoint-added"],
      "the operation was removed without having been deprecated",
    ],
    "api-path-removed-without-deprecation": [
      "error",
      ["endpoint-added"],
      "the path was removed, and this operation had not been deprecated",
    ],
    "api-removed-with-deprecation": [
      "info",
      ["endpoint-added"],
      "the deprecated operation was removed",
    ],
    "api-path-removed-with-deprecation": [
      "info",
      ["endpoint-added"],
      "the path was removed with this deprecated operation",
    ],
    "api-removed-before-sunset": [
      "error",
      ["endpoint-added"],
      "the operation was removed before its sunset date {date}",
    ],
    "api-path-removed-before-sunset": [
      "error",
      ["endpoint-added"],
      "the path was removed before this operation's sunset date {date}",
    ],
    "api-operation-id-added": [
      "info",
      ["api-operation-id-removed"],
      "the operation got the operationId {to}",
    ],
    "api-operation-id-removed": [
      "info",
      ["api-operation-id-added"],
      "the operationId {from} was removed",
    ],
    "api-operation-id-changed": [
      "info",
      ["api-operation-id-changed"],
      "the operationId changed from {from} to {to}",
    ],
    "api-server-added": [
      "info",
      ["api-server-removed"],
      "the operation is now also served at {url}",
    ],
    "api-server-removed": [
      "error",
      ["api-server-added"],
      "the operation is no longer served at {url}",
    ],
    "api-callback-added": ["info", ["api-callback-removed"], "the callback {callback} was added"],
    "api-callback-removed": [
      "warning",
      ["api-callback-added"],
      "the callback {callback} was removed",
    ],
    "api-callback-changed": [
      "warning",
      ["api-callback-changed"],
      "the callback {callback} changed in what these rules do not compare: {what}",
    ],
    "webhook-added": ["info", ["webhook-removed"], "the webhook was added"],
    "webhook-removed": ["error", ["webhook-added"], "the webhook was removed"],
    "webhook-changed": [
      "warning",
      ["webhook-changed"],
      "the webhook changed in what these rules do not compare: {what}",
    ],
  }),

  ...area("deprecation", "none", {
    "endpoint-deprecated": ["info", ["endpoint-reactivated"], "the operation was deprecated"],
    "endpoint-reactivated": [
      "info",
      ["endpoint-deprecated"],
      "the operation is no longer deprecated",
    ],
    "api-sunset-added": [
      "info",
      ["sunset-deleted", "api-deprecated-sunset-parse"],
      "the operation got the sunset date {to}",
    ],
    "sunset-deleted": [
      "error",
      ["api-sunset-added", "api-deprecated-sunset-parse"],
      "the operation lost its sunset date {from}",
    ],
    "api-sunset-date-changed-too-small": [
      "error",
      ["api-sunset-date-postponed"],
      "the sunset date of the operation was moved forward from {from} to {to}",
    ],
    "api-sunset-date-postponed": [
      "info",
      ["api-sunset-date-changed-too-small"],
      "the sunset date of the operation was put off from {from} to {to}",
    ],
    "api-deprecated-sunset-parse": [
      "error",
      ["sunset-deleted", "api-sunset-added", "api-deprecated-sunset-parse"],
      "the x-sunset of the operation, {to}, is not a date (RFC 3339, full-date)",
    ],
  }),

  ...area("security", "request", {
    "api-security-added": [
      "error",
      ["api-security-removed"],
      "the operation now asks for {scheme}, where it asked for nothing",
    ],
    "api-security-removed": [
      "info",
      ["api-security-added"],
      "the operation no longer asks for {scheme}, nor for anything else",
    ],
    "api-security-alternative-added": [
      "info",
      ["api-security-alternative-removed"],
      "{scheme} is accepted too",
    ],
    "api-security-alternative-removed": [
      "error",
      ["api-security-alternative-added"],
      "{scheme} is no longer accepted",
    ],
    "api-security-scope-added": [
      "error",
      ["api-security-scope-removed"],
      "{scheme} now needs the scope {scope}",
    ],
    "api-security-scope-removed": [
      "info",
      ["api-security-scope-added"],
      "{scheme} no longer needs the scope {scope}",
    ],
    "api-security-component-oauth-url-changed": [
      "info",
      ["api-security-component-oauth-url-changed"],
      "the {url} of {scheme} changed from {from} to {to}",
    ],
    "api-security-component-oauth-token-url-changed": [
      "info",
      ["api-security-component-oauth-token-url-changed"],
      "the {url} of {scheme} changed from {from} to {to}",
    ],
  }),

  ...area("parameters", "request", {
    "new-required-request-parameter": [
      "error",
      parameterRemovals,
      "the required {in} parameter {parameter} was added",
    ],
    "new-optional-request-parameter": [
      "info",
      parameterRemovals,
      "the optional {in} parameter {parameter} was added",
    ],
    "request-parameter-removed": [
      "warning",
      ["new-required-request-parameter", "new-optional-request-parameter"],
      "the {in} parameter {parameter} was removed",
    ],
    "request-parameter-removed-with-deprecation": [
      "info",
      ["new-required-request-parameter", "new-optional-request-parameter"],
      "the deprecated {in} parameter {parameter} was removed",
    ],
    "request-parameter-removed-before-sunset": [
      "error",
      ["new-required-request-parameter", "new-optional-request-parameter"],
      "the {in} parameter {parameter} was removed before its sunset date {date}",
    ],
    "request-parameter-became-required": [
      "error",
      ["request-parameter-became-optional"],
      "the {in} parameter {parameter} became required",
    ],
    "request-parameter-became-optional": [
      "info",
      ["request-parameter-became-required"],
      "the {in} parameter {parameter} became optional",
    ],
    "request-parameter-serialization-changed": [
      "error",
      ["request-parameter-serialization-changed"],
      "the {in} parameter {parameter} is written another way: {from} became {to}",
    ],
    "request-parameter-sunset-added": [
      "info",
      ["request-parameter-sunset-deleted", "request-parameter-sunset-parse"],
      "the {in} parameter {parameter} got the sunset date {to}",
    ],
    "request-parameter-sunset-deleted": [
      "error",
      ["request-parameter-sunset-added", "request-parameter-sunset-parse"],
      "the {in} parameter {parameter} lost its sunset date {from}",
    ],
    "request-parameter-sunset-date-changed-too-small": [
      "error",
      ["request-parameter-sunset-date-postponed"],
      "the sunset date of the {in} parameter {parameter} was moved forward from {from} to {to}",
    ],
    "request-parameter-sunset-date-postponed": [
      "info",
      ["request-parameter-sunset-date-changed-too-small"],
      "the sunset date of the {in} parameter {parameter} was put off from {from} to {to}",
    ],
    "request-parameter-sunset-parse": [
      "error",
      [
        "request-parameter-sunset-deleted",
        "request-parameter-sunset-added",
        "request-parameter-sunset-parse",
      ],
      "the x-sunset of the {in} parameter {parameter}, {to}, is not a date (RFC 3339, full-date)",
    ],
  }),

  ...area("request body", "request", {
    "request-body-added-required": [
      "error",
      ["request-body-removed"],
      "a required request body was added",
    ],
    "request-body-added-optional": [
      "info",
      ["request-body-removed"],
      "an optional request body was added",
    ],
    "request-body-removed": [
      "error",
      ["request-body-added-required", "request-body-added-optional"],
      "the request body was removed",
    ],
    "request-body-became-required": [
      "error",
      ["request-body-became-optional"],
      "the request body became required",
    ],
    "request-body-became-optional": [
      "info",
      ["request-body-became-required"],
      "the request body became optional",
    ],
    "request-body-media-type-added": [
      "info",
      ["request-body-media-type-removed"],
      "the request body may now be {mediaType}",
    ],
    "request-body-media-type-removed": [
      "error",
      ["request-body-media-type-added"],
      "the request body may no longer be {mediaType}",
    ],
  }),

  ...area("responses", "response", {
    "response-success-status-added": [
      "info",
      ["response-success-status-removed"],
      "the success status {status} was added",
    ],
    "response-success-status-removed": [
      "error",
      ["response-success-status-added"],
      "the success status {status} was removed",
    ],
    "response-non-success-status-added": [
      "info",
      ["response-non-success-status-removed"],
      "the status {status} was added",
    ],
    "response-non-success-status-removed": [
      "info",
      ["response-non-success-status-added"],
      "the status {status} was removed",
    ],
    "response-media-type-added": [
      "info",
      ["response-media-type-removed"],
      "the body of response {status} may now be {mediaType}",
    ],
    "response-media-type-removed": [
      "error",
      ["response-media-type-added"],
      "the body of response {status} is no longer {mediaType}",
    ],
    "required-response-header-added": [
      "info",
      ["required-response-header-removed"],
      "the header {header} was added to every response {status}",
    ],
    "required-response-header-removed": [
      "error",
      ["required-response-header-added"],
      "the header {header}, until now in every response {status}, was removed",
    ],
    "optional-response-header-added": [
      "info",
      ["optional-response-header-removed"],
      "the optional header {header} was added to response {status}",
    ],
    "optional-response-header-removed": [
      "warning",
      ["optional-response-header-added"],
      "the optional header {header} was removed from response {status}",
    ],
    "response-header-became-required": [
      "info",
      ["response-header-became-optional"],
      "the header {header} of response {status} became required",
    ],
    "response-header-became-optional": [
      "error",
      ["response-header-became-required"],
      "the header {header} of response {status} became optional",
    ],
  }),
};

export type OperationRuleId = keyof typeof operationRules;

/** Rules about how a description is written, not about what a caller sees. */
export const descriptionRules = {
  ...area("description", "none", {
    "description-invalid": [
      "warning",
      [],
      "the {side} description cannot be read here, so this was not compared: {reason}",
    ],
    "not-compared": ["warning", ["not-compared"], "{what} changed, which is not compared"],
    "nullable-without-meaning": [
      "info",
      [],
      "nullable means nothing in this version of OpenAPI; it is taken for what its author meant",
    ],
    "values-contradict-type": [
      "info",
      [],
      "the values are not of the type {type}; the values are compared",
    ],
    "union-without-branches": ["info", [], "a {keyword} without branches is taken for none"],
    "property-forbidden": [
      "info",
      [],
      "the schema of property {name} is false; it is taken for no property",
    ],
  }),
};

export type DescriptionRuleId = keyof typeof descriptionRules;
