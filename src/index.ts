export {
  type ClientOptions,
  createWebsetsClient,
  type UpdateOptions,
  type UpdatePromise,
  type UpdateResult,
  type UpdateWebset,
  type Webset,
  type WebsetsClient,
} from "./client.ts";
export type { Exchange } from "./contract/exchange.ts";
export type { Finding } from "./contract/finding.ts";
export * from "./errors.ts";
export type { CallEvent, ErrorEvent, Hooks, ResponseEvent, RetryEvent } from "./http/observe.ts";
export type { CallOptions, RuntimeContract } from "./http/settings.ts";
