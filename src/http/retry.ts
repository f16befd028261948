import type { WebsetsError } from "../errors.ts";

/**
 * What another attempt may cure, by the error's name, reason or status. Of the statuses: overload, a fault of the moment,
 * and what Cloudflare says where it got no good answer behind it (520 to 524, 529, 530). Not 525 and 526, its trouble
 * with the origin's certificate, nor 501 and 505.
 */
const curable: ReadonlySet<unknown> = new Set([
  "ConnectionError",
  "TimeoutError",
  "truncated",
  ...[408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530],
]);

/** The first wait is up to half a second, each further one up to twice as long, up to 8 s. */
const firstBackoff = 500;
const longestBackoff = 8000;
/** No wait is shorter, whatever the server says or chance has it. */
const shortestWait = 100;

/** What the decision about another attempt depends on, beside the error. Times in ms. */
export interface RetryLimits {
  readonly maxRetries: number;
  /** Whether what may have been carried out may be repeated. */
  readonly retryUnknown: boolean;
  readonly now: number;
  /** When the deadline is. */
  readonly end: number;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * Ms to wait before the next attempt; `undefined` where there must be none.
 * @param error knows of its attempts and delivery.
 */
export function waitBeforeRetry(
  error: WebsetsError,
  { maxRetries, retryUnknown, now, end, random }: RetryLimits,
): number | undefined {
  const { name, attempts, delivery, reason, status, retryAt } = error as RetryReasons;
  if (![name, reason, status].some((one) => curable.has(one))) return undefined;
  if (attempts > maxRetries || (delivery === "unknown" && !retryUnknown)) return undefined;
  const wait = retryAt ? retryAt.getTime() - now : backoff(attempts, random);
  const floored = Math.max(wait, shortestWait);
  return now + floored < end ? floored : undefined;
}

/** Exponential with full jitter, so that clients do not march in step. */
function backoff(attempts: number, random: number): number {
  const longest = Math.min(firstBackoff * 2 ** (attempts - 1), longestBackoff);
  return shortestWait + random * (longest - shortestWait);
}

/** The fields that some classes have. */
type RetryReasons = WebsetsError & {
  readonly reason?: string;
  readonly status?: number;
  readonly retryAt?: Date;
};
