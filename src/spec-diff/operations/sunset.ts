import type { Args, Reporter } from "../comparison.ts";
import { child, flag, type Node } from "../document.ts";
import { sunsetIds } from "../rules/all.ts";

/** The date after which something deprecated may be removed, by the extension that oasdiff reads too. */
const keyword = "x-sunset";

/** Compares the deprecation and the sunset date of an operation or a parameter; `prefix` names its rules. */
export function compareSunset(
  base: Node,
  revision: Node,
  prefix: "api" | "request-parameter",
  report: Reporter,
  args: Args = {},
): void {
  const [from, to] = [child(base, keyword), child(revision, keyword)];
  const [was, is] = [dateOf(from), dateOf(to)];
  const ids = sunsetIds(prefix);
  if (to && !is) {
    if (from?.value !== to.value) report(ids.parse, to, { ...args, to: to.value });
  } else if (!was && is && to) {
    report(ids.added, to, { ...args, to: is });
  } else if (from && !to) {
    report(ids.deleted, from, { ...args, from: from.value });
  } else if (was && is && to && was !== is) {
    const change = is < was ? "date-changed-too-small" : "date-postponed";
    report(`${prefix}-sunset-${change}`, to, { ...args, from: was, to: is });
  }
}

/** How something goes that was deprecated or not: what `…-removed-<end>` says of it. */
export function removal(node: Node, today: string | undefined): { end: string; args: Args } {
  if (!flag(node, "deprecated")) return { end: "without-deprecation", args: {} };
  const date = dateOf(child(node, keyword));
  // Without a date to compare with, every sunset is still to come: the careful answer.
  if (date !== undefined && (today === undefined || today < date))
    return { end: "before-sunset", args: { date } };
  return { end: "with-deprecation", args: {} };
}

/** RFC 3339, `full-date`. A YAML parser may have made a date-time of it. */
function dateOf(node: Node | undefined): string | undefined {
  if (typeof node?.value !== "string") return undefined;
  const [date] = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=$|T)/.exec(node.value) ?? [];
  return date;
}
