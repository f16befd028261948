import { ApiError, type Delivery, type WebsetsError } from "../errors.ts";

/**
 * Statuses that another attempt may cure: overload, a fault of the moment, and what Cloudflare says where it got no good
 * answer behind it (520 to 524, 529, 530). Not 525 and 526, its trouble with the origin's certificate, nor 501 and 505.
 */
const curableStatuses: ReadonlySet<number> = new Set([
  408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530,
]);

/** The first wait is up to half a second, each further one up to twice as long, up to 8 s. */
const firstBackoff = 500;
const longestBackoff = 8000;
/** No wait is shorter, whatever the server says or chance has it. */
const shortestWait = 100;

/** What the decision about another attempt depends on. Times in ms. */
export interface Failed {
  readonly error: WebsetsError;
  /** Of the whole call so far. */
  readonly delivery: Delivery;
  readonly attempts: number;
  readonly maxRetries: number;
  readonly repeatUnknown: boolean;
  readonly now: number;
  /** When the deadline is. */
  readonly end: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** Ms to wait before the next attempt; `undefined` where there must be none. */
export function waitBeforeRetry(failed: Failed): number | undefined {
  const { error, delivery, attempts, now } = failed;
  if (!isCurable(error)) return undefined;
  if (attempts > failed.maxRetries) return undefined;
  if (delivery === "unknown" && !failed.repeatUnknown) return undefined;
  const asked = error instanceof ApiError ? error.retryAt : undefined;
  const wait = asked ? asked.getTime() - now : backoff(attempts, failed.random);
  const floored = Math.max(wait, shortestWait);
  return now + floored < failed.end ? floored : undefined;
}

function isCurable(error: WebsetsError): boolean {
  switch (error.name) {
    case "ConnectionError":
    case "TimeoutError":
      return true;
    case "UnreadableResponseError":
      return error.reason === "truncated";
    default:
      return error instanceof ApiError && curableStatuses.has(error.status);
  }
}

/** Exponential with full jitter, so that clients do not march in step. */
function backoff(attempts: number, random: number): number {
  const longest = Math.min(firstBackoff * 2 ** (attempts - 1), longestBackoff);
  return shortestWait + random * (longest - shortestWait);
}
