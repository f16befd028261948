import type { Parameter, Scalar } from "../../src/contract/operation.ts";
import type { SchemaCompiler } from "./compile-schema.ts";
import type { OpenApiDocument, ParameterObject, Placed } from "./contract-model.ts";
import { readSchema, typesOf } from "./read-schema.ts";
import { ContractError, child, type Schema } from "./schema.ts";

type Reading = Omit<Parameter, "check" | "required">;

const json = JSON.stringify;

/** The text of one parameter's entry: how it is read, and the name of its check. */
export function compileParameter(
  document: OpenApiDocument,
  compiler: SchemaCompiler,
  { value, pointer }: Placed<ParameterObject>,
): string {
  const media = Object.values(value.content ?? {})[0];
  const schema = value.schema ?? media?.schema ?? {};
  const at = value.schema
    ? child(pointer, "schema")
    : child(pointer, "content", Object.keys(value.content ?? {})[0] ?? "", "schema");
  const reading: Reading = value.content
    ? { as: "json" }
    : readingOf(document, value, readSchema(document, schema, at).value, pointer);
  const entries = Object.entries(reading).map(([key, one]) => `${key}: ${json(one)}`);
  const check = compiler.compile(schema, at, `${value.in}${value.name}`);
  return `{ required: ${value.required === true}, ${entries.join(", ")}, check: ${check} }`;
}

/** How a parameter's text becomes a value, by its style (OpenAPI 3.1, section 4.8.12.3). */
export function readingOf(
  document: OpenApiDocument,
  { in: place, style, explode, name }: ParameterObject,
  schema: Schema,
  pointer: string,
): Reading {
  const wanted = style ?? (place === "query" ? "form" : "simple");
  const known = place === "query" ? queryStyles : ["simple"];
  if (!known.includes(wanted)) {
    throw new ContractError(
      child(pointer, "style"),
      `the style "${wanted}" is not read for a parameter in: ${place}; use ${known.join(", ")}`,
    );
  }
  const types = typesOf(schema);
  if (types.includes("object") || schema.properties !== undefined) {
    if (wanted === "deepObject")
      return { as: "string", members: membersOf(document, schema, pointer) };
    throw new ContractError(
      pointer,
      `the parameter "${name}" is an object; use style: deepObject in a query, or content: application/json`,
    );
  }
  if (wanted === "deepObject")
    throw new ContractError(child(pointer, "style"), "the style deepObject is for objects only");
  if (!types.includes("array")) return { as: scalarOf(types) };
  const item = readSchema(document, schema.items, child(pointer, "schema", "items")).value;
  const as = scalarOf(typesOf(item));
  if (place !== "query") return { as, list: "," };
  const repeats = explode ?? wanted === "form";
  return { as, list: repeats ? "repeat" : separators[wanted as keyof typeof separators] };
}

const separators = { form: ",", spaceDelimited: " ", pipeDelimited: "|" } as const;
const queryStyles = [...Object.keys(separators), "deepObject"];

function membersOf(document: OpenApiDocument, schema: Schema, pointer: string) {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, one]) => {
      const place = child(pointer, "schema", "properties", name);
      return [name, scalarOf(typesOf(readSchema(document, one, place).value))];
    }),
  );
}

/** Where text is allowed, text it is. */
export function scalarOf(types: readonly string[]): Scalar {
  if (types.includes("string")) return "string";
  if (types.includes("integer") || types.includes("number")) return "number";
  return types.includes("boolean") ? "boolean" : "string";
}
