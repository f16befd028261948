import type { Exchange } from "../contract/exchange.ts";
import type { Finding } from "../contract/finding.ts";
import type { Delivery, ErrorContext } from "../errors.ts";
import type { ApiKey, Limits } from "./input.ts";
import { type CallEvent, type Hooks, visible } from "./observe.ts";
import type { Runtime } from "./runtime.ts";

/** The contract as the client uses it at run time: `contract` of `exa-websets-client/contract`. */
export interface RuntimeContract {
  checkRequest(request: Exchange["request"]): Finding[];
  checkResponse(request: Exchange["request"], response: Exchange["response"]): Finding[];
}

/** What all calls of one client share; checked when the client was made. */
export interface Settings extends Partial<Limits> {
  readonly base: string;
  readonly apiKey: ApiKey;
  readonly fetch?: typeof fetch;
  readonly retryUnknown?: boolean;
  readonly contract?: RuntimeContract;
  /** Gets each finding with the exchange that it was seen in; secrets are masked. */
  readonly onFinding?: (finding: Finding, exchange: Exchange) => unknown;
  readonly strict?: boolean;
  readonly hooks?: Hooks;
  readonly runtime: Runtime;
}

/** What a caller may set for one call. */
export interface CallOptions extends Partial<Omit<Limits, "maxResponseBytes">> {
  readonly signal?: AbortSignal | null;
  readonly retryUnknown?: boolean;
}

/** One request as it goes on the wire. The body is text, so that it can be sent again. */
export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** A success. The response's body has been read: it is `text`, and parsed `data`. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
  readonly data: unknown;
  readonly attempts: number;
}

/** One call on its way: all of its attempts. */
export interface Call {
  readonly id: number;
  readonly settings: Settings;
  readonly request: WireRequest;
  readonly path: string;
  readonly maxBytes: number;
  readonly accepts: ((data: unknown) => boolean) | undefined;
  attempts: number;
  delivery: Delivery;
}

/** What an error says of the call. `delivery` is that of the last attempt, unless an earlier one is unknown. */
export function context(call: Call, delivery: Delivery, cause?: unknown): ErrorContext {
  const { path, attempts, request } = call;
  return {
    method: request.method,
    path,
    attempts,
    delivery: call.delivery === "unknown" ? "unknown" : delivery,
    cause,
  };
}

/** The request as others may see it. */
export function shown({ request: { url, method, headers, body } }: Call): Exchange["request"] {
  return { method, url, headers: { ...visible(headers), "x-api-key": "[redacted]" }, body };
}

export function event(call: Call): CallEvent {
  return { call: call.id, attempt: call.attempts, request: shown(call) };
}
