import type { Json } from "../findings/finding.ts";
import { below } from "../json/pointer.ts";

/** An object of a description whose keys are OpenAPI's or JSON Schema's own, and no names. */
type DescribingObject = { readonly [keyword: string]: Json };

/** Keywords whose value is data: nothing in it describes anything. */
const data = new Set(["example", "examples", "default", "enum", "const", "value"]);

/** Keywords whose value is a map: each of its keys is a name that the author chose, such as a property's. */
const maps = new Set([
  // Schema Object
  ...["properties", "patternProperties", "dependentSchemas", "dependentRequired"],
  ...["$defs", "definitions", "mapping"],
  // Components Object
  ...["schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes"],
  ...["links", "callbacks", "pathItems", "mediaTypes"],
  // elsewhere
  ...["paths", "webhooks", "content", "encoding", "variables", "scopes"],
]);

/**
 * A copy of a description in which every describing object went through `change`, the innermost first. Names and
 * data (examples, defaults, values) are not looked into, so a property that is called `description` stays a property.
 * @param change gets the object with its members changed already, and the pointer to where it stood
 */
export function rewriteObjects(value: Json, change: Change): Json {
  return rewrite(value, change, "", "object");
}

type Change = (object: DescribingObject, pointer: string) => Json;

/** Below `callbacks`, names lead to maps from expressions to path items. */
type Kind = "object" | "map" | "map of maps";

function rewrite(value: Json, change: Change, pointer: string, kind: Kind): Json {
  if (Array.isArray(value))
    return value.map((element, i) => rewrite(element, change, `${pointer}/${i}`, "object"));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, Json] => {
    if (kind === "object" && data.has(name)) return [name, member];
    return [name, rewrite(member, change, below(pointer, name), kindBelow(kind, name, member))];
  });
  const copy = Object.fromEntries(members);
  return kind === "object" ? change(copy, pointer) : copy;
}

function kindBelow(kind: Kind, name: string, member: Json): Kind {
  if (kind === "map of maps") return isReference(member) ? "object" : "map";
  if (kind === "map" || !maps.has(name)) return "object";
  return name === "callbacks" ? "map of maps" : "map";
}

const isReference = (value: Json): boolean =>
  typeof value === "object" && value !== null && "$ref" in value && typeof value.$ref === "string";
