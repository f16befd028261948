import type { Reporter, Scope } from "../comparison.ts";
import { child, entries, flag, get, type Node } from "../document.ts";
import type { CompareSchemas } from "../schemas/pair.ts";
import type { Operation } from "./operations.ts";

/** Compares the request body of an operation. */
export function compareRequestBody(
  base: Operation,
  revision: Operation,
  compare: CompareSchemas,
  report: Reporter,
): void {
  const [from, to] = [get(base.node, "requestBody"), get(revision.node, "requestBody")];
  if (from && !to) report("request-body-removed", from, {});
  if (!from && to)
    report(
      flag(to, "required") ? "request-body-added-required" : "request-body-added-optional",
      to,
      {},
    );
  if (!from || !to) return;
  const [was, is] = [flag(from, "required"), flag(to, "required")];
  const at = child(to, "required") ?? to;
  if (!was && is) report("request-body-became-required", at, {});
  if (was && !is) report("request-body-became-optional", at, {});
  compareContent(from, to, { root: "request-body", path: [], args: {} }, compare, report);
}

/** Compares the media types of a body, and the schemas of those that both sides have. */
export function compareContent(
  base: Node,
  revision: Node,
  scope: Scope,
  compare: CompareSchemas,
  report: Reporter,
): void {
  const [from, to] = [
    mediaTypesOf(child(base, "content")),
    mediaTypesOf(child(revision, "content")),
  ];
  const prefix = scope.root === "request-body" ? "request-body" : "response";
  for (const [mediaType, node] of from) {
    const other = to.get(mediaType);
    if (other) compare([schemaOf(node)], [schemaOf(other)], scope);
    else report(`${prefix}-media-type-removed`, node, { ...scope.args, mediaType });
  }
  for (const [mediaType, node] of to) {
    if (!from.has(mediaType))
      report(`${prefix}-media-type-added`, node, { ...scope.args, mediaType });
  }
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
  return child(mediaType, "schema") ?? { ...mediaType, value: {} };
}
