/** So many calls in a window of so many ms; the rest get 429. */
export interface RateLimit {
  readonly calls: number;
  /** ms. */
  readonly window: number;
}

/** What a call is told about its window. */
export interface Quota {
  readonly limit: RateLimit;
  readonly exceeded: boolean;
  readonly remaining: number;
  /** When the window ends, in ms since 1970. */
  readonly resetAt: number;
}

/** Counts calls in fixed windows, the first of which begins with the first call. */
export class RateLimiter {
  readonly #limit: RateLimit;
  #resetAt = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  take(now: number): Quota {
    if (now >= this.#resetAt) {
      this.#resetAt = now + this.#limit.window;
      this.#used = 0;
    }
    this.#used += 1;
    return {
      limit: this.#limit,
      exceeded: this.#used > this.#limit.calls,
      remaining: Math.max(0, this.#limit.calls - this.#used),
      resetAt: this.#resetAt,
    };
  }
}

/**
 * The headers that tell of a quota, among those that the contract documents for the response: `X-…-Reset` is a time in
 * seconds since 1970, the IETF draft's `…-Reset` and `Retry-After` are seconds from now.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function quotaHeaders(
  names: readonly string[],
  quota: Quota,
  now: number,
): [string, string][] {
  const { limit, remaining, resetAt, exceeded } = quota;
  const seconds = Math.max(1, Math.ceil((resetAt - now) / 1000));
  const values: [RegExp, number | string | undefined][] = [
    [/ratelimit-limit$/i, limit.calls],
    [/ratelimit-remaining$/i, remaining],
    [/^x-ratelimit-reset$/i, Math.ceil(resetAt / 1000)],
    [/^ratelimit-reset$/i, seconds],
    [/^ratelimit-policy$/i, `${limit.calls};w=${Math.ceil(limit.window / 1000)}`],
    [/^retry-after$/i, exceeded ? seconds : undefined],
  ];
  return names.flatMap((name) => {
    const value = values.find(([pattern]) => pattern.test(name))?.[1];
    return value === undefined ? [] : [[name, String(value)] satisfies [string, string]];
  });
}
