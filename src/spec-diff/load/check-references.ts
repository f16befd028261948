import { namesOf } from "../../json/pointer.ts";
import { rewriteObjects } from "../../openapi/rewrite.ts";
import { child, follow, lookUp, type Node, SpecError } from "../document.ts";

/** Follows every reference once. @throws SpecError for one that leads nowhere, or only back to itself */
export function checkReferences(root: Node): void {
  rewriteObjects(root.value, (object, pointer) => {
    const { $ref } = object;
    if (typeof $ref !== "string") return object;
    const node = namesOf(pointer).reduce<Node>((at, name) => child(at, name) ?? at, root);
    try {
      follow(node);
    } catch (error) {
      if (error instanceof SpecError)
        throw new SpecError(error.message, node.pointer, node.in.side);
      throw error;
    }
    lookUp(node, $ref);
    return object;
  });
}
