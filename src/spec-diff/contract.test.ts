import { describe, expect, it } from "vitest";
import contract from "../../generated/openapi.json" with { type: "json" };
import type { Json } from "../findings/finding.ts";
import { below, namesOf } from "../json/pointer.ts";
import { diffSpecs } from "./diff-specs.ts";
import { isObject, lookUp, type OpenApiDocument, rootNode } from "./document.ts";
import { describing } from "./rules/rules.test-cases.ts";

const diff = (...args: Parameters<typeof diffSpecs>) => diffSpecs(...args).findings;

// The import's type is narrower than any description.
const ours = contract as unknown as OpenApiDocument;

/** One success and one failure: the other failures are described by the same components. */
const short = (() => {
  const copy = structuredClone(ours);
  for (const [pointer, value] of walk(copy, "")) {
    if (!/^\/paths\/[^/]+\/post\/responses$/.test(pointer)) continue;
    const responses = value as Record<string, Json>; // the copy is ours to change
    for (const status of Object.keys(responses))
      if (!["200", "429"].includes(status)) delete responses[status];
  }
  return copy;
})();

interface Change {
  readonly what: string;
  readonly pointer: string;
  /** What stands there then; nothing where it is absent. */
  readonly to?: Json;
}

function* changes(): Generator<Change> {
  for (const [pointer, value] of walk(short, "")) {
    if (!/^\/(paths|components)\//.test(pointer) || /\/(examples?|description)(\/|$)/.test(pointer))
      continue;
    if (!isUsed(pointer)) continue;
    for (const [what, to] of changesAt(pointer, value))
      yield { what, pointer, ...(to !== undefined && { to }) };
  }
}

function* walk(value: Json, pointer: string): Generator<[string, Json]> {
  yield [pointer, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* walk(member, below(pointer, key));
}

const named = new Set(["required", "enum", "properties", "responses", "headers", "content"]);
const limits = /^((min|max)(Length|Items)|(exclusiveM|m)(in|ax)imum)$/;

/** What can be changed at a pointer so that the meaning changes. */
function changesAt(pointer: string, value: Json): (readonly [what: string, to?: Json])[] {
  const [parent = "", key = ""] = pointer.split("/").slice(-2);
  // A type that allows null allows it whether the values list it or not: its author says so.
  if (parent === "enum" && value === null) return [];
  if (named.has(parent) && !/^\/components\/\w+\/[^/]+$/.test(pointer)) return [["drop"]];
  if (limits.test(key) && typeof value === "number") return [["raise", value + 1], ["drop"]];
  if (["const", "format", "pattern"].includes(key)) return [["change", `${value}x`], ["drop"]];
  if (["deprecated", "security", "additionalProperties"].includes(key)) return [["drop"]];
  if (["oneOf", "anyOf"].includes(key) && Array.isArray(value))
    return value.map((_, i) => ["drop a branch", value.filter((_, j) => j !== i)] as const);
  if (key !== "type" || isEnumerated(pointer)) return [];
  if (Array.isArray(value)) return [["narrow", value.filter((type) => type !== "null")]];
  return value === "null" ? [] : [["change", value === "string" ? "number" : "string"]];
}

/** Beside a list of values, the type says nothing more. */
function isEnumerated(pointer: string): boolean {
  const schema = lookUp(rootNode(short, "base"), `#${pointer.slice(0, -"/type".length)}`).value;
  return isObject(schema) && (schema.enum !== undefined || schema.const !== undefined);
}

/** Components that nothing refers to are no part of any operation. */
function isUsed(pointer: string): boolean {
  const [, kind, name] = /^\/components\/(\w+)\/([^/]+)/.exec(pointer) ?? [];
  return (
    kind === undefined ||
    kind === "securitySchemes" ||
    text.includes(`"#/components/${kind}/${name}"`)
  );
}
const text = JSON.stringify(short);

function changed({ pointer, to }: Change): OpenApiDocument {
  const copy = structuredClone(short);
  const names = namesOf(pointer);
  const key = names.pop() ?? "";
  const at = names.reduce((place, name) => below(place, name), "");
  // The copy is ours to change.
  const holder = lookUp(rootNode(copy, "base"), `#${at}`).value as unknown as
    | Record<string, Json>
    | Json[];
  if (to !== undefined) Object.assign(holder, { [key]: to });
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

/** Of a change in one schema, only that schema, to be quick. */
function viewOf({ pointer }: Change): (of: OpenApiDocument) => OpenApiDocument {
  const [, schema] = /^\/components\/schemas\/([^/]+)\//.exec(pointer) ?? [];
  if (schema === undefined) return (of) => of;
  const { openapi, paths } = describing("response-body", {
    $ref: `#/components/schemas/${schema}`,
  });
  return ({ components }) => ({ openapi, paths, components }) as OpenApiDocument; // its parts are JSON
}

describe("a change of the packaged contract", () => {
  it("is found, whatever it is", { timeout: 300_000 }, () => {
    const all = [...changes()];
    const unseen = all.filter((change) => {
      const view = viewOf(change);
      return diff(view(short), view(changed(change))).length === 0;
    });
    expect(unseen.map(({ what, pointer }) => `${what} ${pointer}`)).toEqual([]);
    expect(all.length).toBeGreaterThan(300);
  });

  it("is none where it is only written another way: as OpenAPI 3.0, without references, at the host's root", () => {
    const paths = Object.entries(ours.paths as Record<string, Json>).map(([path, item]) => [
      `/websets${path}`,
      item,
    ]);
    const { jsonSchemaDialect: _, ...rest } = ours;
    const other = asVersion30({ ...rest, paths: Object.fromEntries(paths) }) as OpenApiDocument; // it was one before
    const document = { ...other, openapi: "3.0.3", servers: [{ url: "https://api.exa.ai" }] };
    expect(JSON.stringify(other.paths)).not.toContain("$ref");
    expect(diff(ours, document)).toEqual([]);
    expect(diff(document, ours)).toEqual([]);
  });
});

/** The same without references, and with the keywords that 3.0 has in place of those that it has not. */
function asVersion30(value: Json): Json {
  if (Array.isArray(value)) return value.map(asVersion30);
  if (!isObject(value)) return value;
  if (typeof value.$ref === "string")
    return asVersion30(lookUp(rootNode(ours, "base"), value.$ref).value);
  const { const: constant, type, oneOf, ...rest } = value;
  const isNull = (branch: Json) => isObject(branch) && branch.type === "null";
  const branches = Array.isArray(oneOf) ? oneOf.filter((branch) => !isNull(branch)) : undefined;
  const types = Array.isArray(type) ? type.filter((name) => name !== "null") : undefined;
  const nullable =
    (types && types.length < (type as Json[]).length) ||
    branches?.length !== (oneOf as Json[] | undefined)?.length;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, below]) => [key, asVersion30(below)])),
    ...(constant !== undefined &&
      (typeof constant === "string" ? { enum: [constant] } : { const: asVersion30(constant) })),
    ...(types ? { type: types[0] as Json } : type !== undefined && { type: asVersion30(type) }),
    ...(branches && { [branches.length === 1 ? "allOf" : "oneOf"]: branches.map(asVersion30) }),
    ...(nullable && { nullable: true }),
  };
}
