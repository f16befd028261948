import { checkExchange } from "../contract/index.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { Description } from "../openapi/description.ts";
import type { RecordedExchange } from "../recordings/recorded.ts";
import { buildReport } from "../report/build.ts";
import type { Report } from "../report/report.ts";
import { compareExchanges } from "./compare-exchanges.ts";
import { createFold } from "./coverage/fold.ts";
import { runRules } from "./run.ts";

/** The report on a fresh exchange: what breaks the contract, and what differs from the stored one if there is one. */
export function compareRecording(
  description: Description,
  operation: string,
  fresh: Exchange,
  stored?: RecordedExchange,
): Report {
  const fold = createFold(description);
  const findings = checkExchange(fresh);
  if (stored) {
    for (const finding of compareExchanges(operation, stored.exchange, fresh, fold)) {
      findings.push({ ...finding, source: stored.source });
    }
  }
  return buildReport(
    findings,
    { exchanges: 1, checked: 1, skipped: 0 },
    {
      rules: runRules,
      fold: (location, { operation }) => fold(operation, location),
    },
  );
}
