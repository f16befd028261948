import type { Json } from "../../src/findings/finding.ts";
import { rewriteObjects } from "../../src/openapi/rewrite.ts";
import type { JsonObject } from "./schema-name.ts";

/** A description of 3.0 as one of 3.1; one of 3.1 with its types that allow null written as unions with null. */
export function respellNull(document: JsonObject): JsonObject {
  const is30 = String(document.openapi).startsWith("3.0");
  const changed = rewriteObjects(document, is30 ? as31 : asUnion) as JsonObject; // an object stays one
  return is30 ? { ...changed, openapi: "3.1.0" } : changed;
}

function as31(object: JsonObject): Json {
  // 3.0 ignores what stands beside a reference; 3.1 would not.
  if (typeof object.$ref === "string") return { $ref: object.$ref };
  const { nullable, exclusiveMinimum, exclusiveMaximum, minimum, maximum, example, ...rest } =
    object;
  const schema = {
    ...rest,
    ...bound("minimum", minimum, "exclusiveMinimum", exclusiveMinimum),
    ...bound("maximum", maximum, "exclusiveMaximum", exclusiveMaximum),
    ...(example !== undefined && { example }),
  };
  if (nullable !== true)
    return nullable === false ? schema : { ...schema, ...(nullable !== undefined && { nullable }) };
  const { type, enum: values } = schema as JsonObject;
  if (typeof type !== "string") return { anyOf: [schema, { type: "null" }] };
  const withNull = Array.isArray(values) && !values.includes(null) ? [...values, null] : values;
  return { ...schema, type: [type, "null"], ...(withNull !== undefined && { enum: withNull }) };
}

/** 3.0 makes a limit exclusive by a flag beside it. */
function bound(name: string, limit: Json | undefined, flag: string, isExclusive: Json | undefined) {
  if (isExclusive === true && limit !== undefined) return { [flag]: limit };
  return {
    ...(limit !== undefined && { [name]: limit }),
    ...(typeof isExclusive !== "boolean" && isExclusive !== undefined && { [flag]: isExclusive }),
  };
}

/** `type: [x, "null"]` as a union of x and null. */
function asUnion(object: JsonObject): Json {
  const { type, enum: values, ...rest } = object;
  if (!Array.isArray(type) || type.length !== 2 || !type.includes("null")) return object;
  const [other = null] = type.filter((one) => one !== "null");
  const left = Array.isArray(values) ? { enum: values.filter((value) => value !== null) } : {};
  const {
    description,
    title,
    default: fallback,
    examples,
    example,
    deprecated,
    readOnly,
    writeOnly,
    ...inner
  } = rest as JsonObject;
  const outer = {
    description,
    title,
    default: fallback,
    examples,
    example,
    deprecated,
    readOnly,
    writeOnly,
  };
  const annotations = Object.entries(outer).filter(([, value]) => value !== undefined);
  const isNeverNull = Array.isArray(values) && !values.includes(null);
  if (isNeverNull) return object; // its enum forgot null: a contradiction, and no other spelling of anything
  return {
    anyOf: [{ type: other, ...inner, ...left }, { type: "null" }],
    ...Object.fromEntries(annotations),
  } as Json;
}
