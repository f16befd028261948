import type { Json } from "../../src/findings/finding.ts";
import { namesOf } from "../../src/json/pointer.ts";
import { rewriteObjects } from "../../src/openapi/rewrite.ts";

type JsonObject = { readonly [key: string]: Json };

/** Keywords whose value is written for people. A description says the same to a program without them. */
const prose = new Set([
  ...["title", "description", "summary", "example", "examples", "externalDocs", "tags", "$comment"],
]);

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/**
 * The facts that a description states about some operations: all prose is dropped (texts, examples, extensions), and
 * every component that none of the operations refers to. Facts are nobody's work, so such a file can be kept and
 * published where the whole description cannot.
 * @param operations `METHOD /path/{template}`; names of path parameters do not matter
 * @throws Error for an operation that the description does not have
 */
export function reduceDescription(
  description: JsonObject,
  operations: readonly string[],
): JsonObject {
  const paths = keepOperations(description, operations);
  const { openapi = "", servers, security, components } = description;
  const { version = "" } = (description.info ?? {}) as JsonObject; // OpenAPI: info is an object
  const facts = withoutProse({
    openapi,
    ...(servers && { servers }),
    paths,
    ...(security && { security }),
    ...(components && { components }),
  });
  const { openapi: first, ...rest } = keepReferred(facts);
  // The specification requires a title.
  return { openapi: first ?? "", info: { title: "Reduced to facts", version }, ...rest };
}

function keepOperations(description: JsonObject, operations: readonly string[]): JsonObject {
  const wanted = new Set(operations.map(sameName));
  const paths = Object.entries((description.paths ?? {}) as JsonObject).flatMap(([path, item]) => {
    const kept = Object.entries(item as JsonObject).filter(([key]) => {
      if (!methods.includes(key)) return true;
      return wanted.delete(sameName(`${key.toUpperCase()} ${path}`));
    });
    return kept.some(([key]) => methods.includes(key)) ? [[path, Object.fromEntries(kept)]] : [];
  });
  if (wanted.size > 0) throw new Error(`the description has no ${[...wanted].join(", ")}`);
  return Object.fromEntries(paths);
}

const sameName = (operation: string): string => operation.replace(/\{[^}]*\}/g, "{}");

/** Drops all that is written for people. */
export function withoutProse(description: JsonObject): JsonObject {
  const facts = rewriteObjects(description, (object) => {
    const kept = Object.entries(object).filter(([key]) => !prose.has(key) && !key.startsWith("x-"));
    return Object.fromEntries(
      kept.map(([key, value]) => [key, key === "responses" ? described(value) : value]),
    );
  });
  return facts as JsonObject; // an object stays one
}

/** A response must have a description: an empty one. */
function described(responses: Json): Json {
  if (!isObject(responses)) return responses;
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const isWritten = isObject(response) && !("$ref" in response);
      return [status, isWritten ? { description: "", ...response } : response];
    }),
  );
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Drops the components that are not reached from the paths. Security schemes are reached by their names. */
function keepReferred({ components, ...rest }: JsonObject): JsonObject {
  const all = (components ?? {}) as JsonObject;
  const reached = new Set<string>();
  const reach = (value: Json): void => {
    for (const [kind, name] of componentsIn(value)) {
      const key = JSON.stringify([kind, name]);
      const component = (all[kind] as JsonObject | undefined)?.[name];
      if (reached.has(key) || component === undefined) continue;
      reached.add(key);
      reach(component);
    }
  };
  reach(rest);
  const kept = Object.entries(all).flatMap(([kind, map]) => {
    const members = Object.entries(map as JsonObject).filter(([name]) =>
      reached.has(JSON.stringify([kind, name])),
    );
    return members.length > 0 ? [[kind, Object.fromEntries(members)]] : [];
  });
  return { ...rest, components: Object.fromEntries(kept) };
}

function componentsIn(value: Json): [kind: string, name: string][] {
  const found: [string, string][] = [];
  rewriteObjects(value, (object) => {
    const { $ref, discriminator, security } = object;
    const { mapping = {} } = (discriminator ?? {}) as { mapping?: Record<string, string> };
    for (const ref of [$ref, ...Object.values(mapping)]) {
      const [root, kind, name] = typeof ref === "string" ? namesOf(ref) : [];
      if (root === "components" && kind !== undefined && name !== undefined)
        found.push([kind, name]);
    }
    if (Array.isArray(security))
      for (const requirement of security)
        for (const name of Object.keys(requirement ?? {})) found.push(["securitySchemes", name]);
    return object;
  });
  return found;
}
