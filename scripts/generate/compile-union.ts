import type { Json } from "../../src/findings/finding.ts";
import type { Compiler, Site } from "./compile-site.ts";
import { partsOf } from "./in-place.ts";
import { type AnySchema, ContractError, child, isAlone, type Schema } from "./schema.ts";

const json = JSON.stringify;

/** The keywords of alternatives. */
export const unions = ["anyOf", "oneOf"] as const;

/** One alternative, where it stands. */
interface Branch {
  readonly schema: AnySchema;
  readonly pointer: string;
}

/** An expression that checks `oneOf` or `anyOf`. A whole one reports what is undocumented. */
export function compileUnion(
  compiler: Compiler,
  site: Site,
  keyword: (typeof unions)[number],
  whole: boolean,
): string {
  const { schema, pointer, hint, x, at } = site;
  const seen = whole ? "" : site.seen;
  const branches = (schema[keyword] ?? []).map(
    (one, index): Branch => ({ schema: one, pointer: child(pointer, keyword, index) }),
  );
  const { rest, isNullable } = withoutNull(compiler.document, branches, keyword);
  const nullable = isNullable ? `${x} === null ? 0 : ` : "";
  const [only] = rest;
  if (rest.length === 1 && only)
    return nullable + compiler.expression({ ...site, ...only, whole, seen });
  const { discriminator } = schema;
  if (discriminator !== undefined && (keyword === "oneOf" || schema.oneOf === undefined)) {
    assertMapping(compiler.document, discriminator, rest, pointer);
    const name = discriminated(
      compiler,
      { ...site, whole, seen },
      discriminator.propertyName,
      rest,
    );
    return nullable + compiler.call(site, name, seen);
  }
  const checks = rest.map((branch, index) =>
    compiler.compile(branch.schema, branch.pointer, `${hint}${index + 1}`, whole),
  );
  const more = seen ? `, ${seen}` : "";
  return `${nullable}a.union(o, ${at}, ${x}, [${checks.join(", ")}], ${json(keyword)}${more})`;
}

/** Takes the alternative `null` out, which is quick to see, where no other would take null as well. */
function withoutNull(
  document: object,
  branches: readonly Branch[],
  keyword: (typeof unions)[number],
): { rest: readonly Branch[]; isNullable: boolean } {
  const rest = branches.filter(
    ({ schema }) =>
      !(typeof schema === "object" && schema.type === "null" && isAlone(schema, "type")),
  );
  const isPlain =
    keyword === "anyOf" ||
    (rest.length === branches.length - 1 &&
      rest.every(({ schema, pointer }) => refusesNull(document, schema, pointer)));
  const isNullable = rest.length < branches.length && isPlain && rest.length > 0;
  return { rest: isNullable ? rest : branches, isNullable };
}

function refusesNull(document: object, schema: AnySchema, pointer: string): boolean {
  if (typeof schema === "boolean") return !schema;
  if (schema.type !== undefined && ![schema.type].flat().includes("null")) return true;
  if (schema.const !== undefined) return schema.const !== null;
  if (schema.enum !== undefined) return !schema.enum.includes(null);
  const parts = partsOf(document, schema, pointer);
  const refuses = (keyword: string) =>
    parts
      .filter((part) => part.keyword === keyword)
      .map((part) => refusesNull(document, part.schema, part.pointer));
  return (
    [...refuses("$ref"), ...refuses("allOf")].some(Boolean) ||
    unions.some((keyword) => schema[keyword] !== undefined && refuses(keyword).every(Boolean))
  );
}

/** One function that goes straight to the variant which the discriminator names (OpenAPI 3.1, section 4.8.25). */
function discriminated(
  compiler: Compiler,
  site: Site,
  property: string,
  branches: readonly Branch[],
): string {
  const { pointer, hint, whole, seen } = site;
  const form = seen ? "Part" : "";
  return compiler.define(
    `${pointer}Variant${form}`,
    `${hint}Variant${form}`,
    seen !== "",
    (inner) => {
      const more = inner ? `, ${inner}` : "";
      const cases = branches.map(({ schema, pointer: at }, index) => ({
        values: tagsOf(compiler.document, property, schema, at),
        check: compiler.compile(schema, at, `${hint}${index + 1}`, whole),
      }));
      const values = cases.flatMap((one) => one.values);
      if (new Set(values).size < values.length)
        throw new ContractError(pointer, `two variants have the same value of "${property}"`);
      return [
        `if (!a.isObject(v)) return a.type(o, "", "object", v);`,
        `const tag = v[${json(property)}];`,
        "switch (tag) {",
        ...cases.flatMap((one) => [
          ...one.values.map((value) => `  case ${json(value)}:`),
          `    return ${one.check}(v, o${more});`,
        ]),
        "}",
        ...(inner ? [`a.seeAll(${inner}, v);`] : []),
        `tag === undefined ? a.missing(o, ${json(property)}) : a.notMember(o, ${json(child("", property))}, tag, ${compiler.constant(json(values))});`,
      ];
    },
  );
}

/** A mapping is only read by other tools, so it must tell them what the variants themselves say. */
function assertMapping(
  document: object,
  { mapping, propertyName }: NonNullable<Schema["discriminator"]>,
  branches: readonly Branch[],
  pointer: string,
): void {
  if (mapping === undefined) return;
  const said = branches.flatMap(({ schema, pointer: at }) =>
    tagsOf(document, propertyName, schema, at).map((value) => [
      String(value),
      typeof schema === "object" ? schema.$ref : undefined,
    ]),
  );
  if (json(said.sort()) !== json(Object.entries(mapping).sort())) {
    throw new ContractError(
      child(pointer, "discriminator", "mapping"),
      `the mapping must give each value of "${propertyName}" the variant that has it`,
    );
  }
}

/** The values of the discriminating property that stand for one variant. */
function tagsOf(
  document: object,
  property: string,
  variant: AnySchema,
  pointer: string,
): readonly Json[] {
  const certain = certainOf(document, variant, pointer);
  const tags = certain.flatMap(({ properties }) => {
    const tag = properties?.[property];
    if (typeof tag !== "object") return [];
    return tag.const !== undefined ? [[tag.const]] : tag.enum !== undefined ? [tag.enum] : [];
  });
  const [values] = tags;
  const isObject = certain.some(({ type }) => type === "object");
  const isRequired = certain.some(({ required }) => required?.includes(property));
  const isPlain = values?.every((value) => typeof value !== "object" || value === null);
  if (
    values === undefined ||
    !isObject ||
    !isRequired ||
    !isPlain ||
    property in Object.prototype
  ) {
    throw new ContractError(
      pointer,
      `each variant must be an object that requires "${property}" and says which values it has by const or enum`,
    );
  }
  return values;
}

/** A schema and those that hold whenever it does: what it refers to, and its `allOf`. */
function certainOf(document: object, schema: AnySchema, pointer: string): Schema[] {
  if (typeof schema === "boolean") return [];
  const parts = partsOf(document, schema, pointer).filter(
    ({ keyword }) => keyword === "$ref" || keyword === "allOf",
  );
  return [schema, ...parts.flatMap((part) => certainOf(document, part.schema, part.pointer))];
}
