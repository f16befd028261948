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

/** The class of each status that the contract documents. */
export const apiErrors = /* @__PURE__ */ Object.fromEntries(
  Object.entries(statuses).map(([status, name]) => [
    status,
    class extends BaseApiError {
      static override readonly name = `${name}Error`;
    },
  ]),
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
export function classOf<Status extends keyof Statuses>(status: Status): (typeof apiErrors)[Status] {
  return apiErrors[status];
}
