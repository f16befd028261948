import { child, entries, follow, type Node } from "../document.ts";
import { compareMediaType, mediaTypesOf } from "./bodies.ts";
import type { Comparison } from "./comparison.ts";
import { type Attempt, methods, type Operation } from "./operations.ts";
import { compareParameters } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { compareSecurity } from "./security.ts";

/** An operation of the caller's that the vendor calls: of a callback, or of a webhook (OpenAPI 3.1, `webhooks`). */
interface Call extends Operation {
  readonly kind: "callback" | "webhook";
  /** The name of the callback or webhook. */
  readonly name: string;
}

/** Calls by what tells them apart, and the names of which it cannot be said what they have. */
interface Calls {
  readonly calls: ReadonlyMap<string, Call>;
  readonly unreadable: ReadonlySet<string>;
}

/** Which calls came, went, and stayed. */
interface CallMatching {
  readonly pairs: readonly { readonly base: Call; readonly revision: Call }[];
  readonly removed: readonly Call[];
  readonly added: readonly Call[];
}

/** Compares the callbacks of an operation. */
export function compareCallbacks(base: Operation, revision: Operation, to: Comparison): void {
  const [from, are] = [base, revision].map(({ node }) =>
    callbacksOf(node, (at, part) => to.attempt(at, part)),
  ) as [Calls, Calls]; // two of two
  const { pairs, removed, added } = matchCalls(from, are);
  for (const { node, name } of removed) to.report("api-callback-removed", node, { callback: name });
  for (const pair of pairs)
    to.part(pair.base.pathItem, pair.revision.pathItem, () =>
      compareCall(pair.base, pair.revision, to),
    );
  for (const { node, name } of added) to.report("api-callback-added", node, { callback: name });
}

function callbacksOf(operation: Node, attempt: Attempt): Calls {
  return collect(entries(child(operation, "callbacks")), attempt, (name, node, add) => {
    for (const [expression, item] of entries(follow(node)))
      if (!expression.startsWith("x-")) add({ kind: "callback", name, path: expression }, item);
  });
}

/** The webhooks of a description: path items like those of callbacks, which no operation asks for. */
export function webhooksOf(root: Node, attempt: Attempt): Calls {
  let webhooks: [string, Node][] = [];
  const node = child(root, "webhooks");
  if (node)
    attempt(node, () => {
      webhooks = entries(node);
    });
  return collect(webhooks, attempt, (name, item, add) =>
    add({ kind: "webhook", name, path: name }, item),
  );
}

type Named = Pick<Call, "kind" | "name" | "path">;

function collect(
  list: readonly [string, Node][],
  attempt: Attempt,
  read: (name: string, node: Node, add: (call: Named, item: Node) => void) => void,
): Calls {
  const calls = new Map<string, Call>();
  const unreadable = new Set(list.map(([name]) => name));
  for (const [name, node] of list)
    attempt(node, () => {
      read(name, node, (call, item) => {
        const pathItem = follow(item);
        for (const method of methods) {
          const operation = child(pathItem, method);
          const label = `${method.toUpperCase()} ${call.kind} ${name}`;
          if (operation)
            calls.set(JSON.stringify([name, call.path, method]), {
              ...{ ...call, label, method, node: operation, pathItem, servers: [] },
            });
        }
      });
      unreadable.delete(name);
    });
  return { calls, unreadable };
}

/** Which call of one side is which of the other: a callback by its name and expression, a webhook by its name. */
export function matchCalls(from: Calls, to: Calls): CallMatching {
  const missing = (these: Calls, others: Calls) =>
    [...these.calls]
      .filter(([key, { name }]) => !others.calls.has(key) && !others.unreadable.has(name))
      .map(([, call]) => call);
  return {
    pairs: [...from.calls].flatMap(([key, base]) => {
      const revision = to.calls.get(key);
      return revision ? [{ base, revision }] : [];
    }),
    removed: missing(from, to),
    added: missing(to, from),
  };
}

/** What else is compared: whether it changed is told, not how, as the rules speak of calls in the other direction. */
const others = {
  parameters: compareParameters,
  responses: compareResponses,
  security: (base: Operation, revision: Operation, to: Comparison) => {
    const isSaid = [base, revision].some(({ node }) => child(node, "security"));
    if (isSaid) compareSecurity(base, revision, to);
  },
};

/** Compares what a call sends; whatever else changes in it is told as such. */
export function compareCall(base: Call, revision: Call, to: Comparison): void {
  const { kind, name } = revision;
  const [was, is] = [bodyOf(base.node), bodyOf(revision.node)];
  for (const [mediaType, node] of was) {
    const other = is.get(mediaType);
    const args = { call: kind, callback: name };
    if (other) compareMediaType(node, other, "callback-body", args, to);
  }
  const changed = (what: string, at: Node) =>
    kind === "webhook"
      ? to.report("webhook-changed", at, { what })
      : to.report("api-callback-changed", at, { callback: name, what });
  if ([...was.keys()].sort().join() !== [...is.keys()].sort().join())
    changed("media types", revision.node);
  for (const [what, compare] of Object.entries(others))
    to.attempt(revision.node, () => {
      if (to.findsChange((scratch) => compare(base, revision, scratch)))
        changed(what, child(revision.node, what) ?? revision.node);
    });
}

function bodyOf(call: Node): Map<string, Node> {
  const body = child(call, "requestBody");
  return body ? mediaTypesOf(child(follow(body), "content")) : new Map();
}
