import { invalid } from "./input.ts";

/**
 * The base URL as every call's URL begins with it: normalized, without a trailing slash.
 * @throws InvalidInputError where it is no plain http(s) address that a key may be sent to.
 */
export function checkBaseUrl(baseUrl: string, allowHttp: boolean | undefined): string {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw invalid("baseUrl must be an absolute URL");
  }
  const { protocol, hostname, username, password, origin, pathname } = url;
  if (/[?#\s\\]/.test(baseUrl) || username || password)
    throw invalid("baseUrl must have no query, fragment, credentials or spaces");
  const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && (loopback || allowHttp)))
    throw invalid("baseUrl must be https; set allowHttp for plain http beyond loopback");
  return origin + pathname.replace(/\/+$/, "");
}

/**
 * Fills a path template. Whatever string an id is, it stays one segment of the path.
 * @throws InvalidInputError for what no URL can carry as one segment (`""`, `"."`, `".."`), and for control
 * characters and lone surrogates, which no id has.
 */
export function fillPath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== "string" || /^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(value))
      throw invalid(
        `${name} must be a non-empty string, no dot segment, without control characters`,
      );
    return encodeURIComponent(value);
  });
}

/**
 * Asserts that a finished URL goes where it says: below the base, and nothing in it that a URL parser would resolve,
 * drop or move. The last guard before the key leaves, whoever built the URL.
 * @returns the path, for errors.
 */
export function checkUrl(url: string, base: string): string {
  const target = url.split("?", 1)[0] ?? "";
  const { origin, pathname } = new URL(url);
  const rest = target.slice(base.length);
  if (origin + pathname !== target || !target.startsWith(base) || !/^(\/[^/]+)+$/.test(rest))
    throw invalid("the request's URL leaves the base URL or has an empty or dot segment");
  return pathname;
}
