import { compileObject, isOpen } from "./compile-object.ts";
import { type Compiler, pascal, type Site } from "./compile-site.ts";
import { compileUnion, unions } from "./compile-union.ts";
import { compileArray, compileMembers, compileNumber, compileString } from "./compile-values.ts";
import {
  assertEnds,
  looksAtProperties,
  looksInside,
  namesProperties,
  partsOf,
  someInPlace,
} from "./in-place.ts";
import { assertSchema } from "./meta-schema.ts";
import { type AnySchema, assertKeywords, child, follow, isAlone, type Schema } from "./schema.ts";

const json = JSON.stringify;

/** Who reports the properties of a value that nothing knows. */
interface Plan {
  /** The one keyword (of `allOf` the one branch) that knows any: it reports by itself. */
  readonly reporter?: string;
  /** Several know some: what each knows is gathered in a variable of the function. */
  readonly gathers: boolean;
  readonly reports: boolean;
}

/**
 * Compiles schemas to the text of TypeScript functions. A schema is the conjunction of its keywords: each becomes an
 * expression, or is refused. Each `$ref` and each inline object becomes one function, everything smaller an expression
 * where it stands.
 *
 * A function has one of two forms. The whole one is for a value that no other schema is for: it reports properties
 * that nothing in it knows. The other, `…Part`, is applied beside others, and tells what it knows.
 */
export class SchemaCompiler implements Compiler {
  readonly document: object;
  readonly checksFormats: boolean;
  readonly #names = new Map<string, string>();
  readonly #functions: string[] = [];
  readonly #constants = new Map<string, string>();

  constructor(document: object, checksFormats = true) {
    this.document = document;
    this.checksFormats = checksFormats;
  }

  /** The constants and functions of all schemas compiled so far, in the order of their first use. */
  source(): string {
    const used = new Set(this.#functions.join("\n").match(/\bk\d+\b/g));
    const needed = [...this.#constants].filter(([, name]) => used.has(name));
    const constants = needed.map(([value, name]) => {
      const annotation = value.startsWith("[") ? ": readonly Json[]" : "";
      return `const ${name}${annotation} = ${value};`;
    });
    return [...constants, ...this.#functions].join("\n");
  }

  /**
   * The name of the function that checks a value against the schema at `pointer`.
   * @throws ContractError for what is no schema, and for what cannot be checked.
   */
  compile(schema: AnySchema, pointer: string, hint: string, whole = true): string {
    assertSchema(schema, pointer);
    assertEnds(this.document, schema, pointer);
    if (typeof schema === "object" && schema.$ref !== undefined && isAlone(schema, "$ref")) {
      assertKeywords(schema, pointer);
      const target = follow(this.document, schema.$ref, pointer);
      const name = target.pointer.split("/").at(-1) || hint;
      return this.compile(target.value as AnySchema, target.pointer, name, whole);
    }
    const isPart = !whole && someInPlace(this.document, schema, pointer, looksInside);
    const form = isPart ? "Part" : "";
    return this.define(pointer + form, hint + form, isPart, (seen) => {
      if (typeof schema === "boolean") return schema ? [] : [`a.bad(o, "", "falseSchema");`];
      return this.#body({ schema, pointer, hint, x: "v", at: json(""), whole, seen });
    });
  }

  define(key: string, hint: string, isPart: boolean, lines: (seen: string) => string[]): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#name(hint);
    this.#names.set(key, name);
    const index = this.#functions.push("") - 1;
    const body = lines(isPart ? "seen" : "").map((line) => `  ${line}\n`);
    const some = isPart ? "(v: any, o, seen)" : "(v: any, o)";
    // What allows everything or nothing does not look at the value.
    const isBlind = !/\bv\b/.test(body.join(""));
    const parameters = isBlind ? some.replace("(v: any", "(_: any") : some;
    this.#functions[index] = `const ${name}: Check = ${parameters} => {\n${body.join("")}};`;
    return name;
  }

  constant(value: string): string {
    const name = this.#constants.get(value) ?? `k${this.#constants.size + 1}`;
    this.#constants.set(value, name);
    return name;
  }

  expression(site: Site<AnySchema>): string {
    const { schema, pointer, at } = site;
    if (typeof schema === "boolean") return schema ? "0" : `a.bad(o, ${at}, "falseSchema")`;
    assertEnds(this.document, schema, pointer);
    const found = { ...site, schema };
    const plan = this.#plan(found);
    return plan.gathers
      ? this.#apply(found, schema, pointer, site)
      : all(this.#checks(found, plan));
  }

  call(site: Pick<Site, "x" | "at">, name: string, seen: string): string {
    const more = seen ? `, ${seen}` : "";
    return site.at === json("")
      ? `${name}(${site.x}, o${more})`
      : `a.at(o, ${site.at}, ${name}, ${site.x}${more})`;
  }

  /** Applies a schema to the site's value: whole where it is all that knows the value, or has nothing to report. */
  #apply(
    site: Site,
    schema: AnySchema,
    pointer: string,
    { whole, seen }: Pick<Site, "whole" | "seen">,
    hint = site.hint,
  ): string {
    const asks = seen !== "" && someInPlace(this.document, schema, pointer, looksInside);
    const isWhole =
      whole || (!asks && !someInPlace(this.document, schema, pointer, namesProperties));
    const name = this.compile(schema, pointer, hint, isWhole);
    return this.call(site, name, asks && !isWhole ? seen : "");
  }

  #body(site: Site): string[] {
    const { schema, whole } = site;
    const plan = this.#plan(site);
    const inner = plan.gathers ? { ...site, seen: "known" } : site;
    const isObject =
      schema.type === "object" && schema.enum === undefined && schema.const === undefined;
    const lines = isObject
      ? [
          `if (!a.isObject(v)) return a.type(o, "", "object", v);`,
          ...compileObject(this, { ...inner, whole: whole && plan.reporter === "properties" }),
          ...this.#applied(inner, plan).map((check) => `${check};`),
        ]
      : this.#checks(inner, plan).map((check) => `${check};`);
    if (!plan.gathers) return lines;
    return ["const known = a.unseen();", ...lines, ...this.#unevaluated(site, plan)];
  }

  #unevaluated({ schema, pointer, hint, seen }: Site, { reports }: Plan): string[] {
    const rest = (keyword: "unevaluatedProperties" | "unevaluatedItems", guard: string) => {
      const inner = schema[keyword];
      if (inner === undefined) return [];
      const check = this.compile(inner, child(pointer, keyword), `${hint}Rest`);
      return [`if (${guard}) a.unevaluated(o, v, known, ${check});`];
    };
    return [
      ...rest("unevaluatedProperties", "a.isObject(v)"),
      ...rest("unevaluatedItems", "Array.isArray(v)"),
      ...(reports ? ["a.undocumented(o, v, known);"] : []),
      ...(seen ? [`a.see(${seen}, known);`] : []),
    ];
  }

  #plan({ schema, pointer, whole }: Site): Plan {
    const { additionalProperties, unevaluatedProperties, unevaluatedItems } = schema;
    const some = (one: AnySchema, at: string, test: (schema: Schema) => boolean) =>
      someInPlace(this.document, one, at, test);
    const reports =
      whole &&
      additionalProperties === undefined &&
      unevaluatedProperties === undefined &&
      some(schema, pointer, namesProperties);
    if (unevaluatedProperties !== undefined || unevaluatedItems !== undefined)
      return { gathers: true, reports };
    if (!reports) return { gathers: false, reports };
    const knowing = partsOf(this.document, schema, pointer)
      .filter((part) => some(part.schema, part.pointer, looksAtProperties))
      .map((part) => (part.keyword === "allOf" ? part.pointer : part.keyword));
    const [reporter = "", ...others] = new Set(
      looksAtProperties(schema) ? ["properties", ...knowing] : knowing,
    );
    const isOne = others.length === 0 && reporter !== "if" && reporter !== "dependentSchemas";
    return isOne ? { reporter, gathers: false, reports } : { gathers: true, reports };
  }

  /** Every keyword of a schema: what it says of the value by its type, and by other schemas. */
  #checks(site: Site, plan: Plan): string[] {
    assertKeywords(site.schema, site.pointer);
    const own = [this.#typed(site, plan), compileMembers(this, site)];
    return [...own.filter((check) => check !== "0"), ...this.#applied(site, plan)];
  }

  /** The keywords that apply other schemas to the same value. */
  #applied(site: Site, { reporter }: Plan): string[] {
    const { schema, pointer, x, seen } = site;
    const apply = (one: AnySchema, at: string, hint: string, key = "") => {
      const form = reporter === key ? { whole: true, seen: "" } : { whole: false, seen };
      return this.#apply(site, one, at, form, hint);
    };
    const checks: string[] = [];
    if (schema.$ref !== undefined) {
      const target = follow(this.document, schema.$ref, pointer);
      checks.push(
        apply(target.value as AnySchema, target.pointer, nameOf(target.pointer, site.hint), "$ref"),
      );
    }
    schema.allOf?.forEach((one, index) => {
      const at = child(pointer, "allOf", index);
      checks.push(apply(one, at, `${site.hint}${index + 1}`, at));
    });
    for (const keyword of unions)
      if (schema[keyword] !== undefined)
        checks.push(compileUnion(this, site, keyword, reporter === keyword));
    if (schema.not !== undefined) {
      const check = this.compile(schema.not, child(pointer, "not"), `${site.hint}Not`, false);
      checks.push(`a.passes(${check}, ${x}) ? a.bad(o, ${site.at}, "not") : 0`);
    }
    if (schema.if !== undefined) checks.push(this.#condition(site, schema.if));
    for (const [name, one] of Object.entries(schema.dependentSchemas ?? {})) {
      const at = child(pointer, "dependentSchemas", name);
      const check = apply(one, at, `${site.hint}With${pascal(name)}`);
      checks.push(`a.isObject(${x}) && Object.hasOwn(${x}, ${json(name)}) ? ${check} : 0`);
    }
    return checks.filter((check) => check !== "0");
  }

  #condition(site: Site, condition: AnySchema): string {
    const { schema, pointer, hint, x, seen } = site;
    const branch = (keyword: "then" | "else") => {
      const one = schema[keyword];
      return one === undefined
        ? "0"
        : this.#apply(
            site,
            one,
            child(pointer, keyword),
            { whole: false, seen },
            hint + pascal(keyword),
          );
    };
    const check = this.compile(condition, child(pointer, "if"), `${hint}If`, false);
    return `a.passes(${check}, ${x}${seen ? `, ${seen}` : ""}) ? ${branch("then")} : ${branch("else")}`;
  }

  /** What the keywords say that look at values of one type only. */
  #typed(site: Site, { reporter }: Plan): string {
    const { schema, x, at } = site;
    const types = schema.type === undefined ? undefined : [schema.type].flat();
    const guarded = (types ?? ["string", "number", "array", "object"]).flatMap((type) => {
      const checks = this.#ofType(type, site, reporter === "properties");
      return types === undefined && checks === "0" ? [] : [`${guard(type, x)} ? ${checks}`];
    });
    // The values of `enum` and `const` say their types as well.
    const isFixed = schema.enum !== undefined || schema.const !== undefined;
    if (types === undefined || isFixed) {
      const some = guarded.filter((one) => !one.endsWith("? 0"));
      return some.length > 0 ? [...some, "0"].join(" : ") : "0";
    }
    const expected = json(types.length > 1 ? types : types[0]);
    return [...guarded, `a.type(o, ${at}, ${expected}, ${x})`].join(" : ");
  }

  #ofType(type: string, site: Site, whole: boolean): string {
    if (type === "string") return all(compileString(this, site));
    if (type === "number" || type === "integer") return all(compileNumber(site));
    if (type === "array") return all(compileArray(this, site));
    if (type !== "object" || isOpen(site.schema)) return "0";
    const { pointer, hint, seen } = site;
    const form = seen ? "ObjectPart" : "Object";
    const name = this.define(pointer + form, hint + (seen ? "Part" : ""), seen !== "", (inner) =>
      compileObject(this, { ...site, x: "v", at: json(""), whole, seen: inner }),
    );
    return this.call(site, name, seen);
  }

  #name(hint: string): string {
    const base = `check${pascal(hint)}`;
    const taken = new Set(this.#names.values());
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
    return name;
  }
}

/** Several checks as one expression. */
const all = (checks: readonly string[]): string =>
  checks.length > 1 ? `(${checks.join(", ")})` : (checks[0] ?? "0");

const guards: Readonly<Record<string, (x: string) => string>> = {
  null: (x) => `${x} === null`,
  array: (x) => `Array.isArray(${x})`,
  object: (x) => `a.isObject(${x})`,
  integer: (x) => `Number.isInteger(${x})`,
};
const guard = (type: string, x: string): string =>
  guards[type]?.(x) ?? `typeof ${x} === ${json(type)}`;

const nameOf = (pointer: string, hint: string): string => pointer.split("/").at(-1) || hint;
