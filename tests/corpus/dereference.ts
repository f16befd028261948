import type { Json } from "../../src/findings/finding.ts";
import { rewriteObjects } from "../../src/openapi/rewrite.ts";
import { isObject, type JsonObject, valueAt } from "./schema-name.ts";

/** How many objects may come in the place of references before the rest of them is left. */
const maxObjects = 300_000;

/**
 * References replaced by what they lead to, but for circles and for branches of a union with a discriminator, whose
 * names are its values. Of large descriptions as much as fits.
 */
export function dereference(document: JsonObject): JsonObject | undefined {
  const is30 = String(document.openapi).startsWith("3.0");
  let left = maxObjects;
  const inline = (value: Json, above: readonly string[]): Json =>
    rewriteObjects(value, (object, pointer) => {
      left--;
      const { $ref, ...siblings } = object;
      if (typeof $ref !== "string" || !$ref.startsWith("#/") || left < 0) return object;
      if (above.includes($ref) || isTagged(value, pointer)) return object;
      const target = valueAt(document, $ref);
      if (!isObject(target)) return object;
      const inlined = inline(target, [...above, $ref]);
      const isPlain =
        is30 || Object.keys(siblings).every((key) => /^(summary|description)$/.test(key));
      return isPlain ? inlined : { allOf: [inlined], ...siblings };
    });
  const { paths, ...rest } = document;
  return paths === undefined ? undefined : { ...rest, paths: inline(paths, []) };
}

/** Whether the object at the pointer is a branch of a union with a discriminator. */
function isTagged(root: Json, pointer: string): boolean {
  const [, union] = /^(.*)\/(?:oneOf|anyOf)\/\d+$/s.exec(pointer) ?? [];
  if (union === undefined) return false;
  const schema = isObject(root) ? valueAt(root, `#${union}`) : undefined;
  return isObject(schema) && schema.discriminator !== undefined;
}
