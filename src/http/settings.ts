import type { Exchange } from "../contract/exchange.ts";
import type { Finding } from "../contract/finding.ts";
import type { Hooks } from "./observe.ts";
import type { Runtime } from "./runtime.ts";

/** A key, or where to get one: asked before each attempt, so that keys can rotate. */
export type ApiKey = string | (() => string | Promise<string>);

/** The contract as the client uses it at run time: `contract` of `exa-websets-client/contract`. */
export interface RuntimeContract {
  checkRequest(request: Exchange["request"]): Finding[];
  checkResponse(request: Exchange["request"], response: Exchange["response"]): Finding[];
}

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
}

/** What all calls of one client share; checked when the client was made. */
export interface Settings extends Omit<CallOptions, "signal"> {
  readonly base: string;
  /** The key, checked. */
  readonly key: () => Promise<string>;
  readonly fetch?: typeof fetch;
  /** Of one response, decompressed. Default 10 MiB. */
  readonly maxResponseBytes?: number;
  /** Refuses requests that break the contract, and reports answers that do. */
  readonly contract?: RuntimeContract;
  /** Gets each finding with the exchange that it was seen in, secrets masked; a refused request has no response. */
  readonly onFinding?: (
    finding: Finding,
    exchange: Pick<Exchange, "request"> & Partial<Exchange>,
  ) => unknown;
  /** Throws where a successful answer has a finding. */
  readonly strict?: boolean;
  readonly hooks?: Hooks;
  readonly runtime: Runtime;
}

/** A request as openapi-fetch hands it over, the caller's options beside it. */
export interface Wire extends CallOptions {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** Text, so that it can be sent again. */
  readonly body?: string;
  /** Set by `update`: refusals, and answers that are no Webset, are thrown. */
  readonly webset?: boolean;
}

/** A response whose body has been read: `text()` and `json()` answer from memory. */
export interface Answer extends Response {
  readonly attempts: number;
}
