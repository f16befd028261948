import { expect, test } from "vitest";
import { RateLimitError } from "../../generated/status-errors.ts";
import {
  AbortError,
  ApiError,
  ConnectionError,
  InvalidInputError,
  RedirectError,
  TimeoutError,
  UnreadableResponseError,
  type WebsetsError,
} from "../errors.ts";
import { type RetryLimits, waitBeforeRetry } from "./retry.ts";

type More = Partial<RetryLimits & Pick<WebsetsError, "delivery" | "attempts">>;

const wait = (error: WebsetsError, { delivery = "unknown", attempts = 1, ...more }: More = {}) =>
  waitBeforeRetry(Object.assign(error, { delivery, attempts }), {
    maxRetries: 9,
    retryUnknown: true,
    now: 0,
    end: 1e6,
    random: 1,
    ...more,
  });
const status = (status: number) => new ApiError("no", { status });

test.each([408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530])(
  "repeats after %i",
  (code) => expect(wait(status(code))).toBe(500),
);

test.each([400, 401, 404, 407, 409, 418, 425, 501, 505, 511, 525, 526, 600])(
  "does not repeat after %i",
  (code) => expect(wait(status(code))).toBeUndefined(),
);

test("repeats what may have been chance, and nothing else", () => {
  for (const error of [
    new ConnectionError("no"),
    new TimeoutError("no"),
    new UnreadableResponseError("no", { reason: "truncated", status: 200 }),
  ])
    expect(wait(error)).toBe(500);
  for (const error of [
    new AbortError("no"),
    new InvalidInputError("no"),
    new RedirectError("no", { status: 302 }),
    new UnreadableResponseError("no", { reason: "empty", status: 200 }),
  ])
    expect(wait(error)).toBeUndefined();
});

test("doubles its wait up to 8 s, and waits a tenth of a second at least", () => {
  const waits = (random: number) =>
    [1, 2, 3, 4, 5, 6, 9].map((attempts) => wait(status(503), { attempts, random }));
  expect(waits(1)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(waits(0)).toEqual(Array(7).fill(100));
});

test("waits as long as the server asks, and no less than a tenth of a second", () => {
  const limited = (ms: number) => new RateLimitError("no", { status: 429, retryAt: new Date(ms) });
  expect(wait(limited(7000))).toBe(7000);
  expect(wait(limited(0))).toBe(100);
});

test("gives up after maxRetries, at the deadline, and where a repeat might be the second", () => {
  const error = status(503);
  expect(wait(error, { attempts: 9 })).toBeDefined();
  expect(wait(error, { attempts: 10 })).toBeUndefined();
  expect(wait(error, { end: 500 })).toBeUndefined();
  expect(wait(error, { end: 501 })).toBe(500);
  expect(wait(error, { retryUnknown: false })).toBeUndefined();
  expect(wait(error, { retryUnknown: false, delivery: "rejected" })).toBe(500);
  expect(wait(error, { retryUnknown: false, delivery: "not-sent" })).toBe(500);
});
