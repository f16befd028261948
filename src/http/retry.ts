/** Answers that a later attempt may turn into a success. */
export const retryable: readonly number[] = [408, 429, 500, 502, 503, 504];

/**
 * How long the server asks to wait, in ms: `retry-after-ms`, or else `Retry-After` in seconds or as a date (RFC 9110,
 * section 10.2.3). `undefined` where it does not say, or says nothing that can be read.
 */
export function serverDelay(headers: Headers, date: number): number | undefined {
  const ms = headers.get("retry-after-ms");
  const after = headers.get("retry-after") ?? "";
  const delay = /^\d+$/.test(ms ?? "")
    ? Number(ms)
    : /^\d+$/.test(after)
      ? Number(after) * 1000
      : Date.parse(after) - date;
  return delay >= -8.64e15 && delay < 8.64e15 ? Math.max(0, delay) : undefined;
}

/** Exponential backoff with full jitter: anything from 0 to 0.5 s, 1 s, 2 s … 8 s, so that clients do not march in step. */
export function backoff(attempt: number, random: number): number {
  return random * Math.min(8000, 250 * 2 ** attempt);
}
