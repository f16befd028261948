import { statuses } from "../generated/operations.ts";
import type { Finding } from "./findings/finding.ts";

/**
 * What became of the request: `not-sent` (nothing left this process), `rejected` (the server answered no),
 * or `unknown` (it may have been carried out: reset, timeout, 5xx). One unknown attempt makes the call unknown.
 */
export type Delivery = "not-sent" | "rejected" | "unknown";

/** What every error knows of its call. */
export interface ErrorContext {
  /** Empty where the client itself could not be made. */
  readonly method: string;
  /** Below the base URL, as it was sent. */
  readonly path: string;
  /** Requests handed to `fetch`, the last one included. */
  readonly attempts: number;
  readonly delivery: Delivery;
}

/** The fields that a class adds, and the `cause`. */
interface Details {
  readonly cause?: unknown;
  readonly [field: string]: unknown;
}

/** Base of every error that this package throws. The API key is in none of them. */
class BaseError extends Error implements ErrorContext {
  // Said and not left to the compiler: minifiers rename classes, and logs show `constructor.name`.
  static override readonly name: string = "WebsetsError";
  readonly method: string = "";
  readonly path: string = "";
  readonly attempts: number = 0;
  readonly delivery: Delivery = "not-sent";
  /** What the runtime (`ECONNREFUSED`) or the API (`NO_MORE_CREDITS`) calls the cause. */
  declare readonly code?: string;

  constructor(message: string, { cause, ...fields }: Details = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    for (const [field, value] of Object.entries(fields))
      if (value !== undefined) Object.assign(this, { [field]: value });
  }

  /** All that a log or another thread should get: the fields of its class, without body, headers and stack. */
  toJSON(): Record<string, unknown> {
    const fields: object = { ...this };
    return { name: this.name, message: this.message, ...fields };
  }
}

/** An id, body, base URL, key, header or option that must not be sent; nothing was. */
export class InvalidInputError extends BaseError {
  static override readonly name = "InvalidInputError";
  declare readonly name: "InvalidInputError";
  /** Where the contract refused the body; absent otherwise. */
  declare readonly findings?: readonly Finding[];
}

/** No answer: refused, unknown host, reset. `cause` says what `fetch` threw. */
export class ConnectionError extends BaseError {
  static override readonly name = "ConnectionError";
  declare readonly name: "ConnectionError";
}

/** No complete answer within `timeout` or `deadline`. */
export class TimeoutError extends BaseError {
  static override readonly name = "TimeoutError";
  declare readonly name: "TimeoutError";
}

/** The caller's signal fired. `cause` is the signal's reason. */
export class AbortError extends BaseError {
  static override readonly name = "AbortError";
  declare readonly name: "AbortError";
}

/** The server wants the call elsewhere. Never followed: the key must not reach another host. */
export class RedirectError extends BaseError {
  static override readonly name = "RedirectError";
  declare readonly name: "RedirectError";
  /** 0 in browsers. */
  declare readonly status: number;
}

/** Why a successful answer could not be used. `cursor-loop`: a page of a list named a page that was already read. */
export type UnreadableReason =
  | "empty"
  | "media-type"
  | "not-json"
  | "wrong-object"
  | "too-large"
  | "truncated"
  | "cursor-loop";

/** A 2xx answer that is not what was asked for. The request was probably carried out. */
export class UnreadableResponseError extends BaseError {
  static override readonly name = "UnreadableResponseError";
  declare readonly name: "UnreadableResponseError";
  declare readonly reason: UnreadableReason;
  declare readonly status: number;
}

/** `strict`: the answer left the contract. The request was carried out. */
export class ContractViolationError extends BaseError {
  static override readonly name = "ContractViolationError";
  declare readonly name: "ContractViolationError";
  declare readonly findings: readonly Finding[];
}

/** What an `ApiError` keeps of its answer, without making more of it until somebody asks. */
export interface RefusedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
  readonly toResponse: () => Response;
}

/** Base of the errors by status. */
class BaseApiError extends BaseError {
  static override readonly name: string = "ApiError";
  declare readonly status: number;
  /** The API's machine-readable reason, such as `NO_MORE_CREDITS`. */
  declare readonly tag?: string;
  /** Quote it to the vendor. */
  declare readonly requestId?: string;
  /** When the server wants to be asked again, from `Retry-After` or `retry-after-ms`. */
  declare readonly retryAt?: Date;
  readonly #answer: RefusedAnswer | undefined;

  constructor(message: string, details?: Details, answer?: RefusedAnswer) {
    super(message, details);
    this.#answer = answer;
  }

  // Methods of the class and no fields, so that no log prints them.
  /** Of the answer, without `set-cookie`. */
  get headers(): Headers {
    return new Headers(this.#answer?.headers);
  }
  /** Parsed JSON, or the text where it is not JSON. */
  get body(): unknown {
    return this.#answer?.data;
  }
  /** The answer from memory; absent where the error was made by hand or its status is none that a `Response` may have. */
  get response(): Response | undefined {
    return this.#answer?.toResponse();
  }
}

/** An `ApiError` that says by its name which status it has. */
export type StatusError<Name extends string> = BaseApiError & { readonly name: Name };

/** The class of one status. */
export interface StatusErrorClass<Name extends string> {
  new (...args: ConstructorParameters<typeof BaseApiError>): StatusError<Name>;
  readonly prototype: StatusError<Name>;
}

type Statuses = typeof statuses;
type StatusName<Status extends keyof Statuses> = `${Statuses[Status]}Error`;
type DocumentedError = { [S in keyof Statuses]: StatusError<StatusName<S>> }[keyof Statuses];

function statusError(name: string): typeof BaseApiError {
  return class extends BaseApiError {
    static override readonly name = `${name}Error`;
  };
}

/** The class of each status that the contract documents. */
export const apiErrors = /* @__PURE__ */ Object.fromEntries(
  Object.entries(statuses).map(([status, name]) => [status, statusError(name)]),
) as unknown as { readonly [S in keyof Statuses]: StatusErrorClass<StatusName<S>> }; // what fromEntries forgets

/** The server answered with a status outside 2xx and 3xx; undocumented ones are this class itself. */
export type ApiError = StatusError<"ApiError"> | DocumentedError;
// The class, with a type by which `instanceof` narrows to the union and not to the base alone.
export const ApiError = BaseApiError as unknown as {
  new (...args: ConstructorParameters<typeof BaseApiError>): StatusError<"ApiError">;
  readonly prototype: ApiError;
};

/** Any error of this package: `switch (error.name)` narrows it. */
export type WebsetsError =
  | InvalidInputError
  | ConnectionError
  | TimeoutError
  | AbortError
  | RedirectError
  | UnreadableResponseError
  | ContractViolationError
  | ApiError;
export const WebsetsError = BaseError as unknown as {
  new (...args: ConstructorParameters<typeof BaseError>): BaseError;
  readonly prototype: WebsetsError;
};

/** The class of a documented status. A function, since bundlers keep what is read from a table. */
function classOf<Status extends keyof Statuses>(status: Status): (typeof apiErrors)[Status] {
  return apiErrors[status];
}

/** 400: the request is malformed. */
export const BadRequestError = /* @__PURE__ */ classOf(400);
export type BadRequestError = InstanceType<typeof BadRequestError>;

/** 401: or a 400 that says the key is invalid: live servers answer so. */
export const AuthenticationError = /* @__PURE__ */ classOf(401);
export type AuthenticationError = InstanceType<typeof AuthenticationError>;

/** 402: the account has no credits left. */
export const PaymentRequiredError = /* @__PURE__ */ classOf(402);
export type PaymentRequiredError = InstanceType<typeof PaymentRequiredError>;

/** 403: the key may not do this. */
export const PermissionDeniedError = /* @__PURE__ */ classOf(403);
export type PermissionDeniedError = InstanceType<typeof PermissionDeniedError>;

/** 404: nothing has this id or externalId. */
export const NotFoundError = /* @__PURE__ */ classOf(404);
export type NotFoundError = InstanceType<typeof NotFoundError>;

/** 409: in conflict with what is stored, such as an externalId that is taken. */
export const ConflictError = /* @__PURE__ */ classOf(409);
export type ConflictError = InstanceType<typeof ConflictError>;

/** 422: well-formed, yet cannot be processed. */
export const UnprocessableEntityError = /* @__PURE__ */ classOf(422);
export type UnprocessableEntityError = InstanceType<typeof UnprocessableEntityError>;

/** 429: too many requests; see `retryAt`. */
export const RateLimitError = /* @__PURE__ */ classOf(429);
export type RateLimitError = InstanceType<typeof RateLimitError>;

/** 500: the server failed. */
export const InternalServerError = /* @__PURE__ */ classOf(500);
export type InternalServerError = InstanceType<typeof InternalServerError>;

/** 502: a proxy got no good answer. */
export const BadGatewayError = /* @__PURE__ */ classOf(502);
export type BadGatewayError = InstanceType<typeof BadGatewayError>;

/** 503: overloaded or down; see `retryAt`. */
export const ServiceUnavailableError = /* @__PURE__ */ classOf(503);
export type ServiceUnavailableError = InstanceType<typeof ServiceUnavailableError>;

/** 504: a proxy got no answer in time. */
export const GatewayTimeoutError = /* @__PURE__ */ classOf(504);
export type GatewayTimeoutError = InstanceType<typeof GatewayTimeoutError>;
