import { server, type Webset, type WebsetsMethods } from "../generated/operations.ts";
import type { Guard, GuardOptions } from "./contract/guard.ts";
import { InvalidInputError } from "./errors.ts";
import { type ApiKey, keySource } from "./http/api-key.ts";
import type { Client } from "./http/call.ts";
import { type CallOptions, defaults } from "./http/call-options.ts";
import { checkOptions, clientOptions, hookNames } from "./http/check-options.ts";
import type { CallPromise, CallResult } from "./http/method.ts";
import { createMethods } from "./http/methods.ts";
import type { Hooks } from "./http/observe.ts";
import { createRaw, type RawClient } from "./http/raw.ts";
import type { Runtime } from "./http/runtime.ts";
import { Secrets } from "./http/secrets.ts";
import { checkBaseUrl } from "./http/url.ts";

export type { CreateWebset, UpdateWebset, Webset, WebsetPage } from "../generated/operations.ts";
export type { ApiKey } from "./http/api-key.ts";

/** Options of one call of `update`. */
export type UpdateOptions = CallOptions;

/** The data with all that came with it. */
export type UpdateResult = CallResult<Webset>;

/** Resolves to the Webset as it is after the update. */
export type UpdatePromise = CallPromise<Webset>;

/** Options of `createWebsetsClient`; those of `CallOptions` are the defaults of each call. `undefined` means the default. */
export interface ClientOptions extends Omit<CallOptions, "signal">, GuardOptions {
  /** Default: `EXA_API_KEY`, where an environment exists. A function is asked before each attempt. */
  readonly apiKey?: ApiKey | undefined;
  /** Default: the server of the contract. */
  readonly baseUrl?: string | undefined;
  /** Allows plain http to a host that is not loopback. The key can then be read on its way. */
  readonly allowHttp?: boolean | undefined;
  /** Default: the global one, looked up at each attempt, so that test tools can replace it. */
  readonly fetch?: typeof fetch | undefined;
  /** More for the init of each `fetch`, such as undici's `dispatcher` or `cache`. */
  readonly fetchOptions?: Readonly<Record<string, unknown>> | undefined;
  /** Refuses requests that break the contract, and reports answers that do. */
  readonly contract?: Guard | undefined;
  /** Observers. */
  readonly hooks?: Hooks | undefined;
}

/** See `createWebsetsClient`. */
export interface WebsetsClient extends WebsetsMethods {
  /**
   * The typed openapi-fetch client on the same transport: key, time limits, retries, no redirects. Answers of the API
   * come back as `{ data, error, response }`; all else is thrown. Its middleware sees its own calls, not those of the
   * methods.
   */
  readonly raw: RawClient;
}

/**
 * A client for Exa's Websets.
 * @param runtime clock, timers and randomness, for tests.
 * @throws InvalidInputError for an option that cannot be used, among them a key or base URL that must not be.
 */
export function createWebsetsClient(
  options: ClientOptions = {},
  runtime: Runtime = globalThis,
): WebsetsClient {
  const client = readOptions(options, runtime);
  return { ...createMethods(client), raw: createRaw(client) };
}

function readOptions(options: ClientOptions, runtime: Runtime): Client {
  const { apiKey, baseUrl, allowHttp, ...given } = checkOptions(options, clientOptions);
  checkOptions(given.hooks ?? {}, hookNames);
  if (!given.contract && (given.strict !== undefined || given.onFinding))
    throw new InvalidInputError("strict and onFinding have no effect without contract");
  const secrets = new Secrets().withHeaders(given.headers ?? {});
  return {
    ...defaults,
    ...given,
    runtime,
    baseUrl: checkBaseUrl(baseUrl ?? server, allowHttp),
    baseUrlGiven: baseUrl !== undefined,
    key: keySource(apiKey, secrets),
    secrets,
  };
}
