import type { Finding } from "../findings/finding.ts";
import { findingsOf, type Locate } from "./comparison.ts";
import { type OpenApiDocument, rootNode } from "./document.ts";
import { compareRequestBody } from "./operations/bodies.ts";
import { matchOperations, type Operation, operationsOf } from "./operations/operations.ts";
import { compareParameters } from "./operations/parameters.ts";
import { compareOperation, reportRemoval } from "./operations/paths.ts";
import { compareResponses } from "./operations/responses.ts";
import { compareSecurity } from "./operations/security.ts";
import { schemaComparison } from "./schemas/walk.ts";

/** What `diffSpecs` can be told besides the descriptions. */
export interface DiffOptions {
  /** The date as `YYYY-MM-DD`. Without it, what had a sunset date counts as removed before it. */
  readonly today?: string;
  /** Gives findings their `source`. */
  readonly locate?: Locate;
}

/**
 * What changed for a caller from one OpenAPI 3.x description to another.
 *
 * A finding's location points into `revision`, and into `base` for what is only there. Text, examples, and the
 * order of anything are no change.
 *
 * @throws SpecError where a description does not have the shape that OpenAPI gives it
 */
export function diffSpecs(
  base: OpenApiDocument,
  revision: OpenApiDocument,
  options: DiffOptions = {},
): Finding[] {
  const [from, to] = [
    operationsOf(rootNode(base, "base")),
    operationsOf(rootNode(revision, "revision")),
  ];
  const { pairs, removed, added } = matchOperations(from, to);
  return [
    ...removed.flatMap((operation) => removedFindings(operation, pairs, options)),
    ...pairs.flatMap((pair) => changedFindings(pair.base, pair.revision, options)),
    ...added.flatMap((operation) => {
      const { findings, report } = findingsOf(operation.label, options.locate);
      report("endpoint-added", operation.node, {});
      return findings;
    }),
  ];
}

function removedFindings(
  operation: Operation,
  pairs: readonly { base: Operation }[],
  options: DiffOptions,
): Finding[] {
  const { findings, report } = findingsOf(operation.label, options.locate);
  const pathIsLeft = pairs.some((pair) => pair.base.path === operation.path);
  reportRemoval(operation, pathIsLeft, options.today, report);
  return findings;
}

function changedFindings(base: Operation, revision: Operation, options: DiffOptions): Finding[] {
  const { findings, report } = findingsOf(base.label, options.locate);
  const compare = schemaComparison(report);
  compareOperation(base, revision, report);
  compareSecurity(base, revision, report);
  compareParameters(base, revision, compare, report, options.today);
  compareRequestBody(base, revision, compare, report);
  compareResponses(base, revision, compare, report);
  return findings;
}
