import { below } from "../../src/json/pointer.ts";
import { methods } from "../../src/openapi/description.ts";

type Node = Readonly<Record<string, unknown>>;

/** A part of a description that has a schema, or is one. References are not followed: what they name is met by itself. */
export interface Part {
  readonly kind: "parameter" | "header" | "media" | "schema";
  readonly value: Node;
  readonly pointer: string;
  /** Whether only answers have it. Of what stands in components that is not known. */
  readonly side: "request" | "response" | "either";
}

/** Every parameter, header, media type and schema of an OpenAPI 3.1 document, inner schemas included. */
export function* walk(document: unknown): Generator<Part> {
  const { paths, components } = asNode(document);
  for (const [pointer, item] of members(paths, "/paths")) {
    yield* list(item.parameters, `${pointer}/parameters`);
    for (const method of methods) {
      const operation = item[method];
      if (isNode(operation)) yield* walkOperation(operation, `${pointer}/${method}`);
    }
  }
  const shared = asNode(components);
  const at = (kind: string) => members(shared[kind], `/components/${kind}`);
  for (const [pointer, one] of at("parameters"))
    yield* described("parameter", one, pointer, "request");
  for (const [pointer, one] of at("headers")) yield* described("header", one, pointer, "response");
  for (const [pointer, one] of at("requestBodies")) yield* content(one, pointer, "request");
  for (const [pointer, one] of at("responses")) yield* response(one, pointer);
  for (const [pointer, one] of at("schemas")) yield* schema(one, pointer, "either");
}

function* walkOperation(operation: Node, pointer: string): Generator<Part> {
  yield* list(operation.parameters, `${pointer}/parameters`);
  yield* content(asNode(operation.requestBody), `${pointer}/requestBody`, "request");
  for (const [at, one] of members(operation.responses, `${pointer}/responses`))
    yield* response(one, at);
}

function* list(parameters: unknown, pointer: string): Generator<Part> {
  for (const [at, one] of members(parameters, pointer))
    yield* described("parameter", one, at, "request");
}

function* response(value: Node, pointer: string): Generator<Part> {
  for (const [at, one] of members(value.headers, `${pointer}/headers`))
    yield* described("header", one, at, "response");
  yield* content(value, pointer, "response");
}

function* content(value: Node, pointer: string, side: Part["side"]): Generator<Part> {
  for (const [at, one] of members(value.content, `${pointer}/content`))
    yield* described("media", one, at, side);
}

function* described(
  kind: Part["kind"],
  value: Node,
  pointer: string,
  side: Part["side"],
): Generator<Part> {
  if (typeof value.$ref === "string") return;
  yield { kind, value, pointer, side };
  yield* schema(value.schema, `${pointer}/schema`, side);
  if (kind !== "media") yield* content(value, pointer, side);
}

const single = [
  "items",
  "contains",
  "additionalProperties",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const several = [
  "allOf",
  "anyOf",
  "oneOf",
  "prefixItems",
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
];

function* schema(value: unknown, pointer: string, side: Part["side"]): Generator<Part> {
  if (!isNode(value)) return;
  yield { kind: "schema", value, pointer, side };
  for (const keyword of single) yield* schema(value[keyword], `${pointer}/${keyword}`, side);
  for (const keyword of several)
    for (const [at, one] of members(value[keyword], `${pointer}/${keyword}`))
      yield* schema(one, at, side);
}

/** The objects in an object or a list, with their places. */
function members(value: unknown, pointer: string): [pointer: string, value: Node][] {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([name, one]) => (isNode(one) ? [[below(pointer, name), one]] : []));
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const asNode = (value: unknown): Node => (isNode(value) ? value : {});
