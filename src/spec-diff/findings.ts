import type { Finding, Json } from "../findings/finding.ts";
import { canonical, type Node, type Side } from "./document.ts";
import { type RuleId, ruleOf } from "./rules/all.ts";

export type Args = Readonly<Record<string, Json>>;

/** Where a pointer stands in its file. */
export type Locate = (pointer: string, side: Side) => Finding["source"];

/** One thing to tell. */
export interface Told {
  readonly id: RuleId;
  /** Where it is written: a change is told once for each place where it is written. */
  readonly at: Node;
  /** What it was compared with in the other description, or what is nearest to that. */
  readonly opposite?: Node | undefined;
  readonly args: Args;
  /** The operations that it touches, by their index; the first is where the args were read. */
  readonly operations: readonly number[];
  /** What the change is called apart from the way that leads to it; else the id. */
  readonly cause?: string;
}

/** Args that say which way leads to a finding, not what it is. */
const way = new Set(["property", "status", "in", "parameter", "header", "call", "callback"]);

interface Collected extends Told {
  readonly all: Set<number>;
}

/** Findings as they come in: of several with one cause the first is kept, with the operations of all. */
export class Findings {
  readonly #collected = new Map<string, Collected>();

  add(told: Told): void {
    const { pointer } = told.at;
    // A pointer is as long as its description's author likes, and becomes a text of its own here.
    told.at.in.spend(1 + pointer.length / 16);
    const what = Object.entries(told.args).filter(([name]) => !way.has(name));
    const key = `${told.cause ?? told.id} ${told.at.in.side} ${told.at.pointer} ${what.length > 0 ? canonical(Object.fromEntries(what)) : ""}`;
    const known = this.#collected.get(key);
    if (!known) this.#collected.set(key, { ...told, all: new Set(told.operations) });
    else for (const operation of told.operations) known.all.add(operation);
  }

  get size(): number {
    return this.#collected.size;
  }

  /** All findings, by the first operation that each touches. `labels` are the names of the operations. */
  list(labels: readonly string[], locate: Locate | undefined): Finding[] {
    return [...this.#collected.values()]
      .map((told) => ({ told, all: [...told.all].sort((a, b) => a - b) }))
      .sort((a, b) => (a.all[0] ?? -1) - (b.all[0] ?? -1))
      .map(({ told, all }) => asFinding(told, all, labels, locate));
  }
}

/**
 * The place in the other description of what stands at `at`, when the two `sides` were compared: at the same way below
 * the other of them. Whether something stands there is no matter, it is for a line to be found.
 */
export function oppositeOf(at: Node, sides: readonly [base: Node, revision: Node]): Node {
  const [own, other] = at.in.side === "base" ? sides : [sides[1], sides[0]];
  const isBelow = at.pointer.startsWith(`${own.pointer}/`);
  const pointer = isBelow ? other.pointer + at.pointer.slice(own.pointer.length) : other.pointer;
  return { in: other.in, pointer, value: null };
}

function asFinding(
  { id, at, opposite, args, operations }: Told,
  all: readonly number[],
  labels: readonly string[],
  locate: Locate | undefined,
): Finding {
  const source = locate?.(at.pointer, at.in.side);
  const beside = opposite && locate?.(opposite.pointer, opposite.in.side);
  const label = (index: number) => labels[index] ?? "";
  return {
    id,
    level: ruleOf(id).level,
    operation: operations[0] === undefined ? "" : label(operations[0]),
    location: at.pointer,
    args,
    ...(all.length > 1 && { operations: all.map(label) }),
    ...(source && { source }),
    ...(beside && { opposite: beside }),
  };
}
