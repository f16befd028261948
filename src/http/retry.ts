import type { ApiError, UnreadableResponseError, WebsetsError } from "../errors.ts";

/**
 * When the server wants to be asked again: `retry-after-ms`, or else `Retry-After` in seconds or as a date (RFC 9110,
 * section 10.2.3). `undefined` where it does not say, or says nothing that can be read.
 * @param now ms since 1970.
 */
export function retryAt(headers: Headers, now: number): Date | undefined {
  const ms = headers.get("retry-after-ms");
  const after = headers.get("retry-after") ?? "-";
  const seconds = Number(after);
  const delay = ms ? Number(ms) : seconds >= 0 ? seconds * 1000 : Date.parse(after) - now;
  return Math.abs(delay) < 8e14 ? new Date(now + delay) : undefined; // farther, there are no dates
}

/** Exponential backoff with full jitter, in ms: 0 to 0.5 s, 1 s, 2 s … 8 s, so that clients do not march in step. */
export function backoff(attempt: number, random: number): number {
  return random * Math.min(8000, 250 * 2 ** attempt);
}

/** Whether another attempt may turn the failure into a success: no connection, no time, or a status that passes. */
export function mayPass(error: WebsetsError): boolean {
  const { name, reason, status } = error as ApiError & UnreadableResponseError; // whichever it is
  return /^(Conn|Time)|truncated|\b(408|429|50[0234])$/.test(`${name} ${reason} ${status}`);
}
