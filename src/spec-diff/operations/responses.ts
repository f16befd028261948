import type { Args, Reporter, Scope } from "../comparison.ts";
import { child, entries, flag, follow, type Node } from "../document.ts";
import type { CompareSchemas } from "../schemas/pair.ts";
import { compareContent } from "./bodies.ts";
import { type Operation, responsesOf } from "./operations.ts";
import { valueSchema } from "./parameters.ts";

/** Compares the statuses of an operation, and of those that both sides have, headers and bodies. */
export function compareResponses(
  base: Operation,
  revision: Operation,
  compare: CompareSchemas,
  report: Reporter,
): void {
  const [from, to] = [responsesOf(base), responsesOf(revision)];
  for (const status of [...new Set([...from.keys(), ...to.keys()])].sort()) {
    const [was, is] = [from.get(status), to.get(status)];
    const kind = status.startsWith("2") ? "success" : "non-success";
    if (was && !is) report(`response-${kind}-status-removed`, was, { status });
    if (!was && is) report(`response-${kind}-status-added`, is, { status });
    if (!was || !is) continue;
    compareHeaders(was, is, { status }, compare, report);
    compareContent(was, is, { root: "response-body", path: [], args: { status } }, compare, report);
  }
}

function compareHeaders(
  base: Node,
  revision: Node,
  args: Args,
  compare: CompareSchemas,
  report: Reporter,
): void {
  const [from, to] = [headersOf(base), headersOf(revision)];
  for (const header of [...new Set([...from.keys(), ...to.keys()])].sort()) {
    const [was, is] = [from.get(header), to.get(header)];
    const said = { ...args, header };
    if (was && is) compareHeader(was, is, said, compare, report);
    else if (was) report(`${need(was)}-response-header-removed`, was, said);
    else if (is) report(`${need(is)}-response-header-added`, is, said);
  }
}

function compareHeader(
  base: Node,
  revision: Node,
  args: Args,
  compare: CompareSchemas,
  report: Reporter,
): void {
  const at = child(revision, "required") ?? revision;
  if (need(base) === "optional" && need(revision) === "required")
    report("response-header-became-required", at, args);
  if (need(base) === "required" && need(revision) === "optional")
    report("response-header-became-optional", at, args);
  const [was, is] = [flag(base, "deprecated"), flag(revision, "deprecated")];
  if (!was && is)
    report("response-header-deprecated", child(revision, "deprecated") ?? revision, args);
  if (was && !is) report("response-header-reactivated", revision, args);
  const scope: Scope = { root: "response-header", path: [], args };
  compare([valueSchema(base)], [valueSchema(revision)], scope);
}

function need(header: Node): "required" | "optional" {
  return flag(header, "required") ? "required" : "optional";
}

/** Headers by name in lower case. OpenAPI ignores a described Content-Type: the media types say it. */
function headersOf(response: Node): Map<string, Node> {
  return new Map(
    entries(child(response, "headers"))
      .map(([name, header]): [string, Node] => [name.toLowerCase(), follow(header)])
      .filter(([name]) => name !== "content-type"),
  );
}
