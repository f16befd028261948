import { type Compiler, pascal, type Site } from "./compile-site.ts";
import { compileBounds, compilePattern } from "./compile-values.ts";
import { type AnySchema, child, isAnything, objectKeywords, type Schema } from "./schema.ts";

const json = JSON.stringify;

/** Whether a schema says nothing about an object's properties. */
export const isOpen = (schema: Schema): boolean =>
  !Object.keys(schema).some((keyword) => objectKeywords.has(keyword));

/**
 * The lines of a function whose value `v` is known to be an object: one read per property, one count to see whether
 * there are others. A whole site reports those.
 */
export function compileObject(compiler: Compiler, site: Site): string[] {
  const { schema, pointer, hint, whole, seen } = site;
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  // Those that are required first: so one list tells which they are.
  const isRequired = (name: string) => schema.required?.includes(name) === true;
  const [needed, optional] = [true, false].map((one) =>
    Object.keys(properties).filter((name) => isRequired(name) === one),
  ) as [string[], string[]];
  const names = [...needed, ...optional];
  const patterns = Object.keys(patternProperties);
  const isClosed = additionalProperties === false;
  const reports =
    isClosed || (whole && additionalProperties === undefined && names.length + patterns.length > 0);
  const isCounted = reports && names.length > 0 && patterns.length === 0;
  const lines = Object.entries(properties).flatMap(([name, property]) =>
    propertyLine(compiler, site, name, property, isCounted),
  );
  const counters = isCounted
    ? [...(needed.length > 0 ? ["r"] : []), ...(optional.length > 0 ? ["n"] : [])]
    : [];
  const variables =
    lines.length > 0
      ? [`let ${["x: any", ...counters.map((one) => `${one} = 0`)].join(", ")};`]
      : [];
  const rest = () => {
    const known = compiler.constant(json(names));
    const more = patterns.length > 0 ? `, ${patternList}` : "";
    if (typeof additionalProperties === "object" && !isAnything(additionalProperties)) {
      const at = child(pointer, "additionalProperties");
      const check = compiler.compile(additionalProperties, at, `${hint}Value`);
      return [`a.others(o, v, ${known}, ${check}${more});`];
    }
    if (!reports) return [];
    const keyword = isClosed ? "additionalProperties" : "undocumentedProperty";
    if (!isCounted) return [`a.strangers(o, v, ${known}, ${json(keyword)}${more});`];
    const all = `${counters.join(" + ")} === a.size(v)`;
    const holds = needed.length > 0 ? `r === ${needed.length} && ${all}` : all;
    const closed = isClosed ? `, ${json(keyword)}` : "";
    return [`${holds} || a.members(o, v, ${known}, ${needed.length}${closed});`];
  };
  const matchers = patterns.map((pattern) =>
    compilePattern(compiler, pattern, pointer, "patternProperties"),
  );
  const patternList = `[${matchers.join(", ")}]`;
  return [
    ...variables,
    ...lines,
    ...requiredLines(schema),
    ...patternLines(),
    ...rest(),
    ...nameLines(),
    ...seenLines(),
  ];

  function patternLines(): string[] {
    if (patterns.length === 0) return [];
    const checks = Object.entries(patternProperties).map(([pattern, one], index) =>
      compiler.compile(
        one,
        child(pointer, "patternProperties", pattern),
        `${hint}Pattern${index + 1}`,
      ),
    );
    return [`a.patterned(o, v, ${patternList}, [${checks.join(", ")}]${seen ? `, ${seen}` : ""});`];
  }

  function nameLines(): string[] {
    const { propertyNames } = schema;
    const bounds = compileBounds(schema, json(""), "a.size(v)", "minProperties maxProperties");
    if (propertyNames !== undefined && !isAnything(propertyNames)) {
      const check = compiler.compile(propertyNames, child(pointer, "propertyNames"), `${hint}Name`);
      bounds.push(`a.names(o, v, ${check})`);
    }
    return bounds.map((check) => `${check};`);
  }

  function seenLines(): string[] {
    if (!seen) return [];
    if (additionalProperties !== undefined) return [`a.seeAll(${seen}, v);`];
    return names.length > 0 ? [`a.see(${seen}, ${compiler.constant(json(names))});`] : [];
  }
}

/** Reads a property, and checks it if it is there. */
function propertyLine(
  compiler: Compiler,
  site: Site,
  name: string,
  property: AnySchema,
  isCounted: boolean,
): string[] {
  const { schema, pointer, hint } = site;
  const isRequired = schema.required?.includes(name) === true;
  const check = compiler.expression({
    schema: property,
    pointer: child(pointer, "properties", name),
    hint: hint + pascal(name),
    x: "x",
    at: json(child("", name)),
    whole: true,
    seen: "",
  });
  if (check === "0" && !isRequired && !isCounted) return [];
  if (!isCounted) {
    const absent = isRequired ? `a.missing(o, ${json(name)})` : "0";
    return [`(x = ${read(name)}) === undefined ? ${absent} : (${check});`];
  }
  const count = isRequired ? "r++" : "n++";
  return [
    check === "0"
      ? `${read(name)} === undefined || ${count};`
      : `(x = ${read(name)}) === undefined || (${count}, ${check});`,
  ];
}

/** `required` of what no property names, and `dependentRequired`. */
function requiredLines({
  properties = {},
  required = [],
  dependentRequired = {},
}: Schema): string[] {
  return [
    ...required
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => `${read(name)} === undefined ? a.missing(o, ${json(name)}) : 0;`),
    ...Object.entries(dependentRequired).map(
      ([name, needed]) => `a.needs(o, v, ${json(name)}, ${json(needed)});`,
    ),
  ];
}

/** Reads a property of `v`; some names `Object.prototype` has too. */
const read = (name: string): string =>
  name in Object.prototype ? `a.own(v, ${json(name)})` : `v[${json(name)}]`;
