import type { Json } from "../../findings/finding.ts";
import type { JsonObject, OpenApiDocument } from "../document.ts";
import { diffRules } from "./all.ts";
import type { ChangeName } from "./changes.ts";
import { type Place, places } from "./places.ts";
import { changeId } from "./schema-rules.ts";

/** Two tiny descriptions between which one rule speaks. */
export interface RuleCase {
  readonly id: string;
  readonly base: OpenApiDocument;
  readonly revision: OpenApiDocument;
  /** Made from the case of the rule that it mirrors. */
  readonly wayBack: boolean;
}

/** What a case changes of the one operation of a tiny description. */
interface Parts {
  readonly operation?: JsonObject | null;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json | null;
  readonly responses?: JsonObject;
  readonly root?: JsonObject;
  /** Another operation on the same path, so that the path stays when the first is gone. */
  readonly sibling?: boolean;
}

const text: JsonObject = { type: "string" };
const json = (schema: Json): JsonObject => ({ "application/json": { schema } });
const answer = (more: JsonObject = {}): JsonObject => ({
  description: "Done",
  content: json(text),
  ...more,
});

/** A description of `POST /things/{id}`. */
export function description({
  operation = {},
  parameters = [],
  requestBody,
  responses,
  root,
  sibling,
}: Parts): OpenApiDocument {
  const id = { name: "id", in: "path", required: true, schema: text };
  const body = requestBody === undefined ? { required: true, content: json(text) } : requestBody;
  const post = operation && {
    parameters: [id, ...parameters],
    ...(body !== null && { requestBody: body }),
    responses: responses ?? { "200": answer() },
    ...operation,
  };
  const get = { parameters: [id], responses: { "200": answer() } };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    ...root,
    paths: { "/things/{id}": { ...(post && { post }), ...(sibling && { get }) } },
  };
}

/** A callback's path item whose call has a body. */
const sending = (content: JsonObject): JsonObject => ({
  post: { requestBody: { content }, responses: { "204": { description: "Taken" } } },
});

/** A description that uses a schema in one place. */
export function describing(place: Place, schema: Json): OpenApiDocument {
  return whole(
    place,
    place.endsWith("-property") ? { type: "object", properties: { field: schema } } : schema,
  );
}

function whole(place: Place, schema: Json): OpenApiDocument {
  if (place.startsWith("request-parameter"))
    return description({ parameters: [{ name: "q", in: "query", schema }] });
  if (place.startsWith("request"))
    return description({ requestBody: { required: true, content: json(schema) } });
  if (place.startsWith("callback"))
    return description({ operation: { callbacks: { done: { "{$url}": sending(json(schema)) } } } });
  const headers = { "X-Thing": { schema } };
  const response = place.startsWith("response-header")
    ? answer({ headers })
    : answer({ content: json(schema) });
  return description({ responses: { "200": response } });
}

const branches = [
  { type: "object", title: "Cat", properties: { kind: { const: "cat" } } },
  { type: "object", title: "Dog", properties: { kind: { const: "dog" } } },
  { type: "object", title: "Eel", properties: { kind: { const: "eel" } } },
] as const;
const discriminated = (discriminator: JsonObject): JsonObject => ({
  oneOf: [branches[0], branches[1]],
  discriminator,
});

/** For one rule of each pair the schema before and after; its mirror is the way back. */
const schemaChanges: Readonly<Partial<Record<ChangeName, readonly [base: Json, revision: Json]>>> =
  {
    "type-changed": [text, { type: "boolean" }],
    "type-generalized": [{ type: "integer" }, { type: "number" }],
    "list-of-types-widened": [text, { type: ["string", "boolean"] }],
    "became-nullable": [text, { type: ["string", "null"] }],
    "enum-value-added": [{ enum: ["a", "b"] }, { enum: ["a", "b", "c"] }],
    "became-enum": [text, { type: "string", enum: ["a", "b"] }],
    "const-added": [text, { type: "string", const: "a" }],
    "const-changed": [{ const: "a" }, { const: "b" }],
    "format-added": [text, { type: "string", format: "uri" }],
    "format-changed": [
      { type: "string", format: "date-time" },
      { type: "string", format: "date" },
    ],
    "pattern-added": [text, { type: "string", pattern: "^a" }],
    "pattern-changed": [
      { type: "string", pattern: "^a" },
      { type: "string", pattern: "^b" },
    ],
    ...bound("max-length", { type: "string" }, "maxLength", -1),
    ...size("min-length", { type: "string" }, "minLength"),
    ...bound("max-items", { type: "array" }, "maxItems", -1),
    ...size("min-items", { type: "array" }, "minItems"),
    ...bound("max-properties", { type: "object" }, "maxProperties", -1),
    ...size("min-properties", { type: "object" }, "minProperties"),
    ...bound("max-contains", { type: "array", contains: text }, "maxContains", -1),
    ...size("min-contains", { type: "array", contains: text }, "minContains"),
    ...bound("max", { type: "number" }, "maximum", -1),
    ...bound("min", { type: "number" }, "minimum", 1),
    ...bound("exclusive-max", { type: "number" }, "exclusiveMaximum", -1),
    ...bound("exclusive-min", { type: "number" }, "exclusiveMinimum", 1),
    "max-became-exclusive": [
      { type: "number", maximum: 5 },
      { type: "number", exclusiveMaximum: 5 },
    ],
    "min-became-exclusive": [
      { type: "number", minimum: 5 },
      { type: "number", exclusiveMinimum: 5 },
    ],
    "multiple-of-set": [{ type: "integer" }, { type: "integer", multipleOf: 2 }],
    "multiple-of-changed": [
      { type: "integer", multipleOf: 2 },
      { type: "integer", multipleOf: 3 },
    ],
    "unique-items-set": [{ type: "array" }, { type: "array", uniqueItems: true }],
    "default-value-added": [text, { type: "string", default: "a" }],
    "default-value-changed": [
      { type: "string", default: "a" },
      { type: "string", default: "b" },
    ],
    "one-of-added": [{ oneOf: branches.slice(0, 2) }, { oneOf: branches }],
    "any-of-added": [{ anyOf: branches.slice(0, 2) }, { anyOf: branches }],
    "alternatives-added": [
      { type: "object", properties: { a: text } },
      {
        type: "object",
        properties: { a: text },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
    ],
    "union-kind-changed": [{ oneOf: branches }, { anyOf: branches }],
    "discriminator-added": [
      { oneOf: branches.slice(0, 2) },
      discriminated({ propertyName: "kind" }),
    ],
    "discriminator-property-name-changed": [
      discriminated({ propertyName: "kind" }),
      discriminated({ propertyName: "type" }),
    ],
    "discriminator-mapping-added": [
      discriminated({ propertyName: "kind", mapping: { cat: "Cat" } }),
      discriminated({ propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } }),
    ],
    "discriminator-mapping-changed": [
      discriminated({ propertyName: "kind", mapping: { cat: "Cat" } }),
      discriminated({ propertyName: "kind", mapping: { cat: "Dog" } }),
    ],
    "additional-properties-allowed": [
      { type: "object", additionalProperties: false },
      { type: "object" },
    ],
    deprecated: [text, { type: "string", deprecated: true }],
    ...constraint("if", { type: "object" }, { if: { required: ["a"] } }),
    ...constraint(
      "then",
      { type: "object", if: { required: ["a"] } },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      { then: { minProperties: 1 } },
    ),
    ...constraint(
      "else",
      { type: "object", if: { required: ["a"] } },
      { else: { minProperties: 1 } },
    ),
    ...constraint("contains", { type: "array" }, { contains: text }),
    ...constraint("prefix-items", { type: "array" }, { prefixItems: [text] }),
    ...constraint("pattern-property", { type: "object" }, { patternProperties: { "^x-": text } }),
    ...constraint("property-names", { type: "object" }, { propertyNames: { pattern: "^a" } }),
    ...constraint(
      "dependent-schema",
      { type: "object" },
      { dependentSchemas: { a: { minProperties: 2 } } },
    ),
    ...constraint("dependent-required", { type: "object" }, { dependentRequired: { a: ["b"] } }),
    "dependent-required-changed": [
      { type: "object", dependentRequired: { a: ["b"] } },
      { type: "object", dependentRequired: { a: ["c"] } },
    ],
    ...constraint("unevaluated-items", { type: "array" }, { unevaluatedItems: false }),
    ...constraint("unevaluated-properties", { type: "object" }, { unevaluatedProperties: false }),
    ...constraint(
      "content-schema",
      { type: "string", contentMediaType: "application/json" },
      { contentSchema: { type: "object" } },
    ),
    "content-encoding-changed": [text, { type: "string", contentEncoding: "base64" }],
    "content-media-type-changed": [text, { type: "string", contentMediaType: "image/png" }],
    "schema-keyword-changed": [
      { type: "string", not: { const: "a" } },
      { type: "string", not: { const: "b" } },
    ],
  };

/** A bound that is set, and one that moves by `step` to the narrower side. */
function bound(
  rule: string,
  of: JsonObject,
  keyword: string,
  step: 1 | -1,
): Record<string, readonly [Json, Json]> {
  return {
    [`${rule}-set`]: [of, { ...of, [keyword]: 5 }],
    [`${rule}-${step > 0 ? "increased" : "decreased"}`]: [
      { ...of, [keyword]: 5 },
      { ...of, [keyword]: 5 + step },
    ],
  };
}

/** A least size grows also where it was not written. */
function size(
  rule: string,
  of: JsonObject,
  keyword: string,
): Record<string, readonly [Json, Json]> {
  return { [`${rule}-increased`]: [of, { ...of, [keyword]: 5 }] };
}

/** A keyword that comes to others. */
function constraint(
  name: string,
  of: JsonObject,
  added: JsonObject,
): Record<string, readonly [Json, Json]> {
  return { [`${name}-added`]: [of, { ...of, ...added }] };
}

const object = (field: Json | undefined, required: boolean): JsonObject => ({
  type: "object",
  ...(field !== undefined && { properties: { field } }),
  ...(required && { required: ["field"] }),
});

/** The object that has the property, before and after; by the ids of the place. */
function presenceCases(
  place: Place,
  ids: Readonly<Record<string, readonly [Json, Json]>>,
): RuleCase[] {
  const root = place.replace(
    "-property",
    place.includes("parameter") || place.includes("header") ? "" : "-body",
  ) as Place;
  return Object.entries(ids).flatMap(([id, [base, revision]]) =>
    both(id, whole(root, base), whole(root, revision)),
  );
}

const defaulted: JsonObject = { type: "string", default: "a" };
const requestPresence = (name: string) =>
  ({
    [`new-optional-${name}`]: [object(undefined, false), object(text, false)],
    [`new-required-${name}`]: [object(undefined, false), object(text, true)],
    [`new-required-${name}-with-default`]: [object(undefined, false), object(defaulted, true)],
    [`${name}-became-required`]: [object(text, false), object(text, true)],
    [`${name}-became-required-with-default`]: [object(defaulted, false), object(defaulted, true)],
  }) as const;
const responsePresence = (name: string) =>
  ({
    [`${name}-optional-property-added`]: [object(undefined, false), object(text, false)],
    [`${name}-required-property-added`]: [object(undefined, false), object(text, true)],
    [`${name}-property-became-required`]: [object(text, false), object(text, true)],
  }) as const;

const accessCases = (["request", "response"] as const).flatMap((direction) =>
  (["required", "optional"] as const).flatMap((need) =>
    (["readOnly", "writeOnly"] as const).flatMap((keyword) => {
      const root = `${direction}-body` as const;
      const id = `${direction}-${need}-property-became-${keyword === "readOnly" ? "read-only" : "write-only"}`;
      const schema = (field: Json) => whole(root, object(field, need === "required"));
      return both(id, schema(text), schema({ ...text, [keyword]: true }));
    }),
  ),
);

const deprecated = (sunset?: string): JsonObject => ({
  deprecated: true,
  ...(sunset && { "x-sunset": sunset }),
});
const param = (more: JsonObject = {}): Parts => ({
  parameters: [{ name: "q", in: "query", schema: text, ...more }],
});
const header = (more: JsonObject | null): Parts => ({
  responses: { "200": answer(more ? { headers: { "X-Thing": { schema: text, ...more } } } : {}) },
});
const statuses = (...all: string[]): Parts => ({
  responses: Object.fromEntries(all.map((s) => [s, answer()])),
});
const serving = (...urls: string[]): Parts => ({ root: { servers: urls.map((url) => ({ url })) } });

const hooked = (done: JsonObject): Parts => ({ root: { webhooks: { done } } });
const calling = (callbacks: JsonObject): Parts => ({ operation: { callbacks } });

const schemes = {
  key: { type: "apiKey", in: "header", name: "x-api-key" },
  bearer: { type: "http", scheme: "bearer" },
  oauth: {
    type: "oauth2",
    flows: { clientCredentials: { tokenUrl: "https://a.example/token", scopes: {} } },
  },
  moved: {
    type: "oauth2",
    flows: { clientCredentials: { tokenUrl: "https://b.example/token", scopes: {} } },
  },
  asking: {
    type: "oauth2",
    flows: { implicit: { authorizationUrl: "https://a.example/ask", scopes: {} } },
  },
  askingElsewhere: {
    type: "oauth2",
    flows: { implicit: { authorizationUrl: "https://b.example/ask", scopes: {} } },
  },
} as const;
const secured = (...security: Json[]): Parts => ({
  operation: { security },
  root: { components: { securitySchemes: schemes } },
});

/** The rest: an operation before and after. */
const operationChanges: Readonly<Record<string, readonly [base: Parts, revision: Parts]>> = {
  "api-removed-without-deprecation": [{ sibling: true }, { sibling: true, operation: null }],
  "api-path-removed-without-deprecation": [{}, { operation: null }],
  "api-removed-with-deprecation": [
    { sibling: true, operation: deprecated() },
    { sibling: true, operation: null },
  ],
  "api-path-removed-with-deprecation": [{ operation: deprecated() }, { operation: null }],
  "api-removed-before-sunset": [
    { sibling: true, operation: deprecated("2030-01-01") },
    { sibling: true, operation: null },
  ],
  "api-path-removed-before-sunset": [{ operation: deprecated("2030-01-01") }, { operation: null }],
  "api-operation-id-added": [{}, { operation: { operationId: "makeThing" } }],
  "api-operation-id-changed": [
    { operation: { operationId: "makeThing" } },
    { operation: { operationId: "thing" } },
  ],
  "api-server-added": [
    serving("https://a.example"),
    serving("https://a.example", "https://b.example"),
  ],
  "api-callback-added": [{}, calling({ done: { "{$url}": sending(json(text)) } })],
  "api-callback-changed": [
    calling({ done: { "{$url}": sending(json(text)) } }),
    calling({ done: { "{$url}": sending({ "text/csv": {} }) } }),
  ],
  "webhook-added": [{}, hooked(sending(json(text)))],
  "webhook-changed": [hooked(sending(json(text))), hooked(sending({ "text/csv": {} }))],
  "endpoint-deprecated": [{}, { operation: deprecated() }],
  "api-sunset-added": [{ operation: deprecated() }, { operation: deprecated("2030-01-01") }],
  "api-sunset-date-changed-too-small": [
    { operation: deprecated("2030-01-01") },
    { operation: deprecated("2029-01-01") },
  ],
  "api-deprecated-sunset-parse": [{ operation: deprecated() }, { operation: deprecated("soon") }],
  "api-security-added": [secured(), secured({ key: [] })],
  "api-security-alternative-added": [secured({ key: [] }), secured({ key: [] }, { bearer: [] })],
  "api-security-scope-added": [secured({ oauth: ["read"] }), secured({ oauth: ["read", "write"] })],
  "api-security-component-oauth-url-changed": [
    secured({ asking: [] }),
    secured({ askingElsewhere: [] }),
  ],
  "api-security-component-oauth-token-url-changed": [
    secured({ oauth: [] }),
    secured({ moved: [] }),
  ],
  "new-required-request-parameter": [{}, param({ required: true })],
  "new-optional-request-parameter": [{}, param()],
  "request-parameter-removed-with-deprecation": [param(deprecated()), {}],
  "request-parameter-removed-before-sunset": [param(deprecated("2030-01-01")), {}],
  "request-parameter-became-required": [param(), param({ required: true })],
  "request-parameter-serialization-changed": [
    param({ schema: { type: "array" } }),
    param({ schema: { type: "array" }, style: "pipeDelimited" }),
  ],
  "request-parameter-sunset-added": [param(deprecated()), param(deprecated("2030-01-01"))],
  "request-parameter-sunset-date-changed-too-small": [
    param(deprecated("2030-01-01")),
    param(deprecated("2029-01-01")),
  ],
  "request-parameter-sunset-parse": [param(deprecated()), param(deprecated("soon"))],
  "request-body-added-required": [{ requestBody: null }, {}],
  "request-body-added-optional": [{ requestBody: null }, { requestBody: { content: json(text) } }],
  "request-body-became-required": [{ requestBody: { content: json(text) } }, {}],
  "request-body-media-type-added": [
    {},
    { requestBody: { required: true, content: { ...json(text), "text/csv": {} } } },
  ],
  "response-media-type-added": [
    {},
    { responses: { "200": answer({ content: { ...json(text), "text/csv": {} } }) } },
  ],
  "response-success-status-added": [statuses("200"), statuses("200", "202")],
  "response-non-success-status-added": [statuses("200"), statuses("200", "404")],
  "required-response-header-added": [header(null), header({ required: true })],
  "optional-response-header-added": [header(null), header({})],
  "response-header-became-required": [header({}), header({ required: true })],
};

/** A case for a rule, and the way back for each rule that may mirror it and has no case of its own. */
function both(id: string, base: OpenApiDocument, revision: OpenApiDocument): RuleCase[] {
  const mirrors = diffRules.get(id)?.mirror ?? [];
  const back = mirrors.map((mirror) => ({
    id: mirror,
    base: revision,
    revision: base,
    wayBack: true,
  }));
  return [{ id, base, revision, wayBack: false }, ...back];
}

const all: readonly RuleCase[] = [
  ...Object.entries(operationChanges).flatMap(([id, [base, revision]]) =>
    both(id, description(base), description(revision)),
  ),
  ...places.flatMap(({ place }) =>
    Object.entries(schemaChanges).flatMap(([change, [base, revision]]) =>
      both(
        changeId(place, change as ChangeName),
        describing(place, base),
        describing(place, revision),
      ),
    ),
  ),
  ...presenceCases("request-property", requestPresence("request-property")),
  ...presenceCases("request-parameter-property", requestPresence("request-parameter-property")),
  ...presenceCases("response-property", responsePresence("response")),
  ...presenceCases("response-header-property", responsePresence("response-header")),
  ...presenceCases("callback-property", responsePresence("callback")),
  ...accessCases,
];

/** One case for each rule: its own, or else the way back of its mirror's. */
export const ruleCases: ReadonlyMap<string, RuleCase> = new Map(
  [...all.filter((one) => one.wayBack), ...all.filter((one) => !one.wayBack)].map((one) => [
    one.id,
    one,
  ]),
);
