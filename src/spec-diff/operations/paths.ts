import type { Reporter } from "../comparison.ts";
import { canonical, child, flag, text } from "../document.ts";
import type { Operation, Server } from "./operations.ts";
import { compareSunset, removal } from "./sunset.ts";

/** An operation that is gone; its path too, where no other operation is left on it. */
export function reportRemoval(
  operation: Operation,
  pathIsLeft: boolean,
  today: string | undefined,
  report: Reporter,
): void {
  const { end, args } = removal(operation.node, today);
  report(`api-${pathIsLeft ? "" : "path-"}removed-${end}`, operation.node, args);
}

/** Compares what an operation says of itself: deprecation, sunset, name, servers. */
export function compareOperation(base: Operation, revision: Operation, report: Reporter): void {
  const [was, is] = [flag(base.node, "deprecated"), flag(revision.node, "deprecated")];
  if (!was && is)
    report("endpoint-deprecated", child(revision.node, "deprecated") ?? revision.node, {});
  if (was && !is) report("endpoint-reactivated", revision.node, {});
  compareSunset(base.node, revision.node, "api", report);
  compareOperationId(base, revision, report);
  compareServers(base, revision, report);
  const [from, to] = [child(base.node, "callbacks"), child(revision.node, "callbacks")];
  const at = to ?? from;
  if (at && canonical(from?.value) !== canonical(to?.value))
    report("api-callbacks-changed", at, {});
}

function compareOperationId(base: Operation, revision: Operation, report: Reporter): void {
  const [from, to] = [text(base.node, "operationId"), text(revision.node, "operationId")];
  if (from === to) return;
  const at =
    child(revision.node, "operationId") ?? child(base.node, "operationId") ?? revision.node;
  if (from === undefined) report("api-operation-id-added", at, { to: to ?? "" });
  else if (to === undefined) report("api-operation-id-removed", at, { from });
  else report("api-operation-id-changed", at, { from, to });
}

/** Compares where the operation is served, the server's path and the operation's taken together. */
function compareServers(base: Operation, revision: Operation, report: Reporter): void {
  const [from, to] = [urlsOf(base), urlsOf(revision)];
  // A relative server, or none, depends on where the description lies: there is nothing to compare with.
  if (!from || !to) return;
  for (const [url, server] of from)
    if (!to.has(url)) report("api-server-removed", server.node, { url: server.url });
  for (const [url, server] of to)
    if (!from.has(url)) report("api-server-added", server.node, { url: server.url });
}

function urlsOf({ servers, path }: Operation): Map<string, Server> | undefined {
  if (servers.length === 0 || servers.some((server) => server.origin === "")) return undefined;
  const template = path.replace(/\{[^}]*\}/g, "{}");
  return new Map(servers.map((server) => [`${server.origin}${server.path}${template}`, server]));
}
