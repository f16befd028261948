import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Json } from "../findings/finding.ts";
import { below, namesOf } from "../json/pointer.ts";
import { diffSpecs } from "./diff-specs.ts";
import { isObject, type JsonObject, type OpenApiDocument } from "./document.ts";
import { diffRules } from "./rules/all.ts";

const file = "../../openapi/upstream/exa-websets.2026-03-12.reduced.yaml";
const vendor: OpenApiDocument = parse(readFileSync(new URL(file, import.meta.url), "utf8"));

/** One change of the vendor's description, and what must be told of it. */
interface Edit {
  readonly what: string;
  /** Where something else is put, or nothing. */
  readonly pointer: string;
  readonly to?: Json;
  /** What the id of the finding says, whatever the place. */
  readonly change: RegExp;
  readonly location: string;
  /** Who is broken: the one who sends it, or the one who receives it. */
  readonly breaks: readonly ("request" | "response")[];
}

const both = ["request", "response"] as const;

function* edits(value: Json, pointer: string, isMap = false): Generator<Edit> {
  if (Array.isArray(value)) {
    for (const [i, member] of value.entries()) yield* edits(member, below(pointer, i));
  } else if (isObject(value)) {
    if (!isMap) yield* schemaEdits(value, pointer);
    for (const [key, member] of Object.entries(value))
      if (!["enum", "default", "required", "security"].includes(key))
        yield* edits(member, below(pointer, key), key === "properties" && !isMap);
  }
}

/** What can be changed in a schema. */
function* schemaEdits(schema: JsonObject, pointer: string): Generator<Edit> {
  const at = (key: string | number) => below(pointer, key);
  const { type, enum: values, required, properties, format, const: constant } = schema;
  const isPlain = values === undefined && constant === undefined;
  if (typeof type === "string" && isPlain && type !== "object" && type !== "null") {
    const other = type === "boolean" ? "string" : "boolean";
    yield {
      what: "another type",
      pointer: at("type"),
      to: other,
      change: /-type-changed$/,
      location: at("type"),
      breaks: both,
    };
    if (!/\/(oneOf|anyOf)\/\d+$/.test(pointer))
      yield {
        what: "null",
        pointer: at("type"),
        to: [type, "null"],
        change: /-became-nullable$/,
        location: pointer,
        breaks: ["response"],
      };
  }
  if (Array.isArray(values) && values.length > 2) {
    const last = values.length - 1;
    yield {
      what: "a value less",
      pointer: at("enum"),
      to: values.slice(0, last),
      change: /-enum-value-removed$/,
      location: below(at("enum"), last),
      breaks: ["request"],
    };
    yield {
      what: "a value more",
      pointer: at("enum"),
      to: [...values, "brand-new"],
      change: /-enum-value-added$/,
      location: below(at("enum"), last + 1),
      breaks: [],
    };
  }
  if (Array.isArray(required)) {
    const last = required.length - 1;
    yield {
      what: "one name less is required",
      pointer: at("required"),
      to: required.slice(0, last),
      change: /-became-optional$/,
      location: below(at("required"), last),
      breaks: ["response"],
    };
  }
  if (isObject(properties)) {
    yield {
      what: "one property more",
      pointer: at("properties"),
      to: { ...properties, extra: { type: "string" } },
      change: /(new-optional-|optional-property-added)/,
      location: below(at("properties"), "extra"),
      breaks: [],
    };
    const optional = Object.keys(properties).find(
      (name) => !Array.isArray(required) || !required.includes(name),
    );
    if (optional !== undefined) {
      const { [optional]: _, ...rest } = properties;
      yield {
        what: "one property less",
        pointer: at("properties"),
        to: rest,
        change: /property-removed$/,
        location: below(at("properties"), optional),
        breaks: [],
      };
    }
  }
  if (typeof format === "string")
    yield {
      what: "another format",
      pointer: at("format"),
      to: "ipv6",
      change: /-format-changed$/,
      location: at("format"),
      breaks: both,
    };
  for (const [keyword, change] of limits) {
    const limit = schema[keyword];
    if (typeof limit === "number")
      yield {
        what: `a greater ${keyword}`,
        pointer: at(keyword),
        to: limit + 1,
        change: new RegExp(`-${change}-increased$`),
        location: at(keyword),
        breaks: change.startsWith("min") ? ["request"] : ["response"],
      };
  }
}

const limits = [
  ["minLength", "min-length"],
  ["maxLength", "max-length"],
  ["minItems", "min-items"],
  ["maxItems", "max-items"],
  ["minimum", "min"],
  ["maximum", "max"],
] as const;

/** What can be changed around the schemas. */
function* operationEdits(): Generator<Edit> {
  for (const [path, item] of Object.entries(vendor.paths as JsonObject)) {
    for (const [method, operation] of Object.entries(item as JsonObject)) {
      const pointer = below(below("/paths", path), method);
      if (!isObject(operation)) continue;
      const { responses, requestBody } = operation;
      for (const status of Object.keys((responses ?? {}) as JsonObject)) {
        const { [status]: _, ...rest } = responses as JsonObject;
        const isSuccess = status.startsWith("2");
        const change = isSuccess ? /-success-status-removed$/ : /-non-success-status-removed$/;
        yield {
          what: "a status less",
          pointer: below(pointer, "responses"),
          to: rest,
          change,
          location: below(below(pointer, "responses"), status),
          breaks: isSuccess ? ["response"] : [],
        };
      }
      if (isObject(requestBody))
        yield {
          what: "no request body",
          pointer: below(pointer, "requestBody"),
          change: /^request-body-removed$/,
          location: below(pointer, "requestBody"),
          breaks: ["request"],
        };
      const parameters = (operation.parameters ?? []) as Json[];
      const added = { name: "tenant", in: "query", required: true, schema: { type: "string" } };
      yield {
        what: "a parameter that is required",
        pointer: below(pointer, "parameters"),
        to: [...parameters, added],
        change: /^new-required-request-parameter$/,
        location: below(below(pointer, "parameters"), parameters.length),
        breaks: ["request"],
      };
      yield {
        what: "deprecated",
        pointer: below(pointer, "deprecated"),
        to: true,
        change: /^endpoint-deprecated$/,
        location: below(pointer, "deprecated"),
        breaks: [],
      };
      const { [method]: _, ...others } = item as JsonObject;
      yield {
        what: "no operation",
        pointer: below("/paths", path),
        to: others,
        change: /^api-(path-)?removed-without-deprecation$/,
        location: pointer,
        breaks: both,
      };
    }
  }
}

function edited({ pointer, to }: Edit): OpenApiDocument {
  const copy = structuredClone(vendor);
  const names = namesOf(pointer);
  const key = names.pop() ?? "";
  // The copy is ours to change.
  let holder = copy as unknown as Record<string, Json>;
  for (const name of names) holder = holder[name] as unknown as Record<string, Json>;
  if (to === undefined) delete holder[key];
  else holder[key] = to;
  return copy;
}

const all = [...edits(vendor, ""), ...operationEdits()].filter(
  ({ pointer }) => !pointer.startsWith("/components/securitySchemes/"),
);

describe("one change of the vendor's description", () => {
  it("is of every kind that may come", () => {
    expect(new Set(all.map(({ what }) => what)).size).toBeGreaterThanOrEqual(12);
    expect(all.length).toBeGreaterThan(100);
  });

  it.each(all)("is told at its place and nothing else: $what at $pointer", (edit) => {
    const { findings, notCompared } = diffSpecs(vendor, edited(edit));
    expect(notCompared).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
    for (const { id, location, level } of findings) {
      expect(id).toMatch(edit.change);
      expect(location).toBe(edit.location);
      const direction = diffRules.get(id)?.direction ?? "none";
      const isBreaking =
        direction === "none" ? edit.breaks.length > 0 : edit.breaks.includes(direction);
      expect(level === "error").toBe(isBreaking);
    }
  });
});
