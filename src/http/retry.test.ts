import fc from "fast-check";
import { expect, test } from "vitest";
import { retryAt } from "./retry.ts";

const now = Date.UTC(2026, 0, 1);
const after = (headers: Record<string, string>) => {
  const at = retryAt(headers, now);
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
      const at = retryAt({ [name]: value }, now);
      expect(at === undefined || Number.isFinite(at.getTime())).toBe(true);
    }),
  );
});
