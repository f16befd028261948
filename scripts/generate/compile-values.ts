/** What a schema says of texts, numbers and arrays, and of single values: expressions that check them. */

import { canonical } from "../../src/contract/assert.ts";
import type * as formats from "../../src/contract/formats.ts";
import type { Json } from "../../src/findings/finding.ts";
import type { Compiler, Site } from "./compile-site.ts";
import { assertPattern } from "./meta-schema.ts";
import { ContractError, child, isAnything } from "./schema.ts";

const json = JSON.stringify;

/** The formats by their names in JSON Schema, and the functions of `formats.ts` that test them. */
const formatTests: Readonly<Record<string, keyof typeof formats>> = {
  "date-time": "dateTime",
  date: "date",
  time: "time",
  duration: "duration",
  email: "email",
  hostname: "hostname",
  ipv4: "ipv4",
  ipv6: "ipv6",
  uri: "uri",
  "uri-reference": "uriReference",
  "uri-template": "uriTemplate",
  uuid: "uuid",
  "json-pointer": "jsonPointer",
  "relative-json-pointer": "relativeJsonPointer",
  regex: "regex",
};

/** The formats of OpenAPI's registry that tell how a value is stored or shown, not which texts it may be. */
const hints = new Set("int32 int64 float double password byte binary".split(" "));

export function compileString(compiler: Compiler, { schema, pointer, x, at }: Site): string[] {
  const { minLength, maxLength, pattern, format } = schema;
  const checks: string[] = [];
  if (minLength !== undefined || maxLength !== undefined) {
    checks.push(`a.length(o, ${at}, ${x}, ${minLength ?? 0}, ${maxLength ?? "Infinity"})`);
  }
  if (pattern !== undefined) {
    const test = `${compilePattern(compiler, pattern, pointer, "pattern")}.test(${x})`;
    checks.push(`a.matches(o, ${at}, ${test}, "pattern", ${json(pattern)})`);
  }
  if (format !== undefined && isTested(compiler, format)) {
    const test = testOf(format, pointer);
    checks.push(`a.matches(o, ${at}, ${test}(${x}), "format", ${json(format)})`);
  }
  return checks;
}

const isTested = (compiler: Compiler, format: string): boolean =>
  compiler.checksFormats && !hints.has(format);

function testOf(format: string, pointer: string): string {
  const test = Object.hasOwn(formatTests, format) ? formatTests[format] : undefined;
  if (test !== undefined) return `f.${test}`;
  throw new ContractError(
    child(pointer, "format"),
    `the format "${format}" has no check: leave it out, or add one to src/contract/formats.ts`,
  );
}

/** The constant that holds a regular expression of the schema. */
export function compilePattern(
  compiler: Compiler,
  pattern: string,
  pointer: string,
  keyword: string,
): string {
  assertPattern(pattern, pointer, keyword);
  return compiler.constant(`/* @__PURE__ */ new RegExp(${json(pattern)}, "u")`);
}

export function compileNumber({ schema, x, at }: Site): string[] {
  const { multipleOf } = schema;
  const checks = compileBounds(schema, at, x, "minimum maximum exclusiveMinimum exclusiveMaximum");
  if (multipleOf !== undefined) {
    const holds = `a.isMultiple(${x}, ${multipleOf})`;
    checks.push(`a.bound(o, ${at}, ${holds}, "multipleOf", ${multipleOf}, ${x})`);
  }
  return checks;
}

export function compileArray(compiler: Compiler, site: Site): string[] {
  const { schema, pointer, hint, x, at, seen } = site;
  const { items, prefixItems, contains, uniqueItems, minContains = 1, maxContains } = schema;
  const checks = compileBounds(schema, at, `${x}.length`, "minItems maxItems");
  if (prefixItems !== undefined) {
    const each = prefixItems.map((one, index) =>
      compiler.compile(one, child(pointer, "prefixItems", index), `${hint}Item${index + 1}`),
    );
    checks.push(`a.tuple(o, ${at}, [${each.join(", ")}], ${x})`);
    if (seen) checks.push(`a.see(${seen}, ${compiler.constant(`${json(Object.keys(each))}`)})`);
  }
  if (items !== undefined && !isAnything(items)) {
    const item = compiler.compile(items, child(pointer, "items"), `${hint}Item`);
    const first = prefixItems === undefined ? "" : `, ${prefixItems.length}`;
    checks.push(`a.each(o, ${at}, ${item}, ${x}${first})`);
  }
  if (items !== undefined && seen) checks.push(`a.seeAll(${seen}, ${x})`);
  if (uniqueItems === true) checks.push(`a.unique(o, ${at}, ${x})`);
  if (contains !== undefined) {
    const check = compiler.compile(contains, child(pointer, "contains"), `${hint}Contained`);
    const limits = `${minContains}, ${maxContains ?? "Infinity"}`;
    checks.push(`a.contains(o, ${at}, ${check}, ${x}, ${limits}${seen ? `, ${seen}` : ""})`);
  }
  return checks;
}

const operators = {
  minimum: ">=",
  maximum: "<=",
  exclusiveMinimum: ">",
  exclusiveMaximum: "<",
  minItems: ">=",
  maxItems: "<=",
  minProperties: ">=",
  maxProperties: "<=",
} as const;

/** Bounds of `x`, by the keywords that are named with blanks between them. */
export function compileBounds(
  schema: Site["schema"],
  at: string,
  x: string,
  keywords: string,
): string[] {
  return keywords.split(" ").flatMap((name) => {
    const keyword = name as keyof typeof operators;
    const limit = schema[keyword];
    if (limit === undefined) return [];
    const holds = `${x} ${operators[keyword]} ${limit}`;
    return [`a.bound(o, ${at}, ${holds}, ${json(keyword)}, ${limit}, ${x})`];
  });
}

/** `enum` and `const`: the value is one of those that both, and the type, allow. */
export function compileMembers(compiler: Compiler, { schema, x, at }: Site): string {
  const { const: only, enum: listed } = schema;
  if (only === undefined && listed === undefined) return "0";
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  const allowed = (listed ?? [only as Json]).filter(
    (value) =>
      (only === undefined || listed === undefined || isEqual(value, only)) &&
      (types === undefined || jsonTypes(value).some((type) => types.includes(type))),
  );
  const list = compiler.constant(json(allowed));
  const isPlain = allowed.every((value) => typeof value !== "object" || value === null);
  if (isPlain && allowed.length > 2) return `a.member(o, ${at}, ${x}, ${list})`;
  // Compared in place, which is quicker, where it is short.
  const fits = allowed.map((value) =>
    typeof value === "object" && value !== null
      ? `a.canonical(${x}) === ${json(canonical(value))}`
      : `${x} === ${json(value)}`,
  );
  return `${fits.join(" || ") || "false"} ? 0 : a.notMember(o, ${at}, ${x}, ${list})`;
}

const isEqual = (one: Json, other: Json): boolean => canonical(one) === canonical(other);

function jsonTypes(value: Json): string[] {
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  return Number.isInteger(value) ? ["integer", "number"] : [typeof value];
}
