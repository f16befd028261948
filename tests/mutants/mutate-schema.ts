import type { Edit, Path } from "./edit.ts";
import { isMap, type Mutant } from "./mutant.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The names of all schemas that a `$ref` may point to. */
export interface Scope {
  readonly schemas: readonly string[];
}

const refTo = (name: string) => `#/components/schemas/${name}`;
const types = ["string", "number", "integer", "boolean", "object", "array", "null"];
const nothing = { type: "null" };

/** Every mutant of a schema and of the schemas in it. */
export function mutateSchema(schema: Schema, path: Path, scope: Scope): Mutant[] {
  return [
    ...rules.flatMap((rule) => rule(schema, path, scope)),
    ...below(schema, path).flatMap(([inner, at]) => mutateSchema(inner, at, scope)),
  ];
}

function below(schema: Schema, path: Path): [Schema, Path][] {
  const named = ["properties", "patternProperties", "dependentSchemas"].flatMap((key) => {
    const members = schema[key];
    if (!isMap(members)) return [];
    return Object.entries(members).map(([name, inner]) => [inner, [key, name]] as const);
  });
  const single = [
    ...["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"],
    ...["unevaluatedItems", "unevaluatedProperties"],
  ].map((key) => [schema[key], [key]] as const);
  const branches = ["oneOf", "anyOf", "allOf", "prefixItems"].flatMap((key) =>
    listOf(schema[key]).map((branch, index) => [branch, [key, index]] as const),
  );
  const all = [...named, ...single, ...branches];
  return all.flatMap(([inner, keys]) => (isMap(inner) ? [[inner, [...path, ...keys]]] : []));
}

type Rule = (schema: Schema, path: Path, scope: Scope) => Mutant[];

const refs: Rule = (schema, path, { schemas }) => {
  if (typeof schema.$ref !== "string") return [];
  const { $ref } = schema;
  const other = schemas.find((name) => refTo(name) !== $ref);
  const isBranch = path.at(-2) === "oneOf";
  return [
    ...(other ? [one("type", path, `point to ${other}`, { $ref: refTo(other) })] : []),
    ...(isBranch ? [] : [one("nullability", path, "allow null", { oneOf: [{ $ref }, nothing] })]),
  ];
};

const typeChanges: Rule = (schema, path) => {
  if (schema.type === undefined) return [];
  const own = listOf(schema.type) as string[]; // OpenAPI says so
  const at = [...path, "type"];
  const set = (kind: string, change: string, value: unknown) => one(kind, at, change, value);
  const other = types.filter(
    (type) => !own.includes(type) && !(type === "integer" && own.includes("number")),
  );
  if (own.length === 1 && own[0] === "null")
    return other.map((type) => set("type", `make it ${type}`, type));
  const plain = own.filter((type) => type !== "null");
  // Beside an enum or a const a wider type changes nothing: the values decide.
  const fixed = schema.enum !== undefined || schema.const !== undefined;
  return [
    ...[...other, ...(own.includes("number") ? ["integer"] : [])]
      .filter((type) => type !== "null")
      .map((type) => set("type", `make it ${type}`, own.length > 1 ? [type, "null"] : type)),
    ...(fixed ? [] : other)
      .filter((type) => type !== "null" && !(type === "number" && own.includes("integer")))
      .map((type) => set("type", `allow ${type} too`, [...own, type])),
    ...(fixed ? [] : [set("type", "allow any type", undefined)]),
    own.includes("null")
      ? set("nullability", "forbid null", plain.length === 1 ? plain[0] : plain)
      : { ...set("nullability", "allow null", undefined), edits: allowNull(schema, path, own) },
  ];
};

function allowNull(schema: Schema, path: Path, own: readonly string[]): Edit[] {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return [
    { path: [...path, "type"], value: [...own, "null"] },
    ...(values === undefined
      ? []
      : [{ path: [...path, "enum"], value: [...listOf(values), null] }]),
    ...(schema.const === undefined ? [] : [{ path: [...path, "const"] }]),
  ];
}

const values: Rule = (schema, path) => {
  const at = [...path, "enum"];
  const list = listOf(schema.enum);
  const shown = (value: unknown) => JSON.stringify(value);
  return [
    ...list.flatMap((value, index) => [
      one(
        value === null ? "nullability" : "enum",
        [...at, index],
        `remove ${shown(value)}`,
        undefined,
      ),
      ...(value === null
        ? []
        : [one("enum", [...at, index], `rename ${shown(value)}`, `${value}_x`)]),
    ]),
    ...(list.length > 0
      ? [one("enum", at, "add a value", [...list, "added"]), one("enum", at, "drop", undefined)]
      : []),
    ...(schema.const === undefined
      ? []
      : [
          one("const", [...path, "const"], "change", `${schema.const}_x`),
          one("const", [...path, "const"], "drop", undefined),
          {
            ...one("const", [...path, "const"], "add a second value", undefined),
            edits: [{ path: [...path, "const"] }, { path: at, value: [schema.const, "added"] }],
          },
        ]),
  ];
};

const formats: Rule = (schema, path) => {
  const at = [...path, "format"];
  if (schema.format === undefined) {
    const isText =
      listOf(schema.type).includes("string") && !schema.enum && schema.const === undefined;
    return isText
      ? ["date-time", "uri"].map((format) => one("format", at, `add ${format}`, format))
      : [];
  }
  return [
    one("format", at, "drop", undefined),
    ...["date-time", "date", "uri", "uuid"]
      .filter((format) => format !== schema.format)
      .map((format) => one("format", at, `make it ${format}`, format)),
  ];
};

/** Bounds by the type that they are for, with one that is added where there is none. */
const bounds: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  string: { minLength: 1, maxLength: 1000 },
  number: { minimum: 0, maximum: 1000, exclusiveMinimum: 0, exclusiveMaximum: 1000 },
  integer: { minimum: 1, maximum: 1000 },
  array: { minItems: 1, maxItems: 1 },
};
const swaps: Readonly<Record<string, string>> = {
  minimum: "exclusiveMinimum",
  maximum: "exclusiveMaximum",
  exclusiveMinimum: "minimum",
  exclusiveMaximum: "maximum",
};

const limits: Rule = (schema, path) => {
  const fixed =
    schema.enum !== undefined || schema.const !== undefined || schema.format !== undefined;
  return Object.entries(bounds).flatMap(([type, keywords]) => {
    if (!listOf(schema.type).includes(type) || fixed) return [];
    return Object.entries(keywords).flatMap(([keyword, added]) => {
      const at = [...path, keyword];
      const limit = schema[keyword];
      if (typeof limit === "number") return bound(at, limit, type === "number");
      const bounded = schema[swaps[keyword] ?? ""] !== undefined || keyword.startsWith("exclusive");
      return bounded ? [] : [one("bound", at, `add ${added}`, added)];
    });
  });
};

function bound(at: Path, limit: number, fractional: boolean): Mutant[] {
  const keyword = String(at.at(-1));
  const swap = swaps[keyword];
  return [
    one("bound", at, "drop", undefined),
    ...(fractional ? [-1, -0.5, 0.5, 1] : [-1, 1]).map((step) =>
      one("bound", at, `${step < 0 ? "lower" : "raise"} by ${Math.abs(step)}`, limit + step),
    ),
    ...(swap
      ? [
          {
            ...one("bound", at, `make it ${swap}`, undefined),
            edits: [{ path: at }, { path: [...at.slice(0, -1), swap], value: limit }],
          },
        ]
      : []),
  ];
}

const properties: Rule = (schema, path) => {
  if (!isMap(schema.properties)) return [];
  const required = listOf(schema.required);
  const at = [...path, "properties"];
  const without = (name: string) => ({
    path: [...path, "required"],
    value: required.filter((one) => one !== name),
  });
  return [
    ...Object.entries(schema.properties).flatMap(([name, inner]) => [
      {
        ...one("property", [...at, name], "drop", undefined),
        edits: [without(name), { path: [...at, name] }],
      },
      {
        ...one("property", [...at, name], "rename", undefined),
        edits: [
          {
            path: [...path, "required"],
            value: required.map((one) => (one === name ? `${name}X` : one)),
          },
          { path: [...at, name] },
          { path: [...at, `${name}X`], value: inner },
        ],
      },
      required.includes(name)
        ? one(
            "required",
            [...path, "required", required.indexOf(name)],
            `make ${name} optional`,
            undefined,
          )
        : one("required", [...path, "required"], `require ${name}`, [...required, name]),
    ]),
    one("property", [...at, "added"], "add an optional one", { type: "string" }),
    {
      ...one("property", [...at, "addedAndRequired"], "add a required one", undefined),
      edits: [
        { path: [...at, "addedAndRequired"], value: { type: "string" } },
        { path: [...path, "required"], value: [...required, "addedAndRequired"] },
      ],
    },
  ];
};

const otherProperties: Rule = (schema, path) => {
  if (!listOf(schema.type).includes("object")) return [];
  const at = [...path, "additionalProperties"];
  const current = schema.additionalProperties;
  return [
    ...(current === false ? [] : [one("openness", at, "forbid others", false)]),
    ...(current === true ? [] : [one("openness", at, "allow others of any kind", true)]),
    ...(isMap(current) ? [one("openness", at, "drop", undefined)] : []),
    ...(isMap(current) ? [] : [one("openness", at, "allow others if text", { type: "string" })]),
  ];
};

const items: Rule = (schema, path) => {
  if (!listOf(schema.type).includes("array")) return [];
  const at = [...path, "items"];
  const free = !isMap(schema.items) || Object.keys(schema.items).length === 0;
  return free
    ? types.map((type) => one("type", at, `make them ${type}`, { type }))
    : [one("type", at, "allow any item", undefined)];
};

const unions: Rule = (schema, path) => {
  const at = [...path, "oneOf"];
  const branches = listOf(schema.oneOf) as Schema[]; // OpenAPI says so
  const nullable = branches.some((branch) => branch.type === "null");
  const { discriminator } = schema;
  return [
    ...branches.map((branch, index) =>
      branch.type === "null"
        ? one("nullability", [...at, index], "forbid null", undefined)
        : one("variant", [...at, index], "drop", undefined),
    ),
    ...(branches.length > 0 && !nullable
      ? [one("nullability", at, "allow null", [...branches, nothing])]
      : []),
    ...(isMap(discriminator) ? discriminators(discriminator, [...path, "discriminator"]) : []),
  ];
};

function discriminators({ mapping, propertyName }: Schema, path: Path): Mutant[] {
  const targets = isMap(mapping) ? Object.entries(mapping) : [];
  return [
    one("discriminator", path, "drop", undefined),
    one("discriminator", [...path, "propertyName"], "rename", `${propertyName}X`),
    ...targets.flatMap(([value], index) => {
      const at = [...path, "mapping", value];
      const other = targets[(index + 1) % targets.length]?.[1];
      return [
        one("discriminator", at, "point elsewhere", other),
        one("discriminator", at, "drop", undefined),
        {
          ...one("discriminator", at, "rename", undefined),
          edits: [
            { path: at },
            { path: [...path, "mapping", `${value}_x`], value: targets[index]?.[1] },
          ],
        },
      ];
    }),
  ];
}

/** What has no more telling mutants than that it is gone. */
const others = [
  ...["multipleOf", "uniqueItems", "contains", "minContains", "maxContains", "prefixItems"],
  ...["minProperties", "maxProperties", "patternProperties", "propertyNames", "dependentRequired"],
  ...["dependentSchemas", "allOf", "not", "if", "unevaluatedItems", "unevaluatedProperties"],
];

const drops: Rule = (schema, path) =>
  others
    .filter((keyword) => schema[keyword] !== undefined)
    .map((keyword) => one("keyword", [...path, keyword], "drop", undefined));

const rules: readonly Rule[] = [
  drops,
  refs,
  typeChanges,
  values,
  formats,
  limits,
  properties,
  otherProperties,
  items,
  unions,
];

/** A mutant that puts one value in one place. */
export function one(kind: string, path: Path, change: string, value: unknown): Mutant {
  return { kind, path, change, edits: [{ path, value }] };
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
