import type { Case, Group } from "../case.ts";

const soon = { "retry-after-ms": "50" };
const unhelpful: readonly (readonly [shown: string, header: Record<string, string>])[] = [
  ["no date and no number", { "retry-after": "soon" }],
  ["negative", { "retry-after": "-1" }],
  ["beyond all dates", { "retry-after": "99999999999999999999" }],
  ["a date in the past", { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }],
];

export const clocks: Group = {
  name: "Time",
  happens: "429 or 503 with `Retry-After`; a deadline; an `AbortSignal`",
  get: "`Retry-After` is honoured; longer than the time left, it surfaces at once as `retryAt`; `TimeoutError` at the deadline; `AbortError` at once",
  cases: [
    {
      name: "waits for Retry-After in seconds",
      happens: "429 with `Retry-After: 1`",
      get: "a second later the next attempt, and its Webset",
      answers: [{ status: 429, headers: { "retry-after": "1" } }, {}],
      requests: 2,
      atLeast: 1000,
    },
    {
      name: "waits for Retry-After as a date",
      happens: "503 with `Retry-After: <date>`",
      get: "at that date the next attempt, and its Webset",
      answers: [{ status: 503, retryDate: 1 }, {}],
      requests: 2,
      atLeast: 900,
    },
    {
      name: "waits for retry-after-ms",
      happens: "429 with `retry-after-ms: 400`",
      get: "0.4 s later the next attempt, and its Webset",
      answers: [{ status: 429, headers: { "retry-after-ms": "400" } }, {}],
      requests: 2,
      atLeast: 400,
    },
    ...unhelpful.map(
      ([shown, headers]): Case => ({
        name: `falls back to its own backoff when Retry-After is ${shown}`,
        happens: `429 with a \`Retry-After\` that is ${shown}`,
        get: "the next attempt comes after the client's own backoff",
        answers: [{ status: 429, headers }, {}],
        requests: 2,
      }),
    ),
    ...[429, 503].map(
      (status): Case => ({
        name: `surfaces a ${status} at once when Retry-After exceeds the time left`,
        happens: `${status} with a \`Retry-After\` beyond the deadline`,
        get: `\`${status === 429 ? "RateLimitError" : "ServiceUnavailableError"}\` at once, with \`retryAt\``,
        answers: [{ status, headers: { "retry-after": "3600" } }],
        throws: {
          error: status === 429 ? "RateLimitError" : "ServiceUnavailableError",
          attempts: 1,
          carries: { retryAt: Date },
        },
        atMost: 500,
      }),
    ),
    {
      name: "holds the deadline over all attempts and sleeps",
      happens: "the server says 503 again and again",
      get: "the last error, or `TimeoutError`, before `deadline`",
      answers: [{ status: 503, headers: { "retry-after-ms": "150" } }],
      options: { maxRetries: 1000, deadline: 400 },
      throws: { error: ["ServiceUnavailableError", "TimeoutError"], delivery: "unknown" },
      requests: "any",
      atMost: 400,
    },
    {
      name: "ends at the deadline even when the timeout is longer",
      happens: "the server is silent, and `deadline` is shorter than `timeout`",
      get: "`TimeoutError` at the deadline",
      answers: [{ fault: "hang" }],
      options: { deadline: 250 },
      throws: { error: "TimeoutError", delivery: "unknown", attempts: 1 },
      atMost: 250,
    },
    {
      name: "sends nothing when the signal is aborted before",
      happens: "the signal was aborted before the call",
      get: "`AbortError`, delivery `not-sent`",
      abort: "before",
      throws: { error: "AbortError", delivery: "not-sent", attempts: 0 },
      requests: 0,
    },
    {
      name: "stops at once when the signal is aborted during the request",
      happens: "the signal is aborted while the server thinks",
      get: "`AbortError`, delivery `unknown`; its `cause` is the signal's reason",
      answers: [{ fault: "hang" }],
      abort: 0,
      throws: {
        error: "AbortError",
        delivery: "unknown",
        attempts: 1,
        carries: { cause: "given up" },
      },
      atMost: 400,
    },
    {
      name: "stops at once when the signal is aborted during a sleep",
      happens: "the signal is aborted between two attempts",
      get: "`AbortError` at once, without another attempt",
      answers: [{ status: 429, headers: { "retry-after": "60" } }],
      abort: 100,
      throws: { error: "AbortError", delivery: "rejected", attempts: 1 },
      atMost: 500,
    },
    {
      name: "stops at once when the signal is aborted during the body",
      happens: "the signal is aborted while the body is read",
      get: "`AbortError`, delivery `unknown`",
      answers: [{ fault: "drip" }],
      abort: 100,
      throws: { error: "AbortError", delivery: "unknown", attempts: 1 },
      atMost: 500,
    },
    {
      name: "takes a signal that times out as the caller's own abort",
      happens: "the signal is an `AbortSignal.timeout(…)`",
      get: "`AbortError`; its `cause` is the signal's `TimeoutError`",
      answers: [{ fault: "hang" }],
      act: async ({ client }, options) =>
        client
          .createWebsetsClient(options)
          .update(
            "webset_1",
            { metadata: { team: "search" } },
            { signal: AbortSignal.timeout(250) },
          ),
      throws: { error: "AbortError", delivery: "unknown", attempts: 1 },
      atMost: 400,
    },
    {
      name: "recovers when a 503 is followed by an answer",
      happens: "the server says 503 once",
      get: "the Webset, from the second attempt",
      answers: [{ status: 503, headers: soon }, {}],
      requests: 2,
    },
  ],
};
