import {
  branchTag,
  type Description,
  resolve,
  type Schema,
  shapeOf,
  tagProperty,
} from "../../openapi/description.ts";
import { type StandIns, standInText } from "./stand-ins.ts";

/** What a name of the contract's kind looks like: short, and words rather than a token. Any other may be data. */
const identifier = /^(?=.{1,30}$)[a-z]+(?:[A-Z_][a-z]+){0,4}\d{0,2}$/;

/**
 * The value with everything replaced that the contract does not know to be harmless. Kept are null, booleans, the
 * numbers, enum and const values that the contract allows at their place, and names of properties, for drift shows in
 * them. A value that breaks the contract is replaced by one that breaks it alike.
 * @param kept gets the names that were kept although the contract does not know them
 */
export function scrubValue(
  description: Description,
  start: Schema,
  value: unknown,
  names: StandIns,
  kept: Set<string>,
): unknown {
  return scrub(start, value, "");

  function scrub(schema: Schema | undefined, at: unknown, name: string): unknown {
    if (at === null || typeof at === "boolean") return at;
    const own = schema && branchFor(schema, at);
    if (typeof at === "number") return own && takes(own, "number") ? at : 1;
    if (typeof at === "string") return text(own ?? {}, at, name);
    if (Array.isArray(at)) {
      const items = typeof own?.items === "object" ? own.items : undefined;
      return at.map((item) => scrub(items, item, name));
    }
    return object(own ?? {}, at as Record<string, unknown>); // nothing else is JSON
  }

  function text(own: Schema, at: string, name: string): string {
    if (at === own.const || own.enum?.includes(at)) return at;
    const isId =
      /^id$|[a-z]Id$/.test(name) && own.minLength === undefined && own.maxLength === undefined;
    return isId && own.format === undefined ? names.name("id", at) : standInText(at, own);
  }

  function object(own: Schema, at: Record<string, unknown>): unknown {
    // Without a prototype, so that a key called __proto__ is one.
    const result: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(at)) {
      const known = property(own, key);
      const free = known === undefined && isMap(own);
      const member =
        free && typeof own.additionalProperties === "object" ? own.additionalProperties : known;
      const keeps = known !== undefined || (!free && identifier.test(key));
      if (keeps && known === undefined) kept.add(key);
      result[keeps ? key : names.name("key", key)] = scrub(member, at[key], free ? "" : key);
    }
    return result;
  }

  function property(own: Schema, key: string): Schema | undefined {
    if (own.properties && Object.hasOwn(own.properties, key)) return own.properties[key];
    const parts = own.allOf?.map((part) => property(resolve(description, part), key));
    return parts?.find((part) => part !== undefined);
  }

  /** The schema that applies to a value; of a union, the branch that its tag names. */
  function branchFor(schema: Schema, at: unknown): Schema | undefined {
    const shape = shapeOf(description, schema);
    const [first] = shape.branches;
    if (shape.branches.length === 1 && first) return resolve(description, first);
    const tag = tagProperty(description, shape);
    if (tag === undefined || typeof at !== "object" || at === null || Array.isArray(at))
      return undefined;
    const value = (at as Record<string, unknown>)[tag];
    const branch = shape.branches.find((one) => branchTag(description, one, tag) === value);
    return branch && resolve(description, branch);
  }
}

function isMap(own: Schema): boolean {
  return takes(own, "object") && own.properties === undefined && own.allOf === undefined;
}

function takes({ type }: Schema, kind: string): boolean {
  const types = typeof type === "string" ? [type] : (type ?? []);
  return types.includes(kind) || (kind === "number" && types.includes("integer"));
}
