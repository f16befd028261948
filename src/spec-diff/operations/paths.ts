import { child, flag, text } from "../document.ts";
import type { Comparison } from "./comparison.ts";
import { barePath, type Operation, type Server } from "./operations.ts";
import { compareSunset, removal } from "./sunset.ts";

/** An operation that is gone; its path too, where no other operation is left on it. */
export function reportRemoval(operation: Operation, pathIsLeft: boolean, to: Comparison): void {
  to.attempt(operation.node, () => {
    const { end, args } = removal(operation.node, to.run.today);
    to.report(`api-${pathIsLeft ? "" : "path-"}removed-${end}`, operation.node, args);
  });
}

/** Compares what an operation says of itself: deprecation, sunset, name, servers. */
export function compareOperation(base: Operation, revision: Operation, to: Comparison): void {
  to.attempt(revision.node, () => {
    const [was, is] = [flag(base.node, "deprecated"), flag(revision.node, "deprecated")];
    const at = child(revision.node, "deprecated") ?? revision.node;
    if (!was && is) to.report("endpoint-deprecated", at);
    if (was && !is) to.report("endpoint-reactivated", revision.node);
    compareSunset(base.node, revision.node, "operation", to);
  });
  to.attempt(revision.node, () => compareOperationId(base, revision, to));
  compareServers(base, revision, to);
}

function compareOperationId(base: Operation, revision: Operation, tell: Comparison): void {
  const [from, to] = [text(base.node, "operationId"), text(revision.node, "operationId")];
  if (from === to) return;
  const at =
    child(revision.node, "operationId") ?? child(base.node, "operationId") ?? revision.node;
  if (from === undefined) tell.report("api-operation-id-added", at, { to: to ?? "" });
  else if (to === undefined) tell.report("api-operation-id-removed", at, { from });
  else tell.report("api-operation-id-changed", at, { from, to });
}

/** Compares where the operation is served, the server's path and the operation's taken together. */
function compareServers(base: Operation, revision: Operation, to: Comparison): void {
  const [from, are] = [urlsOf(base), urlsOf(revision)];
  // A relative server, or none, depends on where the description lies: there is nothing to compare with.
  if (!from || !are) return;
  for (const [url, server] of from)
    if (!are.has(url)) to.report("api-server-removed", server.node, { url: server.url });
  for (const [url, server] of are)
    if (!from.has(url)) to.report("api-server-added", server.node, { url: server.url });
}

function urlsOf({ servers, path }: Operation): Map<string, Server> | undefined {
  if (servers.length === 0 || servers.some((server) => server.origin === "")) return undefined;
  const template = barePath(path);
  return new Map(servers.map((server) => [`${server.origin}${server.path}${template}`, server]));
}
