import { echoRules } from "../contract/echo.ts";
import {
  checkEcho,
  checkExchange,
  checkRequest,
  exchangeRules,
  matchOperation,
} from "../contract/index.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { Finding, Rule, Source } from "../findings/finding.ts";
import type { Description } from "../openapi/description.ts";
import type {
  Recorded,
  RecordedExchange,
  RecordedProblem,
  UnansweredRequest,
} from "../recordings/recorded.ts";
import { createCollector } from "../report/build.ts";
import { excerptOf } from "../report/excerpt.ts";
import type { Report } from "../report/report.ts";
import { redacted, secretsOf } from "../report/secrets.ts";
import { createCoverage } from "./coverage/coverage.ts";
import { createFold } from "./coverage/fold.ts";
import { createNearMiss, nearMissFinding } from "./near-miss.ts";
import { faultFinding, gapFindings, unansweredFinding } from "./recording-findings.ts";
import { driftRules } from "./rules.ts";
import { createTraffic } from "./traffic.ts";

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
  const fold = createFold(description);
  const collector = createCollector({
    rules: runRules,
    fold: (location, { operation }) => fold(operation, location),
    showValues,
  });
  const bases = [...(description.servers ?? []).map(({ url }) => url), ...servers];
  const counts = { exchanges: 0, checked: 0, skipped: 0 };
  const traffic = createTraffic();
  const findNearMiss = createNearMiss(description, bases);

  /** The operation that a request calls. One of no operation is counted as skipped, and told if it nearly has one. */
  function operationOf(request: Exchange["request"], source: Source): string | undefined {
    const operation = matchOperation(request.method, request.url, bases)?.name;
    if (operation !== undefined) return operation;
    counts.skipped += 1;
    traffic.count("skipped", request);
    const miss = findNearMiss(request);
    if (miss) collector.add(nearMissFinding(miss, source));
    return undefined;
  }

  function check({ exchange, source, reasons }: RecordedExchange): void {
    const { request, response } = exchange;
    const operation = operationOf(request, source);
    if (operation === undefined) return;
    counts.checked += 1;
    traffic.count("checked", request, operation);
    const bodies: ParsedBodies = {};
    const findings = checkExchange(exchange, bases, (side, value) => {
      bodies[side] = value;
    });
    if (echo) findings.push(...checkEcho(request, response, bases));
    if (request.gaps || response.gaps)
      findings.push(...gapFindings(operation, { request, response }, reasons));
    coverage.add(operation, exchange, bodies);
    if (findings.length > 0) tell(findings, operation, exchange, bodies, source);
  }

  function checkAlone({ unanswered, source, reasons }: UnansweredRequest): void {
    const operation = operationOf(unanswered, source);
    if (operation === undefined) return;
    counts.checked += 1;
    traffic.count("checked", unanswered, operation);
    const findings = [
      unansweredFinding(operation),
      ...checkRequest(unanswered, bases),
      ...gapFindings(operation, { request: unanswered }, reasons),
    ];
    const exchange = { request: unanswered, response: { status: 0, headers: {} } };
    tell(findings, operation, exchange, {}, source);
  }

  function tell(
    findings: readonly Finding[],
    operation: string,
    exchange: Exchange,
    bodies: ParsedBodies,
    source: Source,
  ): void {
    const secrets = secretsOf(exchange.request);
    for (const finding of findings) {
      const folded = fold(operation, finding.location);
      collector.add(redacted({ ...finding, source }, secrets), () =>
        redacted(excerptOf({ exchange, ...bodies }, finding, folded, showValues), secrets),
      );
    }
  }

  function reject({ problem, source, request }: RecordedProblem): void {
    const operation = request && operationOf({ ...request, headers: {} }, source);
    if (request && operation === undefined) return;
    traffic.count("unreadable", request, operation);
    collector.add({
      ...{
        id: "recording-entry-invalid",
        level: "error",
        operation: operation ?? "",
        location: "",
      },
      args: { reason: problem },
      source,
    });
  }

  return {
    add(recorded) {
      if ("fault" in recorded) return collector.add(faultFinding(recorded));
      counts.exchanges += 1;
      if ("problem" in recorded) reject(recorded);
      else if ("unanswered" in recorded) checkAlone(recorded);
      else check(recorded);
    },
    report: () => ({ ...collector.report(counts, coverage.points()), traffic: traffic.rows() }),
  };
}

interface ParsedBodies {
  request?: unknown;
  response?: unknown;
}
