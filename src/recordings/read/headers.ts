/**
 * Headers of a recording as a plain object with lower-case names, repeated ones joined (RFC 9110, section 5.3).
 * Understands HAR's list of `{ name, value }`, a list of pairs, and an object of strings or lists of strings.
 * HTTP/2 pseudo-headers (`:status`) are left out: they are not headers (RFC 9113, section 8.3).
 * `undefined` if it is none of these. A header called `__proto__` is a header.
 */
export function readHeaders(value: unknown): Record<string, string> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isReady(value)) return value;
  const headers: Record<string, string> = Object.create(null);
  if (!Array.isArray(value)) {
    for (const name in value) {
      // The index signature is what `for in` over parsed JSON gives.
      if (!add(headers, name, (value as Record<string, unknown>)[name])) return undefined;
    }
    return headers;
  }
  for (const item of value) {
    if (typeof item !== "object" || item === null) return undefined;
    const [name, text] = Array.isArray(item) ? item : [item.name, item.value];
    if (!add(headers, name, text)) return undefined;
  }
  return headers;
}

/** Most NDJSON has its headers as they are wanted, and there is a lot of it. */
function isReady(value: object): value is Record<string, string> {
  if (Array.isArray(value)) return false;
  for (const name in value) {
    const text = (value as Record<string, unknown>)[name]; // as above
    if (typeof text !== "string" || name !== name.toLowerCase() || name.startsWith(":"))
      return false;
  }
  return true;
}

function add(headers: Record<string, string>, name: unknown, value: unknown): boolean {
  if (typeof name !== "string") return false;
  if (Array.isArray(value)) return value.every((item) => add(headers, name, item));
  if (typeof value !== "string" && typeof value !== "number") return false;
  if (name.startsWith(":")) return true;
  const key = name.toLowerCase();
  const before = headers[key];
  // Some recorders write a header twice, as the page gave it and as it was sent.
  if (before === undefined) headers[key] = String(value);
  else if (before !== String(value)) headers[key] = `${before}, ${value}`;
  return true;
}
