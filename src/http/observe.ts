import type { ErrorContext, WebsetsError } from "../errors.ts";
import type { Exchange } from "../findings/exchange.ts";

/** What a hook and the diagnostics channel of the same name get. It holds no secret. */
export interface CallEvent extends Pick<ErrorContext, "attempts" | "delivery"> {
  /** The same object in all events of one call. Of the headers, only those that the contract knows. */
  readonly request: Exchange["request"];
}

/** A complete answer, whatever its status. */
export interface ResponseEvent extends CallEvent {
  readonly response: Exchange["response"];
}

/** An attempt failed and another follows after `delay` ms. */
export interface RetryEvent extends CallEvent {
  readonly error: WebsetsError;
  readonly delay: number;
}

/** The call failed for good. Published on the channel only: a caller has the error already. */
export interface ErrorEvent extends CallEvent {
  readonly error: WebsetsError;
}

/** Observers. What they throw changes nothing. */
export interface Hooks {
  readonly request?: (event: CallEvent) => unknown;
  readonly response?: (event: ResponseEvent) => unknown;
  readonly retry?: (event: RetryEvent) => unknown;
}

/** The same, to look one up by name. */
export type Observers = Readonly<Record<string, (event: object) => unknown>> | undefined;
