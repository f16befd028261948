import { resolve, type Schema, shapeOf, tagProperty } from "../../src/openapi/description.ts";
import { description } from "./contract.ts";

/** A place in a value at which a named schema of the contract applies. */
export interface Place {
  /** The name under `components/schemas`. */
  readonly schema: string;
  /** JSON Pointer into the value. */
  readonly pointer: string;
  /** A pointer to something inside the place, and a value that is wrong there: what the schema must refuse. */
  readonly wrong: { readonly pointer: string; readonly value: unknown };
}

/** Every place in a valid value at which a named schema applies, in the order of the value. */
export function* placesIn(schema: Schema, value: unknown, pointer = ""): Generator<Place> {
  if (value === null || value === undefined) return;
  const own = resolve(description, schema);
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    yield { schema: name, pointer, wrong: wrongIn(own, value, pointer) };
  }
  const branch = branchOf(own, value);
  if (branch) return yield* placesIn(branch, value, pointer);
  if (Array.isArray(value)) {
    const { items } = own;
    if (typeof items !== "object") return;
    for (const [index, item] of value.entries())
      yield* placesIn(items, item, `${pointer}/${index}`);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const at = own.properties?.[name] ?? own.additionalProperties;
      if (typeof at === "object") yield* placesIn(at, member, `${pointer}/${name}`);
    }
  }
}

/** The branch of a union that a value which is not null belongs to; undefined where there is no union. */
export function branchOf(own: Schema, value: unknown): Schema | undefined {
  if (!own.oneOf && !own.anyOf) return undefined;
  const shape = shapeOf(description, own);
  const tag = tagProperty(description, shape);
  if (shape.branches.length === 1 || tag === undefined) return own.oneOf?.[0];
  return shape.branches.find((branch) => {
    const at = resolve(description, branch).properties?.[tag];
    return isObject(value) && at?.const === value[tag];
  });
}

/** Goes into the object where it can, so that a schema whose inside is not looked at is found out. */
function wrongIn(own: Schema, value: unknown, pointer: string): Place["wrong"] {
  const [first] = isObject(value) && !own.oneOf ? Object.entries(value) : [];
  if (!first) return { pointer, value: 5 };
  const [name, member] = first;
  return { pointer: `${pointer}/${name}`, value: typeof member === "string" ? 5 : "wrong" };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
