import { child, flag, type Node } from "../document.ts";
import type { Args } from "../findings.ts";
import type { Comparison } from "./comparison.ts";

/** The date after which something deprecated may be removed, by the extension that oasdiff reads too. */
const keyword = "x-sunset";

/** oasdiff spells these differently for operations and parameters. */
const rules = {
  operation: {
    added: "api-sunset-added",
    deleted: "sunset-deleted",
    earlier: "api-sunset-date-changed-too-small",
    later: "api-sunset-date-postponed",
    notDate: "api-deprecated-sunset-parse",
  },
  parameter: {
    added: "request-parameter-sunset-added",
    deleted: "request-parameter-sunset-deleted",
    earlier: "request-parameter-sunset-date-changed-too-small",
    later: "request-parameter-sunset-date-postponed",
    notDate: "request-parameter-sunset-parse",
  },
} as const;

/** Compares the sunset date of an operation or a parameter. */
export function compareSunset(
  base: Node,
  revision: Node,
  of: keyof typeof rules,
  tell: Comparison,
  args: Args = {},
): void {
  const [from, to] = [child(base, keyword), child(revision, keyword)];
  const [was, is] = [dateOf(from), dateOf(to)];
  const ids = rules[of];
  if (to && !is) {
    if (from?.value !== to.value) tell.report(ids.notDate, to, { ...args, to: to.value });
  } else if (!was && is && to) {
    tell.report(ids.added, to, { ...args, to: is });
  } else if (from && !to) {
    tell.report(ids.deleted, from, { ...args, from: from.value });
  } else if (was && is && to && was !== is) {
    tell.report(is < was ? ids.earlier : ids.later, to, { ...args, from: was, to: is });
  }
}

/** How something goes that was deprecated or not: what `…-removed-<end>` says of it. */
export function removal(node: Node, today: string | undefined) {
  if (!flag(node, "deprecated")) return { end: "without-deprecation", args: {} } as const;
  const date = dateOf(child(node, keyword));
  // Without a date to compare with, every sunset is still to come: the careful answer.
  if (date !== undefined && (today === undefined || today < date))
    return { end: "before-sunset", args: { date } } as const;
  return { end: "with-deprecation", args: {} } as const;
}

/** RFC 3339, `full-date`. A YAML parser may have made a date-time of it. */
function dateOf(node: Node | undefined): string | undefined {
  if (typeof node?.value !== "string") return undefined;
  const [date] = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=$|T)/.exec(node.value) ?? [];
  return date;
}
