import { isBroken } from "../budget.ts";
import type { Node, SpecError } from "../document.ts";
import { type Args, type Findings, oppositeOf } from "../findings.ts";
import { ruleOf } from "../rules/all.ts";
import type { ChangeName } from "../rules/changes.ts";
import type { DescriptionRuleId } from "../rules/operation-rules.ts";
import { type Root, roots } from "../rules/places.ts";
import { accessId, presenceIds } from "../rules/presence.ts";
import { changeId, type SchemaRuleId } from "../rules/schema-rules.ts";
import type { Sameness } from "../sameness.ts";
import { compareSchemas } from "./compare.ts";
import { type Equality, equality } from "./equality.ts";
import { Keys, pairOf, withoutReferences } from "./keys.ts";
import { modelOf } from "./model.ts";
import type { Next, Telling } from "./pair.ts";

/** Where an operation uses two schemas that are to be compared. */
export interface Use {
  /** The operation's index. */
  readonly operation: number;
  readonly root: Root;
  /** What the sentence says of the root, for example the response's status. */
  readonly args: Args;
}

/** Two schemas that are compared, with the shortest way to them. */
interface Visit {
  readonly next: Next;
  readonly root: Root;
  /** The use that the shortest way begins at. */
  readonly use: Use;
  /** The visit before it on that way, and the step from there: a property, `items`, `*`, a branch's tag in brackets. */
  readonly before?: Visit;
  readonly step?: string;
  /** Whether the way leads into the value: then it is a property that a finding speaks of. */
  readonly isInside: boolean;
  /** What leads here: the visits that list these schemas, and the operations that use them. */
  readonly from: Set<Visit>;
  readonly operations: Set<number>;
  readonly told: Told[];
}

/** A finding without the operations that it touches: they are known at the end. */
interface Told {
  readonly id: SchemaRuleId | DescriptionRuleId;
  readonly at: Node;
  readonly args: Args;
  readonly step?: string;
  readonly cause: string;
}

/**
 * Compares schemas breadth first, each pair once for all operations, so that the first way that is found to a pair is
 * the shortest.
 */
export class SchemaWalk {
  readonly #visits = new Map<string, Visit>();
  readonly #keys: Keys;
  readonly #equal: Equality;

  constructor(sameness: Sameness) {
    this.#keys = new Keys(sameness);
    this.#equal = equality(this.#keys);
  }

  /** Notes two schemas to compare. */
  add(use: Use, base: Node, revision: Node): void {
    const next = withoutReferences({ base: [base], revision: [revision] });
    if (this.#keys.areSame(next)) return;
    const key = this.#keys.byPlace(next, use.root);
    const known = this.#visits.get(key);
    if (known) known.operations.add(use.operation);
    else
      this.#visits.set(key, {
        ...{ next, root: use.root, use, isInside: false, told: [], from: new Set() },
        operations: new Set([use.operation]),
      });
  }

  /** Compares all that was noted and what it lists. */
  run(findings: Findings, broken: Findings): void {
    // A Map goes on with what is added on the way.
    for (const visit of this.#visits.values()) this.#compare(visit);
    for (const visit of this.#visits.values()) {
      if (visit.told.length === 0) continue;
      const operations = operationsOf(visit);
      for (const told of visit.told) {
        const to = told.id === "description-invalid" ? broken : findings;
        const args = { ...argsOf(visit, told.step), ...told.args };
        const { base, revision } = visit.next;
        to.add({
          ...told,
          opposite: oppositeOf(told.at, [base[0], revision[0]]),
          args,
          operations,
        });
      }
    }
  }

  #compare(visit: Visit): void {
    const { next, root } = visit;
    next.base[0].in.spend(10);
    const tell = this.#telling(visit);
    tell.attempt(() => {
      const pair = pairOf(next, modelOf(next.base), modelOf(next.revision), root, tell);
      compareSchemas(pair);
    });
  }

  #telling(visit: Visit): Telling {
    const { root, isInside, told } = visit;
    const { direction, property } = roots[root];
    const add = (id: Told["id"], name: string, at: Node, args: Args = {}, step?: string) => {
      const cause = `${direction} ${ruleOf(id).level} ${name}`;
      told.push({ id, at, args, cause, ...(step !== undefined && { step }) });
    };
    return {
      change: (name: ChangeName, at, args) =>
        add(changeId(isInside ? property : root, name), name, at, args),
      presence: (kind, name, at) => add(presenceIds[root][kind], kind, at, {}, name),
      access: (change, isRequired, name, at) =>
        add(accessId(direction, isRequired, change), change, at, {}, name),
      note: (id, at, args) => told.push({ id, at, args, cause: id }),
      next: (next) => this.#goOn(visit, next),
      equal: (next) => this.#equal(next, root),
      attempt: (part) => {
        try {
          part();
        } catch (error) {
          if (!isBroken(error)) throw error;
          told.push(asTold(error, visit.next));
        }
      },
    };
  }

  #goOn(from: Visit, listed: Next): void {
    if (this.#keys.areSame(listed)) return;
    const next = withoutReferences(listed);
    const key = this.#keys.byPlace(next, from.root);
    const known = this.#visits.get(key);
    if (known) {
      known.from.add(from);
      return;
    }
    const step = next.branch === undefined ? next.step : `[${next.branch}]`;
    this.#visits.set(key, {
      next,
      root: from.root,
      use: from.use,
      before: from,
      ...(step !== undefined && { step }),
      isInside: from.isInside || next.step !== undefined,
      from: new Set([from]),
      operations: new Set(),
      told: [],
    });
  }
}

function argsOf(visit: Visit, step: string | undefined): Args {
  const steps = step === undefined ? [] : [step];
  for (let one: Visit | undefined = visit; one; one = one.before) {
    one.next.base[0].in.spend();
    if (one.step !== undefined) steps.push(one.step);
  }
  const { args } = visit.use;
  return steps.length === 0 ? args : { ...args, property: steps.reverse().join("/") };
}

/** The operations from which a visit is reached, that of the shortest way first. */
function operationsOf(visit: Visit): number[] {
  const operations = new Set([visit.use.operation]);
  const seen = new Set([visit]);
  // A Set goes on with what is added on the way.
  for (const one of seen) {
    one.next.base[0].in.spend();
    for (const operation of one.operations) operations.add(operation);
    for (const from of one.from) seen.add(from);
  }
  return [...operations];
}

function asTold({ message, pointer, side }: SpecError, { base, revision }: Next): Told {
  const { in: description } = (side === "base" ? base : revision)[0];
  return {
    id: "description-invalid",
    at: { in: description, pointer, value: null },
    args: { side, reason: message },
    cause: "description-invalid",
  };
}
