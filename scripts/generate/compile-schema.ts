import type * as formats from "../../src/contract/formats.ts";
import {
  assertKeywords,
  ContractError,
  child,
  resolve,
  type Scalar,
  type Schema,
} from "./schema.ts";

/** The formats by their names in JSON Schema, and the functions of `formats.ts` that test them. */
const formatTests: Record<string, keyof typeof formats> = {
  "date-time": "dateTime",
  date: "date",
  uri: "uri",
  uuid: "uuid",
};

const json = JSON.stringify;

/**
 * Compiles schemas to the text of TypeScript functions. Each `$ref` and each inline object becomes one function;
 * everything smaller becomes an expression where it stands.
 */
export class SchemaCompiler {
  readonly #document: object;
  readonly #names = new Map<string, string>();
  readonly #functions: string[] = [];
  readonly #constants = new Map<string, string>();

  constructor(document: object) {
    this.#document = document;
  }

  /** The constants and functions of all schemas compiled so far, in the order of their first use. */
  source(): string {
    const constants = [...this.#constants].map(([value, name]) => {
      const annotation = value.startsWith("[") ? ": readonly Json[]" : "";
      return `const ${name}${annotation} = ${value};`;
    });
    return [...constants, ...this.#functions].join("\n");
  }

  /** The name of the function that checks a value against the schema at `pointer`. */
  compile(schema: Schema, pointer: string, hint: string, key = pointer): string {
    if (schema.$ref !== undefined) {
      const target = resolve<Schema>(this.#document, schema, pointer);
      assertKeywords(schema, pointer);
      return this.compile(target.value, target.pointer, target.pointer.split("/").at(-1) ?? hint);
    }
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#name(hint);
    this.#names.set(key, name);
    const index = this.#functions.push("") - 1;
    const body = this.#isPlainObject(schema)
      ? this.#object(schema, pointer, name)
      : `  ${this.#value(schema, pointer, name, "v", json(""))};`;
    this.#functions[index] = `const ${name}: Check = (v: any, o) => {\n${body}\n};`;
    return name;
  }

  /** An expression that checks `x`, which stands at the relative pointer `at`. Its value means nothing. */
  #value(schema: Schema, pointer: string, hint: string, x: string, at: string): string {
    assertKeywords(schema, pointer);
    if (schema.$ref !== undefined)
      return `a.at(o, ${at}, ${this.compile(schema, pointer, hint)}, ${x})`;
    const branches = schema.oneOf ?? schema.anyOf;
    if (branches !== undefined) return this.#union(schema, branches, pointer, hint, x, at);
    if (schema.const !== undefined) return this.#enum(schema, [schema.const], x, at);
    if (schema.enum !== undefined) return this.#enum(schema, schema.enum, x, at);
    const types = [schema.type ?? []].flat();
    if (types.length === 0) return this.#any(schema, pointer);
    const tests = types.map((type) => this.#typed(type, schema, pointer, hint, x, at));
    return `${tests.join(" : ")} : a.type(o, ${at}, ${json(types.length > 1 ? types : types[0])}, ${x})`;
  }

  /** `guard ? checks` for one type; the caller adds what happens when no guard holds. */
  #typed(
    type: string,
    schema: Schema,
    pointer: string,
    hint: string,
    x: string,
    at: string,
  ): string {
    switch (type) {
      case "null":
        return `${x} === null ? 0`;
      case "boolean":
        return `typeof ${x} === "boolean" ? 0`;
      case "string":
        return `typeof ${x} === "string" ? ${all(this.#string(schema, pointer, x, at))}`;
      case "integer":
        return `Number.isInteger(${x}) ? ${all(number(schema, x, at))}`;
      case "number":
        return `typeof ${x} === "number" ? ${all(number(schema, x, at))}`;
      case "array":
        return `Array.isArray(${x}) ? ${all(this.#array(schema, pointer, hint, x, at))}`;
      case "object": {
        const own = { ...schema, type: "object" };
        const check = this.#isFree(own)
          ? "0"
          : `a.at(o, ${at}, ${this.compile(own, pointer, hint, `${pointer}#object`)}, ${x})`;
        return `a.isObject(${x}) ? ${check}`;
      }
      default:
        throw new ContractError(child(pointer, "type"), `"${type}" is not a JSON Schema type`);
    }
  }

  #string(
    { minLength, maxLength, pattern, format }: Schema,
    pointer: string,
    x: string,
    at: string,
  ): string[] {
    const checks: string[] = [];
    if (minLength !== undefined || maxLength !== undefined) {
      checks.push(`a.length(o, ${at}, ${x}, ${minLength ?? 0}, ${maxLength ?? "Infinity"})`);
    }
    if (pattern !== undefined) {
      const regex = this.#constant(`/* @__PURE__ */ new RegExp(${json(pattern)}, "u")`);
      checks.push(`a.matches(o, ${at}, ${regex}.test(${x}), "pattern", ${json(pattern)})`);
    }
    if (format !== undefined) {
      const test = formatTests[format];
      if (test === undefined) {
        throw new ContractError(
          child(pointer, "format"),
          `the format "${format}" has no check; add one to src/contract/formats.ts`,
        );
      }
      checks.push(`a.matches(o, ${at}, f.${test}(${x}), "format", ${json(format)})`);
    }
    return checks;
  }

  #array(schema: Schema, pointer: string, hint: string, x: string, at: string): string[] {
    const checks = bounds(schema, ["minItems", "maxItems"], `${x}.length`, at);
    if (schema.items !== undefined && Object.keys(schema.items).length > 0) {
      const item = this.compile(schema.items, child(pointer, "items"), `${hint}Item`);
      checks.push(`a.each(o, ${at}, ${item}, ${x})`);
    }
    return checks;
  }

  /** The body of an object's function: one read per property, one count to see whether there are others. */
  #object(schema: Schema, pointer: string, hint: string): string {
    assertKeywords(schema, pointer);
    const properties = Object.entries(schema.properties ?? {});
    const required = new Set(schema.required);
    for (const name of required) {
      if (!Object.hasOwn(schema.properties ?? {}, name)) {
        throw new ContractError(
          child(pointer, "required"),
          `"${name}" is required and not among the properties`,
        );
      }
    }
    const names = properties.map(([name]) => name);
    const count = !this.#openObject(schema) && properties.length > 0;
    const lines = properties.map(([name, property]) => {
      const read = name in Object.prototype ? `a.own(v, ${json(name)})` : `v[${json(name)}]`;
      const absent = required.has(name) ? `a.missing(o, ${json(name)})` : "0";
      const at = json(child("", name));
      const check = this.#value(
        property,
        child(pointer, "properties", name),
        hint + pascal(name),
        "x",
        at,
      );
      return `  (x = ${read}) === undefined ? ${absent} : ${count ? "(n++, " : "("}${check});`;
    });
    const rest = this.#rest(schema, pointer, hint, names, count);
    const variables = properties.length > 0 ? [`  let x${count ? ", n = 0" : ""};`] : [];
    const guard = `  if (!a.isObject(v)) return a.type(o, "", "object", v);`;
    return [guard, ...variables, ...lines, ...rest].join("\n");
  }

  /** What the fields that `properties` does not name must be. */
  #rest(schema: Schema, pointer: string, hint: string, names: string[], count: boolean): string[] {
    const { additionalProperties } = schema;
    if (typeof additionalProperties === "object") {
      const check = this.compile(
        additionalProperties,
        child(pointer, "additionalProperties"),
        `${hint}Value`,
      );
      return [`  a.others(o, v, ${this.#constant(json(names))}, ${check});`];
    }
    if (!count && additionalProperties !== false) return [];
    const keyword =
      additionalProperties === false ? "additionalProperties" : "undocumentedProperty";
    const found = `a.strangers(o, v, ${this.#constant(json(names))}, ${json(keyword)})`;
    return [count ? `  n === a.size(v) || ${found};` : `  ${found};`];
  }

  #union(
    schema: Schema,
    branches: readonly Schema[],
    pointer: string,
    hint: string,
    x: string,
    at: string,
  ): string {
    const keyword = schema.oneOf !== undefined ? "oneOf" : "anyOf";
    const places = branches.map((branch, index) => ({
      branch,
      place: child(pointer, keyword, index),
    }));
    const rest = places.filter(({ branch }) => branch.type !== "null");
    const [only] = rest;
    const nullable = rest.length < branches.length ? `${x} === null ? 0 : ` : "";
    for (const { branch, place } of nullable ? rest : []) {
      const { value } = resolve<Schema>(this.#document, branch, place);
      if ([value.type ?? []].flat().includes("null"))
        throw new ContractError(place, "null stands in two alternatives, so that oneOf refuses it");
    }
    if (rest.length === 1 && only !== undefined)
      return nullable + this.#value(only.branch, only.place, hint, x, at);
    if (schema.discriminator !== undefined) {
      this.#assertMapping(schema.discriminator, rest, pointer);
      return `${nullable}a.at(o, ${at}, ${this.#discriminated(schema.discriminator.propertyName, rest, pointer, hint)}, ${x})`;
    }
    const checks = rest.map(({ branch, place }, index) =>
      this.compile(branch, place, `${hint}${index + 1}`),
    );
    return `${nullable}a.union(o, ${at}, ${x}, [${checks.join(", ")}], ${json(keyword)})`;
  }

  /** One function that goes straight to the variant which the discriminator names (OpenAPI 3.1, section 4.8.25). */
  #discriminated(
    property: string,
    branches: { branch: Schema; place: string }[],
    pointer: string,
    hint: string,
  ): string {
    const known = this.#names.get(`${pointer}#union`);
    if (known !== undefined) return known;
    const cases = branches.map(({ branch, place }, index) => ({
      values: this.#tags(property, branch, place),
      check: this.compile(branch, place, `${hint}${index + 1}`),
    }));
    const name = this.#name(`${hint}Variant`);
    this.#names.set(`${pointer}#union`, name);
    const tags = this.#constant(json(cases.flatMap(({ values }) => values)));
    const lines = cases.flatMap(({ values, check }) => [
      ...values.map((value) => `    case ${json(value)}:`),
      `      return ${check}(v, o);`,
    ]);
    this.#functions.push(
      [
        `const ${name}: Check = (v: any, o) => {`,
        `  if (!a.isObject(v)) return a.type(o, "", "object", v);`,
        `  const tag = v[${json(property)}];`,
        "  switch (tag) {",
        ...lines,
        "  }",
        `  tag === undefined ? a.missing(o, ${json(property)}) : a.notMember(o, ${json(child("", property))}, tag, ${tags});`,
        "};",
      ].join("\n"),
    );
    return name;
  }

  /** A mapping is only read by other tools, so it must tell them what the variants themselves say. */
  #assertMapping(
    { mapping, propertyName }: NonNullable<Schema["discriminator"]>,
    branches: { branch: Schema; place: string }[],
    pointer: string,
  ): void {
    if (mapping === undefined) return;
    const said = branches.flatMap(({ branch, place }) =>
      this.#tags(propertyName, branch, place).map((value) => [String(value), branch.$ref]),
    );
    if (json(said.sort()) !== json(Object.entries(mapping).sort())) {
      throw new ContractError(
        child(pointer, "discriminator", "mapping"),
        `the mapping must give each value of "${propertyName}" the variant that has it`,
      );
    }
  }

  /** The values of the discriminating property that stand for one variant. */
  #tags(property: string, branch: Schema, place: string): readonly Scalar[] {
    const { type, properties, required } = resolve<Schema>(this.#document, branch, place).value;
    const tag = properties?.[property];
    const values = tag?.const !== undefined ? [tag.const] : tag?.enum;
    if (values === undefined || type !== "object" || required?.includes(property) !== true) {
      throw new ContractError(
        place,
        `each variant must be an object that requires "${property}" and says which values it has by const or enum`,
      );
    }
    return values;
  }

  #enum(schema: Schema, values: readonly Scalar[], x: string, at: string): string {
    // A value counts only if the type allows it, as both keywords must hold.
    const types = schema.type === undefined ? undefined : [schema.type].flat();
    const allowed =
      types === undefined
        ? values
        : values.filter((value) => jsonTypes(value).some((type) => types.includes(type)));
    return this.#member(allowed, x, at);
  }

  /** Compared in place: to look it up in the list is four times slower. */
  #member(allowed: readonly Scalar[], x: string, at: string): string {
    const fits = allowed.map((value) => `${x} === ${json(value)}`).join(" || ") || "false";
    return `${fits} ? 0 : a.notMember(o, ${at}, ${x}, ${this.#constant(json(allowed))})`;
  }

  /** No type: anything goes, so no other keyword may stand there and be forgotten. */
  #any(schema: Schema, pointer: string): string {
    for (const keyword of Object.keys(schema)) {
      if (/^(min|max|excl|pattern|format|items|prop|req|addi)/.test(keyword)) {
        throw new ContractError(
          pointer,
          `"${keyword}" stands without a "type"; say which type it is for`,
        );
      }
    }
    return "0";
  }

  #isPlainObject(schema: Schema): boolean {
    return schema.type === "object" && schema.oneOf === undefined && schema.anyOf === undefined;
  }

  /** An object that says nothing about its fields. */
  #isFree(schema: Schema): boolean {
    return schema.properties === undefined && (schema.additionalProperties ?? true) === true;
  }

  /** An object that allows fields which it does not name: no closed-world check. */
  #openObject(schema: Schema): boolean {
    return typeof schema.additionalProperties === "object" || schema.additionalProperties === true;
  }

  #constant(value: string): string {
    const name = this.#constants.get(value) ?? `k${this.#constants.size + 1}`;
    this.#constants.set(value, name);
    return name;
  }

  #name(hint: string): string {
    const base = `check${pascal(hint)}`;
    const taken = new Set(this.#names.values());
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
    return name;
  }
}

const all = (checks: string[]): string => (checks.length > 0 ? `(${checks.join(", ")})` : "0");

function number(schema: Schema, x: string, at: string): string[] {
  return bounds(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], x, at);
}

const operators = {
  minimum: ">=",
  maximum: "<=",
  exclusiveMinimum: ">",
  exclusiveMaximum: "<",
  minItems: ">=",
  maxItems: "<=",
};

function bounds(
  schema: Schema,
  keywords: (keyof typeof operators)[],
  x: string,
  at: string,
): string[] {
  return keywords.flatMap((keyword) => {
    const limit = schema[keyword];
    if (limit === undefined) return [];
    return [
      `a.bound(o, ${at}, ${x} ${operators[keyword]} ${limit}, ${json(keyword)}, ${limit}, ${x})`,
    ];
  });
}

function jsonTypes(value: Scalar): string[] {
  if (value === null) return ["null"];
  return Number.isInteger(value) ? ["integer", "number"] : [typeof value];
}

function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
