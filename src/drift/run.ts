import { checkEcho, echoRules } from "../contract/echo.ts";
import { checkExchange, exchangeRules, matchOperation } from "../contract/index.ts";
import type { Finding, Rule } from "../findings/finding.ts";
import type { Description } from "../openapi/description.ts";
import type { Recorded, RecordedExchange, RecordedProblem } from "../recordings/recorded.ts";
import { createCollector } from "../report/build.ts";
import { excerptOf } from "../report/excerpt.ts";
import type { Report } from "../report/report.ts";
import { redacted, secretsOf } from "../report/secrets.ts";
import { createCoverage } from "./coverage/coverage.ts";
import { createFold } from "./coverage/fold.ts";
import { driftRules } from "./rules.ts";

/** The contract that a run checks against. */
export interface RunOptions {
  /** `generated/openapi.json`. */
  readonly description: Description;
  /** Base URLs beside the documented ones that exchanges of this contract may have gone to. */
  readonly servers: readonly string[];
  /** Also holds each answer to its question (`checkEcho`), as the client does. The answers of a mock cannot pass. */
  readonly echo?: boolean | undefined;
  /** Shows values of the traffic in the report as they are, not as shapes. */
  readonly showValues?: boolean | undefined;
}

/** One pass over recorded exchanges. */
export interface Run {
  add(recorded: Recorded): void;
  /** What was found so far, and what of the contract was seen; says nothing yet about what was not. */
  report(): Report;
}

/** The rules that a run over recordings can break. */
export const runRules: ReadonlyMap<string, Rule> = new Map(
  [...exchangeRules, ...echoRules, ...driftRules].map((rule) => [rule.id, rule]),
);

/** Starts a run. Its memory grows with the number of different findings, not of exchanges. */
export function createRun({
  description,
  servers,
  echo = false,
  showValues = false,
}: RunOptions): Run {
  const coverage = createCoverage(description);
  const fold = createFold(coverage.points().points);
  const collector = createCollector({
    rules: runRules,
    fold: (location, { operation }) => fold(operation, location),
    showValues,
  });
  const bases = [...(description.servers ?? []).map(({ url }) => url), ...servers];
  const counts = { exchanges: 0, checked: 0, skipped: 0 };

  function check({ exchange, source, unrecorded }: RecordedExchange): void {
    const { method, url } = exchange.request;
    const operation = matchOperation(method, url, bases)?.name;
    if (operation === undefined) {
      counts.skipped += 1;
      return;
    }
    counts.checked += 1;
    const bodies: { request?: unknown; response?: unknown } = {};
    const findings = checkExchange(exchange, bases, (side, value) => {
      bodies[side] = value;
    });
    if (echo) findings.push(...checkEcho(exchange.request, exchange.response));
    coverage.add(operation, exchange, bodies);
    if (findings.length === 0 && unrecorded.length === 0) return;
    const missing = unrecorded.map((location) => bodyMissing(operation, location));
    const ignored = new Set(
      unrecorded.map((location) => `${location.slice(1).replace("/", "-")}-missing`),
    );
    const secrets = secretsOf(exchange.request);
    for (const finding of [...findings, ...missing]) {
      if (ignored.has(finding.id)) continue;
      const folded = fold(operation, finding.location);
      collector.add(redacted({ ...finding, source }, secrets), () =>
        redacted(excerptOf({ exchange, ...bodies }, finding, folded, showValues), secrets),
      );
    }
  }

  function reject({ problem, source, request }: RecordedProblem): void {
    const operation = request && matchOperation(request.method, request.url, bases)?.name;
    if (request && operation === undefined) {
      counts.skipped += 1;
      return;
    }
    collector.add({
      id: "recording-entry-invalid",
      level: "error",
      operation: operation ?? "",
      location: "",
      args: { reason: problem },
      source,
    });
  }

  return {
    add(recorded) {
      counts.exchanges += 1;
      if ("problem" in recorded) reject(recorded);
      else check(recorded);
    },
    report: () => collector.report(counts, coverage.points()),
  };
}

function bodyMissing(operation: string, location: "/request/body" | "/response/body"): Finding {
  const args = { side: location.split("/")[1] ?? "" };
  return { id: "recording-body-missing", level: "warning", operation, location, args };
}
