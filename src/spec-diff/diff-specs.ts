import type { Finding } from "../findings/finding.ts";
import { Budget, type BudgetOptions } from "./budget.ts";
import { child, isEqual, type Node, type OpenApiDocument, rootNode } from "./document.ts";
import { Findings, type Locate } from "./findings.ts";
import { compareRequestBody } from "./operations/bodies.ts";
import { compareCall, compareCallbacks, matchCalls, webhooksOf } from "./operations/callbacks.ts";
import { Comparison, type Run } from "./operations/comparison.ts";
import { matchOperations, type Operation, operationsOf } from "./operations/operations.ts";
import { compareParameters } from "./operations/parameters.ts";
import { compareOperation, reportRemoval } from "./operations/paths.ts";
import { compareResponses } from "./operations/responses.ts";
import { compareSecurity } from "./operations/security.ts";
import { samenessOf } from "./sameness.ts";
import { SchemaWalk } from "./schemas/walk.ts";

/** What `diffSpecs` can be told besides the descriptions. */
export interface DiffOptions {
  /** The date as `YYYY-MM-DD`. Without it, what had a sunset date counts as removed before it. */
  readonly today?: string;
  /** Gives findings their `source`. */
  readonly locate?: Locate;
  /** What the whole comparison may cost. */
  readonly budget?: BudgetOptions;
  /** Compares also what both sides write alike. Slow; it is how tests look at the rules themselves. */
  readonly isThorough?: boolean;
}

/** What came out of a comparison. */
export interface Difference {
  /** What changed for a caller, and what changed that no rule compares (`not-compared`). */
  readonly findings: readonly Finding[];
  /** Where a description cannot be read, so that something was not compared. */
  readonly notCompared: readonly Finding[];
}

/**
 * What changed for a caller from one OpenAPI 3.x description to another. Text, examples, and the order of anything are
 * no change. A change is told once, with all operations that it touches.
 *
 * A finding's location points into `revision`, and into `base` for what is only there.
 *
 * @throws SpecError where the comparison takes more than the budget allows
 */
export function diffSpecs(
  base: OpenApiDocument,
  revision: OpenApiDocument,
  options: DiffOptions = {},
): Difference {
  const isUnchanged = !options.isThorough && isEqual(base, revision);
  if (isUnchanged) return { findings: [], notCompared: [] };
  const budget = new Budget(options.budget);
  const spend = (steps?: number) => budget.spend(steps);
  const from = rootNode(base, "base", spend);
  const to = rootNode(revision, "revision", spend);
  const known = samenessOf(from, to);
  const sameness = options.isThorough ? { ...known, areSame: () => false } : known;
  const run: Run = {
    findings: new Findings(),
    broken: new Findings(),
    schemas: new SchemaWalk(sameness),
    sameness,
    today: options.today,
  };
  const labels = compareAll(from, to, run);
  run.schemas.run(run.findings, run.broken);
  return {
    findings: run.findings.list(labels, options.locate),
    notCompared: run.broken.list(labels, options.locate),
  };
}

/** @returns the names of the operations that were compared, by their index */
function compareAll(base: Node, revision: Node, run: Run): string[] {
  const whole = new Comparison(run);
  const { pairs, removed, added } = matchOperations(
    operationsOf(base, (at, part) => whole.attempt(at, part)),
    operationsOf(revision, (at, part) => whole.attempt(at, part)),
  );
  const labels: string[] = [];
  const compare = ({ label }: Operation, sides?: readonly [Node, Node]) =>
    new Comparison(run, labels.push(label) - 1, sides);
  for (const operation of removed) {
    const pathIsLeft = pairs.some((pair) => pair.base.path === operation.path);
    reportRemoval(operation, pathIsLeft, compare(operation));
  }
  for (const pair of pairs) {
    const sides = [pair.base.node, pair.revision.node] as const;
    compareOperations(pair.base, pair.revision, compare(pair.base, sides));
  }
  for (const operation of added) compare(operation).report("endpoint-added", operation.node);
  const webhooks = matchCalls(
    webhooksOf(base, (at, part) => whole.attempt(at, part)),
    webhooksOf(revision, (at, part) => whole.attempt(at, part)),
  );
  for (const webhook of webhooks.removed) compare(webhook).report("webhook-removed", webhook.node);
  for (const pair of webhooks.pairs) {
    const to = compare(pair.base, [pair.base.node, pair.revision.node]);
    to.part(pair.base.pathItem, pair.revision.pathItem, () => {
      compareOperation(pair.base, pair.revision, to);
      compareCall(pair.base, pair.revision, to);
    });
  }
  for (const webhook of webhooks.added) compare(webhook).report("webhook-added", webhook.node);
  return labels;
}

function compareOperations(base: Operation, revision: Operation, to: Comparison): void {
  const { node } = revision;
  const parts = (keyword: string) => [child(base.node, keyword), child(node, keyword)] as const;
  to.attempt(node, () => compareOperation(base, revision, to));
  to.attempt(node, () => compareSecurity(base, revision, to));
  to.attempt(node, () => compareParameters(base, revision, to));
  to.part(...parts("requestBody"), () => compareRequestBody(base, revision, to));
  to.part(...parts("responses"), () => compareResponses(base, revision, to));
  to.part(...parts("callbacks"), () => compareCallbacks(base, revision, to));
  const [from, is] = [base.pathItem, revision.pathItem];
  to.notCompared(
    "additionalOperations",
    child(from, "additionalOperations"),
    child(is, "additionalOperations"),
  );
}
