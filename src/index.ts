export type { WebsetsMethods } from "../generated/operations.ts";
export * from "../generated/status-errors.ts";
export type { components, paths } from "../generated/types.ts";
export {
  type ApiKey,
  type ClientOptions,
  type CreateWebset,
  createWebsetsClient,
  type UpdateOptions,
  type UpdatePromise,
  type UpdateResult,
  type UpdateWebset,
  type Webset,
  type WebsetPage,
  type WebsetsClient,
} from "./client.ts";
export type { Guard, GuardOptions } from "./contract/guard.ts";
export {
  AbortError,
  ApiError,
  ConnectionError,
  ContractViolationError,
  type Delivery,
  type ErrorContext,
  InvalidInputError,
  RedirectError,
  type StatusError,
  type StatusErrorClass,
  TimeoutError,
  type UnreadableReason,
  UnreadableResponseError,
  WebsetsError,
} from "./errors.ts";
export type { Exchange } from "./findings/exchange.ts";
export type { Finding } from "./findings/finding.ts";
export type { CallOptions } from "./http/call-options.ts";
export type { CallPromise, CallResult, MethodOptions, PagePromise } from "./http/method.ts";
export type { CallEvent, ErrorEvent, Hooks, ResponseEvent, RetryEvent } from "./http/observe.ts";
export type { RawClient } from "./http/raw.ts";
