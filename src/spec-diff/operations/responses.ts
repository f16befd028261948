import { child, entries, flag, follow, type Node } from "../document.ts";
import type { Args } from "../findings.ts";
import { compareContent } from "./bodies.ts";
import type { Comparison } from "./comparison.ts";
import { type Operation, responsesOf } from "./operations.ts";
import { valueSchema } from "./parameters.ts";

/** Compares the statuses of an operation, and of those that both sides have, headers and bodies. */
export function compareResponses(base: Operation, revision: Operation, to: Comparison): void {
  const [from, are] = [responsesOf(base), responsesOf(revision)];
  for (const status of [...new Set([...from.keys(), ...are.keys()])].sort()) {
    const [was, is] = [from.get(status), are.get(status)];
    to.part(was, is, () => compareResponse(status, was && follow(was), is && follow(is), to));
  }
}

function compareResponse(
  status: string,
  was: Node | undefined,
  is: Node | undefined,
  to: Comparison,
): void {
  const kind = status.startsWith("2") ? "success" : "non-success";
  if (was && !is) to.report(`response-${kind}-status-removed`, was, { status });
  if (!was && is) to.report(`response-${kind}-status-added`, is, { status });
  if (!was || !is) return;
  to.attempt(is, () => compareHeaders(was, is, { status }, to));
  to.attempt(is, () => compareContent(was, is, "response-body", { status }, to));
  to.notCompared("links", child(was, "links"), child(is, "links"));
}

function compareHeaders(base: Node, revision: Node, args: Args, to: Comparison): void {
  const [from, are] = [headersOf(base), headersOf(revision)];
  for (const header of [...new Set([...from.keys(), ...are.keys()])].sort()) {
    const [was, is] = [from.get(header), are.get(header)];
    const said = { ...args, header };
    to.part(was, is, () => compareHeader(was && follow(was), is && follow(is), said, to));
  }
}

function compareHeader(
  base: Node | undefined,
  revision: Node | undefined,
  args: Args,
  to: Comparison,
): void {
  if (base && !revision) to.report(`${need(base)}-response-header-removed`, base, args);
  if (!base && revision) to.report(`${need(revision)}-response-header-added`, revision, args);
  if (!base || !revision) return;
  const at = child(revision, "required") ?? revision;
  if (need(base) === "optional" && need(revision) === "required")
    to.report("response-header-became-required", at, args);
  if (need(base) === "required" && need(revision) === "optional")
    to.report("response-header-became-optional", at, args);
  const [was, is] = [flag(base, "deprecated"), flag(revision, "deprecated")];
  if (!was && is)
    to.report("response-header-deprecated", child(revision, "deprecated") ?? revision, args);
  if (was && !is) to.report("response-header-reactivated", revision, args);
  to.schemas("response-header", args, valueSchema(base), valueSchema(revision));
}

function need(header: Node): "required" | "optional" {
  return flag(header, "required") ? "required" : "optional";
}

/** Headers by name in lower case. OpenAPI ignores a described Content-Type: the media types say it. */
function headersOf(response: Node): Map<string, Node> {
  return new Map(
    entries(child(response, "headers"))
      .map(([name, header]): [string, Node] => [name.toLowerCase(), header])
      .filter(([name]) => name !== "content-type"),
  );
}
