import { compiled } from "../../generated/contract.ts";
import { type Checker, createChecker } from "./check-exchange.ts";
import { createGuard, type Guard } from "./guard.ts";

export type { Exchange } from "../findings/exchange.ts";
export {
  describe,
  type Finding,
  type Json,
  type Level,
  type Rule,
  type Source,
} from "../findings/finding.ts";
export type { Checker } from "./check-exchange.ts";
export type { Guard, GuardOptions } from "./guard.ts";
export type { Operation } from "./operation.ts";
export { exchangeRules } from "./rules.ts";

const checker: Checker = /* @__PURE__ */ createChecker(compiled);

/**
 * The contract of `openapi/websets.yaml`, ready to check with. Hand it to `createWebsetsClient` to have requests
 * refused before they are sent, and drifting responses reported. Its `checkResponse` also holds the answer to the
 * question: it is about what was asked for, and carries what was sent (`checkEcho`).
 */
export const contract: Checker & Guard = /* @__PURE__ */ createContract();

function createContract(): Checker & Guard {
  const checkResponse: Checker["checkResponse"] = (request, response, servers) => [
    ...checker.checkResponse(request, response, servers),
    ...checker.checkEcho(request, response, servers),
  ];
  const all = { ...checker, checkResponse };
  return { ...all, ...createGuard(all) };
}

/**
 * Holds one exchange to the contract of `openapi/websets.yaml`.
 * @returns what is not as the contract says; empty when all is well.
 */
export const { checkExchange, checkRequest, checkResponse, checkEcho, matchOperation } = checker;
