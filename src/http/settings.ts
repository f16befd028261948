import type { Guard, GuardOptions } from "../contract/guard.ts";
import type { Limits } from "./input.ts";
import type { Hooks } from "./observe.ts";
import type { Runtime } from "./runtime.ts";

/** A key, or where to get one: asked before each attempt, so that keys can rotate. */
export type ApiKey = string | (() => string | Promise<string>);

/** What a caller may set for one call, or for all calls of a client. Times in ms. */
export interface CallOptions {
  readonly signal?: AbortSignal | null;
  /** For one attempt, headers and body. Default 30,000. */
  readonly timeout?: number;
  /** For the whole call, sleeps included. Default 120,000. */
  readonly deadline?: number;
  /** Attempts after the first. Default 2. */
  readonly maxRetries?: number;
  /** Repeats also when an attempt may have been carried out. Default true. */
  readonly retryUnknown?: boolean;
  /** Of one response, decompressed. Default 10 MiB. */
  readonly maxResponseBytes?: number;
}

/** What a caller may set for all calls of a client. */
export interface Settings extends Omit<CallOptions, "signal">, GuardOptions {
  readonly fetch?: typeof fetch;
  /** Refuses requests that break the contract, and reports answers that do. */
  readonly contract?: Guard;
  readonly hooks?: Hooks;
}

/** One call: its request as openapi-fetch hands it over, the options of client and caller beside it. */
export interface Call extends Limits, Omit<Settings, keyof Limits> {
  readonly url: string;
  /** What `url` must begin with. */
  readonly base: string;
  readonly method: string;
  readonly headers: Headers;
  /** Text, so that it can be sent again. */
  readonly body: string | null;
  /** Gives the key, not yet checked. */
  readonly key: () => unknown;
  readonly signal?: AbortSignal | null;
  readonly runtime: Runtime;
  /** Set by `update`: refusals are thrown, and so is a success that is no Webset. */
  readonly throws?: boolean;
}

/** A response whose body has been read: `text()` and `json()` answer from memory. */
export interface Answer extends Response {
  readonly attempts: number;
  readonly requestId: string | undefined;
}
