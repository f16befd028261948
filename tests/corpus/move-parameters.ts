import type { Json } from "../../src/findings/finding.ts";
import { isObject, type JsonObject } from "./schema-name.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Parameters of a path pushed down into its operations; where the path has none, those that all share moved up. */
export function moveParameters(document: JsonObject): JsonObject | undefined {
  if (!isObject(document.paths)) return undefined;
  const paths = Object.entries(document.paths).map(([path, item]) => {
    if (!isObject(item) || "$ref" in item) return [path, item];
    return [path, listOf(item.parameters).length > 0 ? pushDown(item) : moveUp(item)];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

function pushDown({ parameters, ...item }: JsonObject): JsonObject {
  return (
    eachOperation(item, (operation) => {
      const own = listOf(operation.parameters);
      const names = new Set(own.map(nameOf));
      // Two references to one parameter, or a reference and a copy, cannot be told apart here: then nothing moves.
      if (own.some(isReference) || listOf(parameters).some(isReference))
        return own.length === 0 ? { ...operation, parameters: listOf(parameters) } : undefined;
      const inherited = listOf(parameters).filter((parameter) => !names.has(nameOf(parameter)));
      return { ...operation, parameters: [...own, ...inherited] };
    }) ?? { ...item, ...(parameters !== undefined && { parameters }) }
  );
}

function moveUp(item: JsonObject): JsonObject {
  const operations = methods.flatMap((method) => (isObject(item[method]) ? [item[method]] : []));
  const [first, ...others] = operations.map((operation) => listOf(operation.parameters).map(text));
  const shared = (first ?? []).filter((one) => others.every((list) => list.includes(one)));
  if (shared.length === 0) return item;
  const moved = eachOperation(item, (operation) => ({
    ...operation,
    parameters: listOf(operation.parameters).filter((one) => !shared.includes(text(one))),
  }));
  return { ...moved, parameters: shared.map((one) => JSON.parse(one)) };
}

/** The path item with each operation changed; undefined where one of them cannot be. */
function eachOperation(
  item: JsonObject,
  change: (operation: JsonObject) => JsonObject | undefined,
): JsonObject | undefined {
  const members = Object.entries(item).map(([key, value]) => [
    key,
    methods.includes(key) && isObject(value) ? change(value) : value,
  ]);
  return members.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(members);
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json): string => JSON.stringify(value);
const isReference = (value: Json): boolean => isObject(value) && "$ref" in value;
const nameOf = (value: Json): string => (isObject(value) ? `${value.in} ${value.name}` : "");
