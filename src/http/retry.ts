/**
 * When the server wants to be asked again: `retry-after-ms`, or else `Retry-After` in seconds or as a date (RFC 9110,
 * section 10.2.3). `undefined` where it does not say, or says nothing that can be read.
 * @param headers by lower-case name.
 * @param now ms since 1970.
 */
export function retryAt(headers: Readonly<Record<string, string>>, now: number): Date | undefined {
  const after = headers["retry-after"] as string; // undefined is no number, and no date
  const delay = +(headers["retry-after-ms"] || +after * 1000);
  const at = new Date(delay >= 0 ? now + delay : after);
  return +at ? at : undefined;
}
