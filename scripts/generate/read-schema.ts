import type { OpenApiDocument, Placed } from "./contract-model.ts";
import { type AnySchema, child, resolve, type Schema } from "./schema.ts";

/**
 * A schema with its references resolved, and with the types and properties of all that `allOf` puts together: what one
 * must know of a value to read or to name it. `true`, `false` and nothing at all say nothing about that.
 */
export function readSchema(
  document: OpenApiDocument,
  schema: AnySchema | undefined,
  pointer: string,
  depth = 0,
): Placed<Schema> {
  if (schema === undefined || typeof schema === "boolean") return { value: {}, pointer };
  const found = resolve<AnySchema>(document, schema, pointer);
  if (typeof found.value === "boolean") return { value: {}, pointer: found.pointer };
  const { value, pointer: at } = { ...found, value: found.value };
  if (value.allOf === undefined || depth > 20) return { value, pointer: at };
  const parts = value.allOf.map(
    (one, index) => readSchema(document, one, child(at, "allOf", index), depth + 1).value,
  );
  const properties = Object.assign({}, ...parts.map((one) => one.properties), value.properties);
  const required = [...parts, value].flatMap((one) => one.required ?? []);
  return { value: Object.assign({}, ...parts, value, { properties, required }), pointer: at };
}

/** The types that a schema names. */
export const typesOf = ({ type }: Schema): readonly string[] => [type ?? []].flat();
