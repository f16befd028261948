/** A date as HTTP writes it, in its form of today or either of the old ones (RFC 9110, section 5.6.7). */
const httpDate =
  /^(\w+, \d\d[ -]\w{3}[ -](\d\d|\d{4}) \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/**
 * When the server wants to be asked again: `retry-after-ms`, or else `Retry-After` in seconds or as an HTTP-date (RFC
 * 9110, section 10.2.3). A header that came twice with the same value counts once. `undefined` where the server says
 * nothing, nothing that can be read, or a time that has passed.
 * @param headers by lower-case name.
 * @param now ms since 1970.
 */
export function retryAt(headers: Readonly<Record<string, string>>, now: number): Date | undefined {
  const { "retry-after-ms": ms = "", "retry-after": header = "" } = headers;
  const date = new Date(digits.test(ms) ? now + Number(ms) : readRetryAfter(header, now));
  return date.getTime() >= now ? date : undefined;
}

const digits = /^\d+$/;

function readRetryAfter(header: string, now: number): number {
  const value = header.replace(/^(.+), \1$/, "$1").trim();
  if (digits.test(value)) return now + Number(value) * 1000;
  if (!httpDate.test(value)) return Number.NaN;
  return Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
}
