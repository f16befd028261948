import { child, isObject, type Node } from "../document.ts";

/** Whether a schema allows null: its author says so, says otherwise, or says nothing of types at all. */
export type Nullability = "yes" | "no" | "open";

/** What one part of a schema says of null. */
export interface Saying {
  readonly nullable: Nullability;
  /** It has no type of its own, or stands around other schemas: `nullable` there is meant for the whole. */
  readonly isWrapper: boolean;
}

/** What the parts say together. */
export function nullOf(parts: readonly Saying[]): Nullability {
  if (parts.some(({ nullable, isWrapper }) => isWrapper && nullable === "yes")) return "yes";
  if (parts.some(({ nullable }) => nullable === "no")) return "no";
  return parts.some(({ nullable }) => nullable === "yes") ? "yes" : "open";
}

/** Whether null is all that the schema allows. */
export function isNullAlone(node: Node): boolean {
  if (!isObject(node.value)) return false;
  const constant = child(node, "const");
  if (constant) return constant.value === null;
  const list = child(node, "enum")?.value;
  if (Array.isArray(list)) return list.length > 0 && list.every((value) => value === null);
  const type = child(node, "type")?.value;
  return type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null");
}
