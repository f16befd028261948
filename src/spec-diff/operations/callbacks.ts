import { child, entries, follow, type Node } from "../document.ts";
import { signatureOf } from "../schemas/signature.ts";
import { compareMediaType, mediaTypesOf } from "./bodies.ts";
import type { Comparison } from "./comparison.ts";
import type { Operation } from "./operations.ts";

/** A call that the vendor makes: `name expression METHOD`. */
interface Call {
  readonly callback: string;
  readonly node: Node;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Compares what an operation's callbacks send; whatever else changes in them is told as such. */
export function compareCallbacks(base: Operation, revision: Operation, to: Comparison): void {
  const [from, are] = [callsOf(base.node), callsOf(revision.node)];
  for (const [key, was] of from) {
    const is = are.get(key);
    const args = { callback: was.callback };
    if (is) to.part(was.node, is.node, () => compareCall(was, is, to));
    else to.report("api-callback-removed", was.node, args);
  }
  for (const [key, is] of are)
    if (!from.has(key)) to.report("api-callback-added", is.node, { callback: is.callback });
}

function callsOf(operation: Node): Map<string, Call> {
  const calls = new Map<string, Call>();
  for (const [callback, node] of entries(child(operation, "callbacks")))
    for (const [expression, item] of entries(follow(node))) {
      if (expression.startsWith("x-")) continue;
      const pathItem = follow(item);
      for (const method of methods) {
        const call = child(pathItem, method);
        if (call) calls.set(`${callback} ${expression} ${method}`, { callback, node: call });
      }
    }
  return calls;
}

function compareCall(base: Call, revision: Call, to: Comparison): void {
  const args = { callback: revision.callback };
  const [was, is] = [bodyOf(base.node), bodyOf(revision.node)];
  for (const [mediaType, node] of was) {
    const other = is.get(mediaType);
    if (other) compareMediaType(node, other, "callback-body", args, to);
  }
  const changed = (what: string, at: Node) =>
    to.report("api-callback-changed", at, { ...args, what });
  if ([...was.keys()].sort().join() !== [...is.keys()].sort().join())
    changed("media types", revision.node);
  for (const what of ["parameters", "responses", "security"]) {
    const [from, now] = [child(base.node, what), child(revision.node, what)];
    const signature = (node: Node | undefined) => (node ? signatureOf([node]) : "");
    if (signature(from) !== signature(now)) changed(what, now ?? revision.node);
  }
}

function bodyOf(call: Node): Map<string, Node> {
  const body = child(call, "requestBody");
  return body ? mediaTypesOf(child(follow(body), "content")) : new Map();
}
