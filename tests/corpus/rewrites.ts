import { withoutProse } from "../../scripts/reduce/reduce.ts";
import type { Json } from "../../src/findings/finding.ts";
import { below, namesOf } from "../../src/json/pointer.ts";
import { rewriteObjects } from "../../src/openapi/rewrite.ts";
import { dereference } from "./dereference.ts";
import { moveParameters } from "./move-parameters.ts";
import { respellNull } from "./respell-null.ts";
import { isObject, type JsonObject, schemaName } from "./schema-name.ts";

/** One way to write a description otherwise without changing what it says. */
export interface Rewrite {
  readonly name: string;
  /** A new document, or undefined where the description gives no occasion. */
  readonly apply: (document: JsonObject) => JsonObject | undefined;
}

/** Rewrites of the document; {@link file://./files.ts} has those that are about files. */
export const rewrites: readonly Rewrite[] = [
  { name: "keys reversed", apply: (document) => reverseKeys(document) as JsonObject },
  { name: "lists reversed", apply: reverseLists },
  { name: "annotations stripped", apply: withoutProse },
  { name: "$ref wrapped in allOf", apply: wrapReferences },
  { name: "components renamed", apply: renameSchemas },
  { name: "dereferenced", apply: dereference },
  { name: "null respelt", apply: respellNull },
  { name: "parameters moved", apply: moveParameters },
  { name: "schemas factored out", apply: factorOut },
];

function reverseKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reverseKeys(member)]);
  return Object.fromEntries(members.reverse());
}

/** Lists whose order OpenAPI and JSON Schema give no meaning. */
const unordered = [
  "required",
  "enum",
  "type",
  "parameters",
  "tags",
  "security",
  "oneOf",
  "anyOf",
  "allOf",
];

function reverseLists(document: JsonObject): JsonObject {
  return rewriteObjects(document, (object) =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        unordered.includes(key) && Array.isArray(value) ? [...value].reverse() : value,
      ]),
    ),
  ) as JsonObject; // an object stays one
}

/** A branch of a union with a discriminator must be a direct reference: its name is the tag's value. */
function wrapReferences(document: JsonObject): JsonObject {
  const is30 = String(document.openapi).startsWith("3.0");
  const wrap = (object: JsonObject): JsonObject => {
    const { $ref, ...siblings } = object;
    if (typeof $ref !== "string" || schemaName($ref) === undefined) return object;
    return { allOf: [{ $ref }], ...(is30 ? {} : siblings) };
  };
  const unwrap = (branch: Json): Json => {
    const [inner, ...more] = isObject(branch) && Array.isArray(branch.allOf) ? branch.allOf : [];
    const isWrapped = isObject(branch) && Object.keys(branch).length === 1 && more.length === 0;
    return isWrapped && isObject(inner) && "$ref" in inner ? inner : branch;
  };
  return rewriteObjects(document, (object, pointer) => {
    if (isObject(object.discriminator)) {
      return Object.fromEntries(
        Object.entries(object).map(([key, value]) => [
          key,
          (key === "oneOf" || key === "anyOf") && Array.isArray(value) ? value.map(unwrap) : value,
        ]),
      );
    }
    // What inherits is a reference already, and a schema component may be known by its own pointer.
    return /\/allOf\/\d+$/.test(pointer) ? object : wrap(object);
  }) as JsonObject; // an object stays one
}

/** Every schema component gets another name. */
function renameSchemas(document: JsonObject): JsonObject | undefined {
  const schemas = schemasOf(document);
  if (Object.keys(schemas).length === 0) return undefined;
  const rename = (ref: Json): Json => {
    if (typeof ref !== "string") return ref;
    if (Object.hasOwn(schemas, ref)) return `Renamed.${ref}`; // a mapping may name a component without a path
    const name = schemaName(ref);
    if (name === undefined || !Object.hasOwn(schemas, name)) return ref;
    return ref.replace("/schemas/", "/schemas/Renamed.");
  };
  const changed = rewriteObjects(withMappings(document), (object) => ({
    ...object,
    ...("$ref" in object && { $ref: rename(object.$ref as Json) }),
    ...(isObject(object.discriminator) && {
      discriminator: renameMapping(object.discriminator, rename),
    }),
  })) as JsonObject; // an object stays one
  const names = Object.entries(schemasOf(changed)).map(([name, schema]) => [
    `Renamed.${name}`,
    schema,
  ]);
  const components = changed.components as JsonObject; // it has schemas
  return { ...changed, components: { ...components, schemas: Object.fromEntries(names) } };
}

function schemasOf({ components }: JsonObject): JsonObject {
  return isObject(components) && isObject(components.schemas) ? components.schemas : {};
}

function renameMapping(discriminator: JsonObject, rename: (ref: Json) => Json): JsonObject {
  const { mapping } = discriminator;
  if (!isObject(mapping)) return discriminator;
  const entries = Object.entries(mapping).map(([value, ref]) => [value, rename(ref)]);
  return { ...discriminator, mapping: Object.fromEntries(entries) };
}

/** A discriminator's values are names of components where no mapping says otherwise: here a mapping always does. */
function withMappings(document: JsonObject): JsonObject {
  const schemas = schemasOf(document);
  return rewriteObjects(document, (object, pointer) => {
    const { discriminator } = object;
    if (!isObject(discriminator)) return object;
    const given = isObject(discriminator.mapping) ? discriminator.mapping : {};
    const named = new Set(
      Object.values(given).map((ref) => schemaName(String(ref)) ?? String(ref)),
    );
    const implied = valuesOf(object, namesOf(pointer), schemas)
      .filter((name) => !named.has(name) && !Object.hasOwn(given, name))
      .map((name) => [name, `#${below("/components/schemas", name)}`]);
    const mapping = { ...given, ...Object.fromEntries(implied) };
    return { ...object, discriminator: { ...discriminator, mapping } };
  }) as JsonObject; // an object stays one
}

/** Components that a discriminator tells apart: branches of its union, or those that build on its schema by `allOf`. */
function valuesOf(object: JsonObject, at: readonly string[], schemas: JsonObject): string[] {
  const branches = [object.oneOf, object.anyOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  if (branches.length > 0) return branches.flatMap(namesIn);
  const [, , parent, ...inside] = at;
  if (parent === undefined || inside.length > 0) return [];
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const all = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
    return all.flatMap(namesIn).includes(parent) ? [name] : [];
  });
}

function namesIn(schema: Json): string[] {
  const name =
    isObject(schema) && typeof schema.$ref === "string" ? schemaName(schema.$ref) : undefined;
  return name === undefined ? [] : [name];
}

/** Every schema that is written in place becomes a component. */
function factorOut(document: JsonObject): JsonObject {
  const made: Record<string, Json> = {};
  const changed = rewriteObjects(document, (object) => {
    const { schema } = object;
    if (!isObject(schema) || "$ref" in schema) return object;
    const name = `Factored.${Object.keys(made).length}`;
    made[name] = schema;
    return { ...object, schema: { $ref: `#/components/schemas/${name}` } };
  }) as JsonObject; // an object stays one
  const components = isObject(changed.components) ? changed.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  return { ...changed, components: { ...components, schemas: { ...schemas, ...made } } };
}
