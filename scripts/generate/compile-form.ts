import { scalarOf } from "./compile-parameters.ts";
import type { MediaType, OpenApiDocument } from "./contract-model.ts";
import { ContractError, child, resolve, type Schema } from "./schema.ts";

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
  const { value, pointer: at } = resolve<Schema>(document, schema, pointer);
  if (value.type !== "object")
    throw new ContractError(at, `a form must be described as "type: object"`);
  const fields = Object.entries(value.properties ?? {}).map(([name, one]) => {
    const place = child(at, "properties", name);
    return [name, fieldOf(document, resolve<Schema>(document, one, place).value, place)];
  });
  return `form(${json(Object.fromEntries(fields))}, ${check})`;
}

function fieldOf(document: OpenApiDocument, schema: Schema, pointer: string) {
  const types = [schema.type ?? []].flat();
  if (types.includes("object")) return { as: "json" };
  if (!types.includes("array")) return { as: scalarOf(types) };
  const items = typeof schema.items === "object" ? schema.items : {};
  const { value } = resolve<Schema>(document, items, child(pointer, "items"));
  return { as: scalarOf([value.type ?? []].flat()), list: "repeat" };
}
