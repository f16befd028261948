import type { Exchange } from "../contract/exchange.ts";
import type { Finding } from "../contract/finding.ts";
import { ContractViolationError } from "../errors.ts";
import { type Call, context, shown } from "./call.ts";
import { invalid } from "./input.ts";
import { observe } from "./observe.ts";

/** The request with the URL as the contract knows it, wherever the base URL points. */
function local(call: Call): Exchange["request"] {
  return { ...shown(call), url: call.request.url.slice(call.settings.base.length) };
}

/** @throws InvalidInputError for a request that is not as the contract says. */
export function checkRequest(call: Call): void {
  const findings = call.settings.contract?.checkRequest(local(call)) ?? [];
  if (findings[0])
    throw Object.assign(
      invalid(
        `the request breaks the contract: ${list(findings)}`,
        undefined,
        call.request.method,
        call.path,
      ),
      { findings },
    );
}

/** Reports what is not as the contract says. @returns the findings that `strict` refuses. */
export function checkResponse(call: Call, response: Exchange["response"]): Finding[] {
  const { contract, onFinding } = call.settings;
  const findings = contract?.checkResponse(local(call), response) ?? [];
  for (const finding of findings) observe(onFinding, finding, { request: shown(call), response });
  return findings.filter(({ level }) => level === "error");
}

/** The error of `strict`. */
export function violation(call: Call, findings: readonly Finding[]): ContractViolationError {
  const error = new ContractViolationError(
    `the answer breaks the contract: ${list(findings)}`,
    context(call, "unknown"),
  );
  return Object.assign(error, { findings });
}

const list = (findings: readonly Finding[]) =>
  findings.map(({ id, location }) => `${id} at ${location}`).join(", ");
