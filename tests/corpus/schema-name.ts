import type { Json } from "../../src/findings/finding.ts";
import { namesOf } from "../../src/json/pointer.ts";

export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema component that a reference leads to or into. */
export function schemaName(ref: string): string | undefined {
  const [root, kind, name] = ref.startsWith("#/") ? namesOf(decode(ref.slice(1))) : [];
  return root === "components" && kind === "schemas" ? name : undefined;
}

/** The value at a local reference. */
export function valueAt(document: JsonObject, ref: string): Json | undefined {
  return namesOf(decode(ref.slice(1))).reduce<Json | undefined>(
    (value, name) =>
      Array.isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : undefined,
    document,
  );
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
