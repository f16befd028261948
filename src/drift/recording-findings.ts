import type { Exchange, Gaps } from "../findings/exchange.ts";
import type { Finding } from "../findings/finding.ts";
import type { FileFault, GapReason } from "../recordings/recorded.ts";

/** The rule of each thing that a recording can lack, by part and gap. `not-utf8` is for the contract's check to tell. */
const gapRules = {
  headers: {
    "not-recorded": "recording-headers-missing",
    undecodable: "recording-headers-undecodable",
  },
  body: {
    "not-recorded": "recording-body-missing",
    cut: "recording-body-cut",
    undecodable: "recording-body-undecodable",
  },
} as const;

/** What of an exchange was not checked, because the recording does not tell it. */
export function gapFindings(
  operation: string,
  messages: Pick<Exchange, "request"> & Partial<Exchange>,
  reasons: readonly GapReason[],
): Finding[] {
  return (["request", "response"] as const).flatMap((side) => {
    const gaps: Gaps = messages[side]?.gaps ?? {};
    const { headers, body } = gaps;
    const ids = [
      headers && { part: "headers" as const, id: gapRules.headers[headers] },
      body && body !== "not-utf8" && { part: "body" as const, id: gapRules.body[body] },
    ];
    return ids.flatMap((gap) => {
      if (!gap) return [];
      const { part, id } = gap;
      const reason = reasons.find((one) => one.side === side && one.part === part)?.reason;
      const args = { side, ...(reason !== undefined && { reason }) };
      return [{ id, level: "warning" as const, operation, location: `/${side}/${part}`, args }];
    });
  });
}

/** The call was blocked, aborted, or failed on the network. */
export function unansweredFinding(operation: string): Finding {
  return {
    id: "recording-unanswered",
    level: "warning",
    operation,
    location: "/response",
    args: {},
  };
}

const faultRules = { unreadable: "recording-file-unreadable", cut: "recording-file-cut" } as const;

/** A file of which nothing, or nothing more, is known. */
export function faultFinding({ fault, reason, source }: FileFault): Finding {
  const args = { file: source.file, reason };
  return {
    id: faultRules[fault],
    level: "error",
    operation: "",
    location: "",
    args,
    source,
  };
}
