import type { Finding } from "./findings/finding.ts";

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
export class WebsetsError extends Error implements ErrorContext {
  override readonly name: string = "WebsetsError";
  // Before there is a request:
  readonly method: string = "POST";
  readonly path: string = "";
  readonly attempts: number = 0;
  readonly delivery: Delivery = "not-sent";
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
  /** 0 in browsers. */
  declare readonly status: number;
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
  /** As `fetch` gave it. Its body has been read; `text()` and `json()` answer from memory. */
  declare readonly response: Response;
  /** When the server wants to be asked again, from `Retry-After` or `retry-after-ms`. */
  declare readonly retryAt: Date | undefined;
}

/** The class of one status: an `ApiError` with a name of its own, which survives minification. */
export interface ApiErrorClass<Name extends string> {
  new (...args: ConstructorParameters<typeof ApiError>): ApiError & { readonly name: Name };
  readonly prototype: ApiError & { readonly name: Name };
}

function named<const Name extends string>(name: Name): ApiErrorClass<`${Name}Error`> {
  return class extends ApiError {
    override readonly name = `${name}Error` as const;
  };
}

/** The class of each documented status. A table, since every byte of this module is in its users' bundles. */
export const apiErrors = {
  400: named("BadRequest"),
  401: named("Authentication"),
  402: named("PaymentRequired"),
  403: named("PermissionDenied"),
  404: named("NotFound"),
  409: named("Conflict"),
  422: named("UnprocessableEntity"),
  429: named("RateLimit"),
  500: named("InternalServer"),
  502: named("BadGateway"),
  503: named("ServiceUnavailable"),
  504: named("GatewayTimeout"),
};

/** The class of a documented status. A function, since bundlers keep what is read from a table. */
function of<Status extends keyof typeof apiErrors>(status: Status): (typeof apiErrors)[Status] {
  return apiErrors[status];
}

/** 400: the request is malformed. */
export const BadRequestError = /* @__PURE__ */ of(400);
export type BadRequestError = InstanceType<typeof BadRequestError>;

/** 401, or a 400 that says the key is invalid: live servers answer so. */
export const AuthenticationError = /* @__PURE__ */ of(401);
export type AuthenticationError = InstanceType<typeof AuthenticationError>;

/** 402: the account has no credits left. */
export const PaymentRequiredError = /* @__PURE__ */ of(402);
export type PaymentRequiredError = InstanceType<typeof PaymentRequiredError>;

/** 403: the key may not do this. */
export const PermissionDeniedError = /* @__PURE__ */ of(403);
export type PermissionDeniedError = InstanceType<typeof PermissionDeniedError>;

/** 404: no Webset has this id or externalId. */
export const NotFoundError = /* @__PURE__ */ of(404);
export type NotFoundError = InstanceType<typeof NotFoundError>;

/** 409: in conflict with the Webset's state. */
export const ConflictError = /* @__PURE__ */ of(409);
export type ConflictError = InstanceType<typeof ConflictError>;

/** 422: well-formed, yet cannot be processed. */
export const UnprocessableEntityError = /* @__PURE__ */ of(422);
export type UnprocessableEntityError = InstanceType<typeof UnprocessableEntityError>;

/** 429: too many requests; see `retryAt`. */
export const RateLimitError = /* @__PURE__ */ of(429);
export type RateLimitError = InstanceType<typeof RateLimitError>;

/** 500: the server failed. */
export const InternalServerError = /* @__PURE__ */ of(500);
export type InternalServerError = InstanceType<typeof InternalServerError>;

/** 502: a proxy got no good answer. */
export const BadGatewayError = /* @__PURE__ */ of(502);
export type BadGatewayError = InstanceType<typeof BadGatewayError>;

/** 503: overloaded or down; see `retryAt`. */
export const ServiceUnavailableError = /* @__PURE__ */ of(503);
export type ServiceUnavailableError = InstanceType<typeof ServiceUnavailableError>;

/** 504: a proxy got no answer in time. */
export const GatewayTimeoutError = /* @__PURE__ */ of(504);
export type GatewayTimeoutError = InstanceType<typeof GatewayTimeoutError>;
