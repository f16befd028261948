import {
  ApiError,
  AuthenticationError,
  BadGatewayError,
  BadRequestError,
  ConflictError,
  type ErrorContext,
  GatewayTimeoutError,
  InternalServerError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServiceUnavailableError,
  UnprocessableEntityError,
} from "../errors.ts";

/** The class of each documented status, and what its message tells the caller to do. */
const kinds: Record<number, readonly [typeof ApiError, string]> = {
  400: [BadRequestError, "correct the request"],
  401: [AuthenticationError, "check the API key"],
  402: [PaymentRequiredError, "add credits"],
  403: [PermissionDeniedError, "use a key that may do this"],
  404: [NotFoundError, "check the id"],
  409: [ConflictError, "read the Webset, then decide"],
  422: [UnprocessableEntityError, "correct the request"],
  429: [RateLimitError, "wait until retryAt"],
  500: [InternalServerError, "try again later"],
  502: [BadGatewayError, "try again later"],
  503: [ServiceUnavailableError, "try again later"],
  504: [GatewayTimeoutError, "try again later"],
};

/** The typed error for an answer that is no success. `text` is its body; `delay` what the server asks to wait, in ms. */
export function apiError(
  response: Response,
  text: string,
  retryAt: Date | undefined,
  context: ErrorContext,
): ApiError {
  const { status, headers } = response;
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {}
  // Every field is checked where it is used: an error body is whatever the server, or a proxy, made up.
  const fields = (typeof body === "object" && body) || {};
  const field = (name: string): string | undefined => {
    const value = (fields as Record<string, unknown>)[name];
    return typeof value === "string" ? value : undefined;
  };
  const tag = field("tag");
  const reason = field("message") ?? field("error") ?? tag ?? "";
  const badKey =
    status === 400 &&
    /(invalid|missing).*api[-_ ]?key|api[-_ ]?key.*(invalid|missing)/i.test(`${reason} ${tag}`);
  const [Kind, advice] = kinds[badKey ? 401 : status] ?? [ApiError, "undocumented status"];
  const requestId = headers.get("x-request-id") ?? field("requestId");
  const error = new Kind(`${status} ${reason && `${reason}: `}${advice}`, context);
  return Object.assign(error, { status, tag, requestId, headers, body, retryAt });
}
