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
  const ms = digits(headers["retry-after-ms"]);
  const at = ms === undefined ? readRetryAfter(headers["retry-after"], now) : now + ms;
  const date = new Date(at ?? Number.NaN);
  return date.getTime() >= now ? date : undefined;
}

function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const value = header?.replace(/^(.+), \1$/, "$1").trim() ?? "";
  const seconds = digits(value);
  if (seconds !== undefined) return now + seconds * 1000;
  if (!httpDate.test(value)) return undefined;
  return Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
}

function digits(text = ""): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
