import type { Json } from "../../findings/finding.ts";

/** Types of a value other than null. `number` stands for the numbers that are no integers. */
const typeNames = ["array", "boolean", "integer", "number", "object", "string"] as const;

export type TypeName = (typeof typeNames)[number];

/** A set of types, one bit each. */
export type TypeSet = number;

export const allTypes: TypeSet = 2 ** typeNames.length - 1;

const bit = (type: TypeName): TypeSet => 2 ** typeNames.indexOf(type);

const fraction = bit("number");

/** The types that a name in `type` stands for; `undefined` for a name that there is not. Null is none of them. */
export function typesNamed(name: Json): TypeSet | undefined {
  if (name === "null") return 0;
  if (name === "number") return fraction | bit("integer");
  const known = typeNames.find((type) => type === name);
  return known && bit(known);
}

/** The type of a value; nothing for null. */
export function typeOf(value: Json): TypeSet {
  if (value === null) return 0;
  if (Array.isArray(value)) return bit("array");
  if (typeof value === "number") return Number.isInteger(value) ? bit("integer") : fraction;
  return bit(typeof value as "boolean" | "object" | "string"); // what JSON has besides
}

export function hasType(types: TypeSet, type: TypeName): boolean {
  return (types & bit(type)) !== 0;
}

/** The set taken apart into one set for each type that people write. */
export function eachType(types: TypeSet): TypeSet[] {
  const whole = hasType(types, "number") ? types & ~bit("integer") : types;
  return typeNames
    .filter((type) => hasType(whole, type))
    .map((type) => (type === "number" ? types & (fraction | bit("integer")) : bit(type)));
}

/** What a list of types lost and gained, by the change that says it. */
export function typeChange(from: TypeSet, to: TypeSet) {
  const [lost, gained] = [from & ~to, to & ~from];
  if (lost !== 0 && gained !== 0) return "type-changed";
  if (gained !== 0) return gained === fraction ? "type-generalized" : "list-of-types-widened";
  if (lost !== 0) return lost === fraction ? "type-specialized" : "list-of-types-narrowed";
  return undefined;
}

/** The types as people write them. */
export function describeTypes(types: TypeSet): string {
  if (types === allTypes) return "any type";
  const whole = hasType(types, "number") ? types & ~bit("integer") : types;
  const names = typeNames.filter((type) => hasType(whole, type));
  return names.length === 0 ? "null alone" : names.join(" or ");
}
