import type { Json } from "../../src/findings/finding.ts";
import { items } from "./arbitrary.ts";
import { type BodySchema, follow, segment } from "./contract.ts";

/** A body with one thing wrong. */
export interface Violation {
  /** What is wrong: the keyword of JSON Schema that does not hold. */
  readonly keyword: string;
  /** Where, as a JSON Pointer into the body; of something missing, where it would stand. */
  readonly pointer: string;
  /** The union around it whose other variants may complain, too; absent where there is none. */
  readonly union?: string;
  /** The body. Made when it is asked for: of a large body there are thousands. */
  readonly make: () => Json;
}

type Members = Readonly<Record<string, Json>>;

/** Every way to break a valid value in one place, as its schema allows it. */
export function violations(start: BodySchema, value: Json): Violation[] {
  const schema = follow(start);
  const union = schema.oneOf ?? schema.anyOf;
  if (union) return ofUnion(union, value);
  if (schema.enum ?? schema.const !== undefined) return ofValues(schema);
  return [...wrongTypes(schema), ...bounds(schema, value), ...inside(schema, value)];
}

const samples: Readonly<Record<string, Json>> = {
  null: null,
  boolean: true,
  number: 5.5,
  string: "text",
  array: [],
  object: {},
};

const here = (keyword: string, value: Json): Violation => ({
  keyword,
  pointer: "",
  make: () => value,
});

function wrongTypes(schema: BodySchema): Violation[] {
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return [];
  return Object.entries(samples)
    .filter(([type]) => !types.includes(type))
    .map(([, value]) => here("type", value));
}

function ofValues(schema: BodySchema): Violation[] {
  const allowed = schema.enum ?? [schema.const ?? null];
  const keyword = schema.enum ? "enum" : "const";
  return ["no such value", 5.5, true, null, {}]
    .filter((value) => !allowed.some((one) => one === value))
    .map((value) => here(keyword, value));
}

/** What breaks a nullable schema, or the one variant that a value belongs to. */
function ofUnion(branches: readonly BodySchema[], value: Json): Violation[] {
  const rest = branches.filter((branch) => branch.type !== "null");
  const [only] = rest;
  const nullable = rest.length < branches.length;
  if (rest.length === 1 && only) {
    const shape = follow(only);
    const broken = value === null ? wrongTypes(shape) : violations(only, value);
    return broken.filter((one) => one.pointer !== "" || !nullable || one.make() !== null);
  }
  const variant = rest.find((branch) => fits(follow(branch), value));
  if (!variant) return [];
  return violations(variant, value).map((one) => ({ ...one, union: one.union ?? "" }));
}

/** Whether every constant of a variant is what the value has there. */
function fits({ properties = {} }: BodySchema, value: Json): boolean {
  return Object.entries(properties).every(
    ([name, { const: tag }]) => tag === undefined || (value as Members)[name] === tag,
  );
}

const badFormats: Readonly<Record<string, readonly string[]>> = {
  "date-time": [
    "yesterday",
    "2025-11-23",
    "2025-02-30T00:00:00Z",
    "2025-13-01T00:00:00Z",
    "2025-11-23T24:00:00Z",
    "2025-11-23T00:00:00",
  ],
  uri: ["no scheme", "", "/a/path", "https://exa.ai/a b", "https://exa.ai/%zz"],
};

function bounds(schema: BodySchema, value: Json): Violation[] {
  if (typeof value === "string") return ofText(schema);
  if (typeof value === "number") return ofNumber(schema);
  const { maxItems } = schema;
  if (!Array.isArray(value) || maxItems === undefined || value.length === 0) return [];
  return [
    here(
      "maxItems",
      Array.from({ length: maxItems + 1 }, () => value[0] as Json),
    ),
  ];
}

function ofText({ minLength = 0, maxLength, format }: BodySchema): Violation[] {
  return [
    ...(minLength > 0
      ? ["x", "🦉"].map((one) => here("minLength", one.repeat(minLength - 1)))
      : []),
    ...(maxLength === undefined ? [] : [here("maxLength", "x".repeat(maxLength + 1))]),
    ...(format ? (badFormats[format] ?? []).map((text) => here("format", text)) : []),
  ];
}

function ofNumber({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
}: BodySchema): Violation[] {
  return [
    ...(minimum === undefined ? [] : [here("minimum", minimum - 0.001)]),
    ...(maximum === undefined ? [] : [here("maximum", maximum + 0.001)]),
    ...(exclusiveMinimum === undefined ? [] : [here("exclusiveMinimum", exclusiveMinimum)]),
    ...(exclusiveMaximum === undefined ? [] : [here("exclusiveMaximum", exclusiveMaximum)]),
  ];
}

function inside(schema: BodySchema, value: Json): Violation[] {
  if (Array.isArray(value)) {
    const [first, ...others] = value as readonly Json[];
    if (first === undefined) return [];
    return violations(items(schema), first).map((one) =>
      lift(one, 0, () => [one.make(), ...others]),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  const object = value as Members;
  const { properties, required = [], additionalProperties: member } = schema;
  const missing = required.map((name): Violation => {
    const make = () => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
    return { keyword: "required", pointer: segment(name), make };
  });
  const schemaOf = (name: string) =>
    properties?.[name] ?? (typeof member === "object" ? member : {});
  const broken = Object.keys(object).flatMap((name) =>
    violations(schemaOf(name), object[name] ?? null).map((one) =>
      lift(one, name, () => ({ ...object, [name]: one.make() })),
    ),
  );
  return [...missing, ...broken];
}

/** The same violation, seen from the value around it. */
function lift(one: Violation, key: string | number, make: () => Json): Violation {
  const under = { ...one, pointer: segment(key) + one.pointer, make };
  return one.union === undefined ? under : { ...under, union: segment(key) + one.union };
}
