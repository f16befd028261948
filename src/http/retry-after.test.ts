import { expect, test } from "vitest";
import { retryAt } from "./retry-after.ts";

const now = Date.UTC(2026, 0, 1);
const later = (ms: number) => new Date(now + ms);

test.each<[Record<string, string>, number]>([
  [{ "retry-after": "10" }, 10_000],
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": " 10 " }, 10_000],
  [{ "retry-after": "10, 10" }, 10_000],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:07 GMT" }, 7000],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:07 GMT, Thu, 01 Jan 2026 00:00:07 GMT" }, 7000],
  [{ "retry-after": "Thursday, 01-Jan-26 00:00:07 GMT" }, 7000],
  [{ "retry-after": "Thu Jan  1 00:00:07 2026" }, 7000],
  [{ "retry-after-ms": "250", "retry-after": "10" }, 250],
  [{ "retry-after-ms": "-250", "retry-after": "10" }, 10_000],
  [{ "retry-after-ms": "soon", "retry-after": "10" }, 10_000],
])("reads %j", (headers, ms) => {
  expect(retryAt(headers, now)).toEqual(later(ms));
});

test.each<Record<string, string>>([
  {},
  { "retry-after": "" },
  { "retry-after": "-5" },
  { "retry-after": "+5" },
  { "retry-after": "1e3" },
  { "retry-after": "0x10" },
  { "retry-after": "1.5" },
  { "retry-after": "10, 20" },
  { "retry-after": "60 (rate limit)" },
  { "retry-after": "soon" },
  { "retry-after": "2001-01-01" },
  { "retry-after": "2030-01-01T00:00:00Z" },
  { "retry-after": "Jan 1" },
  { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" },
  { "retry-after": "99999999999999999999" },
  { "retry-after-ms": "" },
  { "retry-after-ms": "-1" },
])("takes %j for no answer to when", (headers) => {
  expect(retryAt(headers, now)).toBeUndefined();
});
