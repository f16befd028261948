import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ApiError,
  ConnectionError,
  InvalidInputError,
  TimeoutError,
  UnreadableResponseError,
} from "../errors.ts";
import { backoff, mayPass, retryAt } from "./retry.ts";

const now = Date.UTC(2026, 0, 1);
const after = (headers: Record<string, string>) => {
  const at = retryAt(new Headers(headers), now);
  return at && at.getTime() - now;
};

test.each([
  [{ "retry-after": "7" }, 7000],
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:10 GMT" }, 10_000],
  [{ "retry-after": "Wed, 31 Dec 2025 23:59:50 GMT" }, -10_000],
  [{ "retry-after-ms": "250" }, 250],
  [{ "retry-after-ms": "250", "retry-after": "7" }, 250],
  [{}, undefined],
  [{ "retry-after": "soon" }, undefined],
  [{ "retry-after": "9".repeat(30) }, undefined],
  [{ "retry-after-ms": "Infinity" }, undefined],
  [{ "retry-after-ms": "soon" }, undefined],
])("reads %j as %s ms from now", (headers, ms) => {
  expect(after(headers)).toBe(ms);
});

test("never gives an invalid date, whatever the server says", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("retry-after", "retry-after-ms"), (value, name) => {
      const headers = { get: (asked: string) => (asked === name ? value : null) } as Headers;
      const at = retryAt(headers, now);
      expect(at === undefined || Number.isFinite(at.getTime())).toBe(true);
    }),
  );
});

test("doubles the longest wait from 0.5 s to 8 s, and takes any part of it", () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => backoff(attempt, 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
  expect(backoff(3, 0)).toBe(0);
  expect(backoff(3, 0.5)).toBe(1000);
});

test.each([
  ...[408, 429, 500, 502, 503, 504].map((status) => [status, true] as const),
  ...[400, 401, 402, 403, 404, 409, 418, 422, 501, 505, 4080, 599].map(
    (status) => [status, false] as const,
  ),
])("takes status %i for passing: %s", (status, passes) => {
  expect(mayPass(Object.assign(new ApiError("no"), { status, reason: undefined }))).toBe(passes);
});

test("takes no connection, no time and a broken answer for passing, and bad input for final", () => {
  const broken = (reason: string) =>
    Object.assign(new UnreadableResponseError("no"), { reason, status: 200 });
  expect(mayPass(new ConnectionError("no"))).toBe(true);
  expect(mayPass(new TimeoutError("no"))).toBe(true);
  expect(mayPass(broken("truncated") as UnreadableResponseError)).toBe(true);
  expect(mayPass(broken("not-json") as UnreadableResponseError)).toBe(false);
  expect(mayPass(new InvalidInputError("no"))).toBe(false);
});
