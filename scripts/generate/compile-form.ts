import { scalarOf } from "./compile-parameters.ts";
import type { MediaType, OpenApiDocument } from "./contract-model.ts";
import { readSchema, typesOf } from "./read-schema.ts";
import { ContractError, child, type Schema } from "./schema.ts";

const json = JSON.stringify;

/** A check of a body that is no JSON: of a form, whose fields are read first; of any other media type, of its text. */
export function compileForm(
  document: OpenApiDocument,
  mediaType: string,
  { schema = {} }: MediaType,
  pointer: string,
  check: string,
): string {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)$/i.test(mediaType)) return check;
  const { value, pointer: at } = readSchema(document, schema, pointer);
  if (value.type !== "object")
    throw new ContractError(at, `a form must be described as "type: object"`);
  const fields = Object.entries(value.properties ?? {}).map(([name, one]) => {
    const place = child(at, "properties", name);
    return [name, fieldOf(document, readSchema(document, one, place).value, place)];
  });
  return `form(${json(Object.fromEntries(fields))}, ${check})`;
}

function fieldOf(document: OpenApiDocument, schema: Schema, pointer: string) {
  const types = typesOf(schema);
  if (types.includes("object")) return { as: "json" };
  if (!types.includes("array")) return { as: scalarOf(types) };
  const { value } = readSchema(document, schema.items, child(pointer, "items"));
  return { as: scalarOf(typesOf(value)), list: "repeat" };
}
