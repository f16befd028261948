import type { Finding, Json } from "../findings/finding.ts";
import { canonical, type Node, type Side } from "./document.ts";
import { diffRules } from "./rules/all.ts";
import type { Place } from "./rules/schemas.ts";

export type Args = Readonly<Record<string, Json>>;

/** Takes what a rule has to say: the rule's id, where it is written, and the args of its sentence. */
export type Reporter = (id: string, at: Node, args: Args) => void;

/** Where in an operation a schema is used. */
export interface Scope {
  readonly root: "request-body" | "request-parameter" | "response-body" | "response-header";
  /** Property names from the root down; `items` for an array's items, `*` for additional properties. */
  readonly path: readonly string[];
  /** What the sentence says of the root, for example the response's status. */
  readonly args: Args;
}

/** The place whose rules apply: the root itself, or a property below it. */
export function placeOf(scope: Scope): Place {
  if (scope.path.length === 0) return scope.root;
  return (
    {
      "request-body": "request-property",
      "request-parameter": "request-parameter-property",
      "response-body": "response-property",
      "response-header": "response-header-property",
    } as const
  )[scope.root];
}

/** The scope one step further down. */
export function below(scope: Scope, ...steps: string[]): Scope {
  return { ...scope, path: [...scope.path, ...steps] };
}

/** What the sentence of a finding in this scope is about. */
export function scopeArgs(scope: Scope): Args {
  return scope.path.length === 0 ? scope.args : { ...scope.args, property: scope.path.join("/") };
}

/** Where a pointer stands in its file. */
export type Locate = (pointer: string, side: Side) => Finding["source"];

/**
 * Findings of one operation. A schema that is used in several places is written once, so what is said of it is
 * said once: of findings that differ only in the way that leads to them, the first stays.
 */
export function findingsOf(operation: string, locate: Locate | undefined) {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const report: Reporter = (id, at, args) => {
    const rule = diffRules.get(id);
    if (!rule) throw new Error(`no such rule: ${id}`);
    const { property: _property, status: _status, ...what } = args;
    const key = canonical([id, at.in.side, at.pointer, what]);
    if (seen.has(key)) return;
    seen.add(key);
    const source = locate?.(at.pointer, at.in.side);
    findings.push({
      id,
      level: rule.level,
      operation,
      location: at.pointer,
      args,
      ...(source && { source }),
    });
  };
  return { findings, report };
}
