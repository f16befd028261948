import { InvalidInputError } from "../errors.ts";

const loopback = /^(localhost|127\.[\d.]+|\[::1\])$/;

/**
 * The base URL as every call's URL begins with it: normalized, without a trailing slash.
 * @throws InvalidInputError where it is no plain address that a key may be sent to. It is not echoed: it may hold a password.
 */
export function checkBaseUrl(baseUrl: string, allowHttp = false): string {
  try {
    const { protocol, hostname, href } = new URL(baseUrl);
    const isHttp = protocol === "http:" && (allowHttp || loopback.test(hostname));
    // By the text: an empty query, fragment or user name is in none of the URL's fields.
    if ((isHttp || protocol === "https:") && !/[?#@]/.test(href)) return href.replace(/\/+$/, "");
  } catch {}
  throw new InvalidInputError(
    "baseUrl must be an absolute https URL without query, fragment or password; for http set allowHttp",
  );
}

/** @throws InvalidInputError for what no URL can carry as one segment of a path as it is. It is not echoed. */
export function checkSegment(name: string, value: unknown): void {
  if (typeof value !== "string" || /^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(value))
    throw new InvalidInputError(
      `${name} must be text other than "", "." and "..", without control characters`,
    );
}

/** An empty segment, as an id leaves it that was left out; an encoded control character. */
const unsafePath = /\/(\/|$)|%([01].|7F|C2%[89])/i;

/**
 * Asserts that a finished URL goes where it says: below the base, and nothing in its path that a URL parser would
 * resolve, encode, drop or move. The last guard before the key leaves, whoever built the URL.
 * @returns the path and query below the base.
 * @throws InvalidInputError
 */
export function checkUrl(url: string, base: string): string {
  const below = url.slice(base.length);
  const [path = ""] = below.split("?", 1);
  const isSafe = url.startsWith(`${base}/`) && !unsafePath.test(path) && !below.includes("#");
  if (isSafe && new URL(base + path).href === base + path) return below;
  throw new InvalidInputError("the URL is not below baseUrl: check the path and its parameters");
}
