import { namesOf } from "../../src/json/pointer.ts";
import {
  type Description,
  jsonSchema,
  type NamedOperation,
  operationsOf,
  resolve,
  type Schema,
  shapeOf,
} from "../../src/openapi/description.ts";
import type { CoveragePoint } from "../../src/report/report.ts";

type Point = Pick<CoveragePoint, "operation" | "status" | "location" | "kind" | "value">;

/**
 * What a point of the contract is about, wherever it is met: `schemas/Thing /name property`. Operations share
 * components, so that a component need be shown once, and of each operation only its edges: what it asks for and
 * answers with.
 */
export function createComponents(description: Description): (point: Point) => string {
  const operations = new Map(operationsOf(description).map((one) => [one.name, one]));
  return ({ operation, status, location, kind, value }) => {
    const found = operations.get(operation);
    const place = found
      ? placeOf(description, found, status, location)
      : `${operation} ${location}`;
    return [place, kind, ...(value === undefined ? [] : [JSON.stringify(value)])].join(" ");
  };
}

function placeOf(
  description: Description,
  { name, operation }: NamedOperation,
  status: number | undefined,
  location: string,
): string {
  const message = status === undefined ? operation.requestBody : operation.responses?.[status];
  const [, , part, ...path] = location.split("/");
  const edge = message?.$ref ? componentOf(message.$ref) : `${name} ${status ?? ""}`;
  if (!message || part !== "body") {
    const [header = ""] = path;
    const headers = Object.entries(resolve(description, message ?? {}).headers ?? {});
    const shared = headers.find(([one]) => one.toLowerCase() === header)?.[1].$ref;
    return shared && part === "headers" ? componentOf(shared) : `${edge} ${location}`;
  }
  const schema = jsonSchema(description, message);
  return schema ? within(description, schema, namesOf(`/${path.join("/")}`), edge) : edge;
}

/** The innermost component that the path leads into, and the rest of the path. */
function within(
  description: Description,
  start: Schema,
  path: readonly string[],
  edge: string,
): string {
  let place = edge;
  let schemas: readonly Schema[] = [start];
  path = path.filter((name, index) => index > 0 || name !== "");
  for (let depth = 0; ; depth++) {
    const only = schemas.length === 1 ? schemas[0] : undefined;
    const shape = only && shapeOf(description, only);
    // `oneOf` with null beside one reference is that component, made nullable where it stands.
    const inner = shape?.branches.length === 1 ? shape.branches[0] : undefined;
    const isNullable = only && shape?.nullable && inner !== only && depth === path.length;
    const named = only?.$ref ?? (isNullable ? undefined : inner?.$ref);
    if (named) place = componentOf(named);
    const name = path[depth];
    if (name === undefined) return place;
    place += `/${name}`;
    schemas = schemas.flatMap((one) =>
      shapeOf(description, one).branches.flatMap((branch) => membersOf(description, branch, name)),
    );
  }
}

function membersOf(description: Description, branch: Schema, name: string): readonly Schema[] {
  const own = resolve(description, branch);
  const parts = (own.allOf ?? []).flatMap((part) => membersOf(description, part, name));
  const property = own.properties && Object.hasOwn(own.properties, name) && own.properties[name];
  const other = name === "*" ? (own.items ?? own.additionalProperties) : undefined;
  return [...parts, ...[property, other].filter((one) => typeof one === "object")];
}

const componentOf = ($ref: string): string => $ref.replace("#/components/", "");
