/**
 * What a schema asks of one and the same value through other schemas (JSON Schema 2020-12, core, section 10.2:
 * in-place applicators), and so who knows which of an object's properties are documented.
 */
import { type AnySchema, ContractError, child, follow, type Schema } from "./schema.ts";

/** A schema that is applied in place: which keyword does it, and where the schema stands. */
export interface Part {
  readonly keyword: string;
  readonly schema: AnySchema;
  readonly pointer: string;
}

const lists = ["allOf", "anyOf", "oneOf"] as const;
const conditions = ["if", "then", "else"] as const;

/** The schemas that a schema applies in place, `not` left out: what fails tells nothing. */
export function partsOf(document: object, schema: Schema, pointer: string): Part[] {
  const parts: Part[] = [];
  const add = (keyword: string, one: AnySchema | undefined, ...keys: (string | number)[]) => {
    if (one !== undefined) parts.push({ keyword, schema: one, pointer: child(pointer, ...keys) });
  };
  if (schema.$ref !== undefined) {
    const target = follow(document, schema.$ref, pointer);
    parts.push({
      keyword: "$ref",
      schema: target.value as AnySchema, // its own checks come when it is compiled
      pointer: target.pointer,
    });
  }
  for (const keyword of lists)
    for (const [index, one] of (schema[keyword] ?? []).entries()) add(keyword, one, keyword, index);
  if (schema.if !== undefined)
    for (const keyword of conditions) add("if", schema[keyword], keyword);
  for (const [name, one] of Object.entries(schema.dependentSchemas ?? {}))
    add("dependentSchemas", one, "dependentSchemas", name);
  return parts;
}

/** Whether `test` holds for a schema or for any that it applies in place. */
export function someInPlace(
  document: object,
  schema: AnySchema,
  pointer: string,
  test: (schema: Schema) => boolean,
): boolean {
  if (typeof schema !== "object") return false;
  return (
    test(schema) ||
    partsOf(document, schema, pointer).some((part) =>
      someInPlace(document, part.schema, part.pointer, test),
    )
  );
}

/** Refuses a schema that would have to be checked for ever, as it applies itself to the same value. */
export function assertEnds(
  document: object,
  schema: AnySchema,
  pointer: string,
  around: readonly string[] = [],
): void {
  if (typeof schema !== "object") return;
  if (around.includes(pointer))
    throw new ContractError(pointer, "the schema applies itself to the same value, without end");
  const parts = partsOf(document, schema, pointer);
  if (schema.not !== undefined)
    parts.push({ keyword: "not", schema: schema.not, pointer: child(pointer, "not") });
  for (const part of parts) assertEnds(document, part.schema, part.pointer, [...around, pointer]);
}

const isThere = (members: object | undefined): boolean => Object.keys(members ?? {}).length > 0;

/** Whether a schema names properties: then those that it does not name are undocumented. */
export const namesProperties = ({ properties, patternProperties }: Schema): boolean =>
  isThere(properties) || isThere(patternProperties);

/** Whether a schema by itself says which properties are known. */
export const looksAtProperties = (schema: Schema): boolean =>
  namesProperties(schema) ||
  schema.additionalProperties !== undefined ||
  schema.unevaluatedProperties !== undefined;

/** Whether a schema by itself says which properties or items are known. */
export const looksInside = (schema: Schema): boolean =>
  looksAtProperties(schema) ||
  schema.items !== undefined ||
  schema.prefixItems !== undefined ||
  schema.contains !== undefined ||
  schema.unevaluatedItems !== undefined;
