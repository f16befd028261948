import type { Finding } from "./contract/finding.ts";

/**
 * What became of the update: `not-sent` (nothing left this process), `rejected` (the server answered no),
 * or `unknown` (it may have been carried out: reset, timeout, 5xx). One unknown attempt makes the call unknown.
 */
export type Delivery = "not-sent" | "rejected" | "unknown";

/** What every error knows of its call. */
export interface ErrorContext {
  readonly method: string;
  /** Below the base URL, as the contract writes it. */
  readonly path: string;
  /** Requests handed to `fetch`, the last one included. */
  readonly attempts: number;
  readonly delivery: Delivery;
}

/** Base of every error that this package throws. The API key is in none of them. */
export class WebsetsError extends Error {
  override readonly name: string = "WebsetsError";
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  declare readonly delivery: Delivery;

  /** The defaults are those of an error before there is a request. */
  constructor(message: string, context: Partial<ErrorContext> & { readonly cause?: unknown } = {}) {
    const {
      method = "POST",
      path = "/v0/websets/{id}",
      attempts = 0,
      delivery = "not-sent",
      ...more
    } = context;
    super(`${message} (${method} ${path})`, more);
    Object.assign(this, { method, path, attempts, delivery }, more);
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

/** The class of one status: an `ApiError` with a name of its own, which survives minification. */
export interface ApiErrorClass<Name extends string> {
  new (...args: ConstructorParameters<typeof ApiError>): ApiError & { readonly name: Name };
  readonly prototype: ApiError & { readonly name: Name };
}

/** The class of each documented status. */
export const apiErrors: Record<number, ApiErrorClass<string>> = {};

/** One line a class, since every byte of this module is in its users' bundles. */
function define<const Name extends string>(
  status: number,
  name: Name,
): ApiErrorClass<`${Name}Error`> {
  const Class = class extends ApiError {
    override readonly name = `${name}Error` as const;
  };
  apiErrors[status] = Class;
  return Class;
}

/** 400: the request is malformed. */
export const BadRequestError = define(400, "BadRequest");
export type BadRequestError = InstanceType<typeof BadRequestError>;

/** 401, or a 400 that says the key is invalid: live servers answer so. */
export const AuthenticationError = define(401, "Authentication");
export type AuthenticationError = InstanceType<typeof AuthenticationError>;

/** 402: the account has no credits left. */
export const PaymentRequiredError = define(402, "PaymentRequired");
export type PaymentRequiredError = InstanceType<typeof PaymentRequiredError>;

/** 403: the key may not do this. */
export const PermissionDeniedError = define(403, "PermissionDenied");
export type PermissionDeniedError = InstanceType<typeof PermissionDeniedError>;

/** 404: no Webset has this id or externalId. */
export const NotFoundError = define(404, "NotFound");
export type NotFoundError = InstanceType<typeof NotFoundError>;

/** 409: in conflict with the Webset's state. */
export const ConflictError = define(409, "Conflict");
export type ConflictError = InstanceType<typeof ConflictError>;

/** 422: well-formed, yet cannot be processed. */
export const UnprocessableEntityError = define(422, "UnprocessableEntity");
export type UnprocessableEntityError = InstanceType<typeof UnprocessableEntityError>;

/** 429: too many requests; see `retryAt`. */
export const RateLimitError = define(429, "RateLimit");
export type RateLimitError = InstanceType<typeof RateLimitError>;

/** 500: the server failed. */
export const InternalServerError = define(500, "InternalServer");
export type InternalServerError = InstanceType<typeof InternalServerError>;

/** 502: a proxy got no good answer. */
export const BadGatewayError = define(502, "BadGateway");
export type BadGatewayError = InstanceType<typeof BadGatewayError>;

/** 503: overloaded or down; see `retryAt`. */
export const ServiceUnavailableError = define(503, "ServiceUnavailable");
export type ServiceUnavailableError = InstanceType<typeof ServiceUnavailableError>;

/** 504: a proxy got no answer in time. */
export const GatewayTimeoutError = define(504, "GatewayTimeout");
export type GatewayTimeoutError = InstanceType<typeof GatewayTimeoutError>;
