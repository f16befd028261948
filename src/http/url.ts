import { InvalidInputError } from "../errors.ts";

/**
 * The base URL as every call's URL begins with it: normalized, without a trailing slash.
 * @throws InvalidInputError where it is no plain address that a key may be sent to.
 */
export function checkBaseUrl(baseUrl: string, allowHttp: boolean | undefined): string {
  let href = "";
  try {
    href = new URL(baseUrl).href;
  } catch {}
  const allowed = allowHttp ? /^https?:/ : /^(https:|http:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])/;
  if (!allowed.test(href) || /[?#@\s\\]/.test(baseUrl))
    throw new InvalidInputError(
      "baseUrl must be https (or allowHttp), without query, fragment, credentials",
    );
  return href.replace(/\/+$/, "");
}

/**
 * Puts the id into the path. Whatever string it is, it stays one segment.
 * @throws InvalidInputError for what no URL can carry as one segment (`""`, `"."`, `".."`), and for control
 * characters and lone surrogates, which no id has.
 */
export function fillPath(template: string, { id }: Record<string, unknown>): string {
  if (typeof id !== "string" || /^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(id))
    throw new InvalidInputError("id must be text, not empty, dots or control characters");
  return template.replace("{id}", encodeURIComponent(id));
}

/**
 * Asserts that a finished URL goes where it says: below the base, and nothing in it that a URL parser would resolve,
 * drop or move. The last guard before the key leaves, whoever built the URL.
 * @returns the path below the base: as the contract writes it.
 */
export function checkUrl(url: string, base: string): string {
  const path = url.slice(base.length);
  if (new URL(url).href !== base + path || !/^(\/[^/]+)+$/.test(path))
    throw new InvalidInputError("the URL leaves baseUrl");
  return path;
}
