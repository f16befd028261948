import type { Finding } from "./contract/finding.ts";

/**
 * What became of the update: `not-sent` (nothing left this process), `rejected` (the server answered no),
 * or `unknown` (it may have been carried out: reset, timeout, 5xx). One unknown attempt makes the call unknown.
 */
export type Delivery = "not-sent" | "rejected" | "unknown";

/** What every error knows of its call. `method` and `path` are `""` for an error of `createWebsetsClient`. */
export interface ErrorContext {
  readonly method: string;
  readonly path: string;
  /** Requests handed to `fetch`, the last one included. */
  readonly attempts: number;
  readonly delivery: Delivery;
  readonly cause?: unknown;
}

/** Base of every error that this package throws. The API key is in none of them. */
export class WebsetsError extends Error {
  override readonly name: string = "WebsetsError";
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  declare readonly delivery: Delivery;

  constructor(message: string, { cause, ...context }: ErrorContext) {
    super(
      context.method ? `${message} (${context.method} ${context.path})` : message,
      cause ? { cause } : undefined,
    );
    Object.assign(this, context);
  }
}

/** An id, body, base URL, key or option that must not be sent; nothing was. */
export class InvalidInputError extends WebsetsError {
  override readonly name = "InvalidInputError";
  /** Where the contract refused the body; absent otherwise. */
  declare readonly findings?: readonly Finding[];
}

/** No answer: refused, unknown host, reset. `cause` is what `fetch` threw. */
export class ConnectionError extends WebsetsError {
  override readonly name = "ConnectionError";
}

/** No complete answer within `timeout` or `deadline`. */
export class TimeoutError extends WebsetsError {
  override readonly name = "TimeoutError";
}

/** The caller's signal fired. `cause` is the signal's reason. */
export class AbortError extends WebsetsError {
  override readonly name = "AbortError";
}

/** The server wants the call elsewhere. Never followed: the key must not reach another host. */
export class RedirectError extends WebsetsError {
  override readonly name = "RedirectError";
}

/** Why a successful answer could not be read. */
export type UnreadableReason =
  | "empty"
  | "html"
  | "media-type"
  | "not-json"
  | "not-a-webset"
  | "too-large"
  | "truncated";

/** A 2xx answer that is no Webset. The update was probably carried out. */
export class UnreadableResponseError extends WebsetsError {
  override readonly name = "UnreadableResponseError";
  declare readonly reason: UnreadableReason;
  declare readonly status: number;
}

/** `strict`: the answer left the contract. The update was carried out. */
export class ContractViolationError extends WebsetsError {
  override readonly name = "ContractViolationError";
  declare readonly findings: readonly Finding[];
}

/** The server answered with a status outside 2xx and 3xx; undocumented ones are this class itself. */
export class ApiError extends WebsetsError {
  override readonly name: string = "ApiError";
  declare readonly status: number;
  /** The API's machine-readable reason, such as `NO_MORE_CREDITS`. */
  declare readonly tag: string | undefined;
  /** From the header `x-request-id`, or else from the body. Quote it to the vendor. */
  declare readonly requestId: string | undefined;
  declare readonly headers: Headers;
  /** Parsed JSON, or the text where it is not JSON. */
  declare readonly body: unknown;
  /** When the server wants to be asked again, from `Retry-After` or `retry-after-ms`. */
  declare readonly retryAt: Date | undefined;
}

/** 400: the request is malformed. */
export class BadRequestError extends ApiError {
  override readonly name = "BadRequestError";
}

/** 401, or a 400 that says the key is invalid: live servers answer so. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
}

/** 402: the account has no credits left. */
export class PaymentRequiredError extends ApiError {
  override readonly name = "PaymentRequiredError";
}

/** 403: the key may not do this. */
export class PermissionDeniedError extends ApiError {
  override readonly name = "PermissionDeniedError";
}

/** 404: no Webset has this id or externalId. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
}

/** 409: in conflict with the Webset's state. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
}

/** 422: well-formed, yet cannot be processed. */
export class UnprocessableEntityError extends ApiError {
  override readonly name = "UnprocessableEntityError";
}

/** 429: too many requests; see `retryAt`. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
}

/** 500. */
export class InternalServerError extends ApiError {
  override readonly name = "InternalServerError";
}

/** 502. */
export class BadGatewayError extends ApiError {
  override readonly name = "BadGatewayError";
}

/** 503; see `retryAt`. */
export class ServiceUnavailableError extends ApiError {
  override readonly name = "ServiceUnavailableError";
}

/** 504. */
export class GatewayTimeoutError extends ApiError {
  override readonly name = "GatewayTimeoutError";
}
