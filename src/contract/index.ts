import { compiled } from "../../generated/contract.ts";
import { createChecker } from "./check-exchange.ts";

export type { Checker } from "./check-exchange.ts";
export type { Exchange } from "./exchange.ts";
export {
  describe,
  type Finding,
  type Json,
  type Level,
  type Rule,
  type Source,
} from "./finding.ts";
export type { Operation } from "./operation.ts";
export { exchangeRules } from "./rules.ts";

/**
 * The contract of `openapi/websets.yaml`, ready to check with. Hand it to `createWebsetsClient` to have requests
 * refused before they are sent, and drifting responses reported.
 */
export const contract = /* @__PURE__ */ createChecker(compiled);

/**
 * Holds one exchange to the contract of `openapi/websets.yaml`.
 * @returns what is not as the contract says; empty when all is well.
 */
export const { checkExchange, checkRequest, checkResponse, matchOperation } = contract;
