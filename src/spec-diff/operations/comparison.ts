import { isBroken } from "../budget.ts";
import type { Node, SpecError } from "../document.ts";
import { type Args, Findings, oppositeOf } from "../findings.ts";
import { diffRules, type RuleId } from "../rules/all.ts";
import type { Root } from "../rules/places.ts";
import type { Sameness } from "../sameness.ts";
import { signatureOf } from "../schemas/signature.ts";
import { SchemaWalk } from "../schemas/walk.ts";

/** What all operations of a comparison share. */
export interface Run {
  readonly findings: Findings;
  /** What could not be compared as a description cannot be read there. */
  readonly broken: Findings;
  readonly schemas: SchemaWalk;
  readonly sameness: Sameness;
  /** The date as `YYYY-MM-DD`. */
  readonly today: string | undefined;
}

/** The comparison of one operation. */
export class Comparison {
  readonly run: Run;
  readonly #operation: number | undefined;
  readonly #sides: readonly [base: Node, revision: Node] | undefined;

  /**
   * @param operation its index; none for what is no operation of its own
   * @param sides the operation in both descriptions, where both have it
   */
  constructor(run: Run, operation?: number, sides?: readonly [base: Node, revision: Node]) {
    this.run = run;
    this.#operation = operation;
    this.#sides = sides;
  }

  get #operations(): readonly number[] {
    return this.#operation === undefined ? [] : [this.#operation];
  }

  report(id: RuleId, at: Node, args: Args = {}): void {
    at.in.spend(10);
    const opposite = this.#sides && oppositeOf(at, this.#sides);
    this.run.findings.add({ id, at, opposite, args, operations: this.#operations });
  }

  /** Schemas are compared after all operations, each pair once. */
  schemas(root: Root, args: Args, base: Node, revision: Node): void {
    for (const operation of this.#operations)
      this.run.schemas.add({ operation, root, args }, base, revision);
  }

  /** Runs a part of the comparison, unless both sides have the same there. What cannot be read is told, the rest goes on. */
  part(base: Node | undefined, revision: Node | undefined, compare: () => void): void {
    const at = revision ?? base;
    if (!at || this.run.sameness.areSame(base, revision)) return;
    this.attempt(at, compare);
  }

  attempt(at: Node, compare: () => void): void {
    at.in.spend();
    try {
      compare();
    } catch (error) {
      if (!isBroken(error)) throw error;
      this.#reportBroken(error, at);
    }
  }

  /** Whether a comparison finds a change. It is not told here, but what cannot be read is. */
  findsChange(compare: (to: Comparison) => void): boolean {
    const { sameness, broken } = this.run;
    const run = { ...this.run, findings: new Findings(), schemas: new SchemaWalk(sameness) };
    compare(new Comparison(run, this.#operation, this.#sides));
    run.schemas.run(run.findings, broken);
    return run.findings.list([], undefined).some(({ id }) => isChange(id));
  }

  /** Tells that something changed which is not compared. */
  notCompared(what: string, base: Node | undefined, revision: Node | undefined): void {
    const at = revision ?? base;
    if (!at) return;
    this.part(base, revision, () => {
      const [from, to] = [base, revision].map((node) => (node ? signatureOf([node]) : ""));
      if (from !== to) this.report("not-compared", at, { what });
    });
  }

  #reportBroken({ message, pointer, side }: SpecError, near: Node): void {
    const at: Node = { in: { ...near.in, side }, pointer, value: null };
    const args = { side, reason: message };
    this.run.broken.add({ id: "description-invalid", at, args, operations: this.#operations });
  }
}

/** Not how a description is written. */
function isChange(id: string): boolean {
  return id === "not-compared" || diffRules.get(id)?.area !== "description";
}
