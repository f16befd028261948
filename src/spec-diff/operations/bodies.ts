import { child, entries, flag, get, type Node } from "../document.ts";
import type { Args } from "../findings.ts";
import type { Root } from "../rules/places.ts";
import type { Comparison } from "./comparison.ts";
import type { Operation } from "./operations.ts";

/** Compares the request body of an operation. */
export function compareRequestBody(base: Operation, revision: Operation, to: Comparison): void {
  const [was, is] = [get(base.node, "requestBody"), get(revision.node, "requestBody")];
  if (was && !is) to.report("request-body-removed", was);
  if (!was && is)
    to.report(
      flag(is, "required") ? "request-body-added-required" : "request-body-added-optional",
      is,
    );
  if (!was || !is) return;
  const at = child(is, "required") ?? is;
  to.attempt(at, () => {
    const [wasRequired, isRequired] = [flag(was, "required"), flag(is, "required")];
    if (!wasRequired && isRequired) to.report("request-body-became-required", at);
    if (wasRequired && !isRequired) to.report("request-body-became-optional", at);
  });
  compareContent(was, is, "request-body", {}, to);
}

/** What is told of a media type that came or went. */
const mediaTypeRules = {
  "request-body": ["request-body-media-type-added", "request-body-media-type-removed"],
  "response-body": ["response-media-type-added", "response-media-type-removed"],
} as const;

/** Compares the media types of a body, and the schemas of those that both sides have. */
export function compareContent(
  base: Node,
  revision: Node,
  root: keyof typeof mediaTypeRules,
  args: Args,
  to: Comparison,
): void {
  const [from, is] = [
    mediaTypesOf(child(base, "content")),
    mediaTypesOf(child(revision, "content")),
  ];
  const [added, removed] = mediaTypeRules[root];
  for (const [mediaType, node] of from) {
    const other = is.get(mediaType);
    if (other) compareMediaType(node, other, root, args, to);
    else to.report(removed, node, { ...args, mediaType });
  }
  for (const [mediaType, node] of is)
    if (!from.has(mediaType)) to.report(added, node, { ...args, mediaType });
}

/** Compares the schemas of one media type. How its parts are encoded, and OpenAPI 3.2's streams of items, are not weighed. */
export function compareMediaType(
  base: Node,
  revision: Node,
  root: Root,
  args: Args,
  to: Comparison,
): void {
  to.schemas(root, args, schemaOf(base), schemaOf(revision));
  for (const keyword of ["encoding", "itemSchema", "prefixEncoding", "itemEncoding"])
    to.notCompared(keyword, child(base, keyword), child(revision, keyword));
}

/**
 * Media types in lower case and without their charset: JSON is UTF-8 anyway (RFC 8259, section 8.1), and a
 * description that leaves it out means the same.
 */
export function mediaTypesOf(content: Node | undefined): Map<string, Node> {
  return new Map(
    entries(content).map(([name, node]) => {
      const [type = "", ...parameters] = name
        .toLowerCase()
        .split(";")
        .map((part) => part.trim());
      return [
        [type, ...parameters.filter((part) => !part.startsWith("charset="))].join("; "),
        node,
      ];
    }),
  );
}

function schemaOf(mediaType: Node): Node {
  return child(mediaType, "schema") ?? { ...mediaType, value: true };
}
