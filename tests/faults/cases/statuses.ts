import type { Case, Group, Throws } from "../case.ts";

type Row = readonly [
  status: number,
  error: string,
  delivery: "rejected" | "unknown",
  retried?: boolean,
];

const documented: readonly Row[] = [
  [400, "BadRequestError", "rejected"],
  [401, "AuthenticationError", "rejected"],
  [402, "PaymentRequiredError", "rejected"],
  [403, "PermissionDeniedError", "rejected"],
  [404, "NotFoundError", "rejected"],
  [409, "ConflictError", "rejected"],
  [422, "UnprocessableEntityError", "rejected"],
  [429, "RateLimitError", "rejected", true],
  [500, "InternalServerError", "unknown", true],
  [502, "BadGatewayError", "unknown", true],
  [503, "ServiceUnavailableError", "unknown", true],
  [504, "GatewayTimeoutError", "unknown", true],
];

const undocumented: readonly Row[] = [
  [405, "ApiError", "rejected"],
  [408, "ApiError", "rejected", true],
  [418, "ApiError", "rejected"],
  [501, "ApiError", "unknown"],
];

const body = { requestId: "5d33e4235eb5b3a05b7e4cb192548d2f", error: "No.", tag: "SOME_TAG" };

function row([status, error, delivery, retried = false]: Row): Case {
  const attempts = retried ? 2 : 1;
  return {
    name: `${retried ? "retries" : "does not retry"} ${status} and throws ${error}`,
    happens: `status ${status}`,
    get: `${retried ? "retries, then " : ""}\`${error}\`, delivery \`${delivery}\``,
    answers: [{ status, body, headers: retried ? { "retry-after-ms": "20" } : {} }],
    options: { maxRetries: 1 },
    throws: {
      error,
      delivery,
      attempts,
      carries: { status, tag: "SOME_TAG", requestId: body.requestId },
    },
    requests: attempts,
  };
}

const unknown500: Throws = {
  error: "InternalServerError",
  delivery: "unknown",
  attempts: 1,
  carries: { status: 500 },
};

export const statuses: Group = {
  name: "Statuses",
  happens: "The server says no: 400 to 504",
  get: "One class for each status, with `status`, `tag`, `requestId`, `headers` and `body`; 408, 429, 500, 502, 503 and 504 are retried",
  cases: [
    ...documented.map(row),
    ...undocumented.map(row),
    {
      name: "calls a 400 about the key an authentication error",
      happens: "status 400 that says `x-api-key header is invalid`",
      get: "`AuthenticationError`",
      answers: [{ status: 400, body: { requestId: "r1", error: "x-api-key header is invalid" } }],
      throws: {
        error: "AuthenticationError",
        delivery: "rejected",
        attempts: 1,
        carries: { status: 400, requestId: "r1" },
      },
    },
    {
      name: "prefers the request id of the header",
      happens: "an error with the header `X-Request-Id`",
      get: "`requestId` is the header's",
      answers: [{ status: 404, body, headers: { "x-request-id": "from-header" } }],
      throws: {
        error: "NotFoundError",
        delivery: "rejected",
        attempts: 1,
        carries: { requestId: "from-header" },
      },
    },
    {
      name: "takes an error without a body for an error",
      happens: "status 500 without a body",
      get: "`InternalServerError`: the status decides, not the body",
      answers: [{ status: 500, body: null, headers: { "content-type": null } }],
      options: { maxRetries: 0 },
      throws: unknown500,
    },
    {
      name: "keeps the text of an HTML error",
      happens: "status 502 with an HTML page",
      get: "`BadGatewayError`, the page as `body`",
      answers: [
        { status: 502, body: "<h1>Bad gateway</h1>", headers: { "content-type": "text/html" } },
      ],
      options: { maxRetries: 0 },
      throws: {
        error: "BadGatewayError",
        delivery: "unknown",
        attempts: 1,
        carries: { body: "<h1>Bad gateway</h1>" },
      },
    },
    {
      name: "takes a broken error body for what the status says",
      happens: "status 500 with JSON that is cut off",
      get: "`InternalServerError`",
      answers: [{ status: 500, body: '{"error":"No' }],
      options: { maxRetries: 0 },
      throws: unknown500,
    },
    {
      name: "survives an error body of an unexpected shape",
      happens: "status 500 with `null` as its body",
      get: "`InternalServerError`",
      answers: [{ status: 500, body: "null" }],
      options: { maxRetries: 0 },
      throws: unknown500,
    },
  ],
};
