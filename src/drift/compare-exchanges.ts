import type { Exchange } from "../findings/exchange.ts";
import type { Finding } from "../findings/finding.ts";
import { below } from "../json/pointer.ts";
import type { Fold } from "./coverage/fold.ts";

/** The kinds of JSON value that were seen at a place. */
type Kinds = Map<string, Set<string>>;

/**
 * What changed in shape from a stored exchange to a fresh one of the same operation: status, media type, and the
 * response body's properties and their types. Values are not compared: they differ with every call. Null counts for
 * any type, and what is below an array or map that is empty on one side is unknown, not gone.
 */
export function compareExchanges(
  operation: string,
  stored: Exchange,
  fresh: Exchange,
  fold: Fold,
): Finding[] {
  const finding = (
    id: string,
    level: Finding["level"],
    location: string,
    args: Finding["args"],
  ): Finding => ({
    ...{ id, level, operation, location, args },
  });
  const [before, after] = [stored.response, fresh.response];
  if (before.status !== after.status) {
    const args = { before: before.status, after: after.status };
    return [finding("recording-status-changed", "error", "/response/status", args)];
  }
  const [oldType, newType] = [mediaType(before), mediaType(after)];
  if (oldType !== newType) {
    const args = { before: oldType, after: newType };
    return [
      finding("recording-media-type-changed", "error", "/response/headers/content-type", args),
    ];
  }
  const kindsBefore = kindsOf(before.body, (at) => fold(operation, at));
  const kindsAfter = kindsOf(after.body, (at) => fold(operation, at));
  const findings: Finding[] = [];
  for (const [location, kinds] of kindsAfter) {
    const known = kindsBefore.get(location);
    const args = { field: location };
    if (!known) {
      if (comparable(location, kindsBefore))
        findings.push(finding("recording-property-added", "warning", location, args));
    } else if (!sameKinds(known, kinds)) {
      const change = { ...args, before: list(known), after: list(kinds) };
      findings.push(finding("recording-type-changed", "warning", location, change));
    }
  }
  for (const location of kindsBefore.keys()) {
    if (kindsAfter.has(location) || !comparable(location, kindsAfter)) continue;
    findings.push(finding("recording-property-removed", "warning", location, { field: location }));
  }
  return findings;
}

function mediaType({ headers }: Exchange["response"]): string {
  return (headers["content-type"] ?? "").replace(/;.*/s, "").trim().toLowerCase();
}

/** Is a place that only one side has missing on the other, as opposed to being in something that is empty there? */
function comparable(location: string, other: Kinds): boolean {
  const parent = other.get(location.slice(0, location.lastIndexOf("/")));
  return !location.endsWith("/*") && parent !== undefined && parent.has("object");
}

function sameKinds(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [some, others] = [solid(a), solid(b)];
  return some.length === 0 || others.length === 0 || some.join() === others.join();
}

const solid = (kinds: ReadonlySet<string>): string[] =>
  [...kinds].filter((kind) => kind !== "null").sort();

const list = (kinds: ReadonlySet<string>): string => [...kinds].sort().join(" or ");

function kindsOf(body: string | null | undefined, fold: (location: string) => string): Kinds {
  const kinds: Kinds = new Map();
  let root: unknown;
  try {
    root = body ? JSON.parse(body) : undefined;
  } catch {
    root = undefined; // the contract's check reports it
  }
  if (root !== undefined) visit(root, "/response/body");
  return kinds;

  function visit(value: unknown, at: string): void {
    const location = fold(at);
    const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    kinds.set(location, (kinds.get(location) ?? new Set()).add(kind));
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      visit(member, below(at, key));
    }
  }
}
