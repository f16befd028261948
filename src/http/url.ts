import { need } from "./input.ts";

/**
 * The base URL as every call's URL begins with it: normalized, without a trailing slash.
 * @throws InvalidInputError where it is no plain address that a key may be sent to.
 */
export function checkBaseUrl(baseUrl: string, allowHttp: boolean | undefined): string {
  let href = "";
  try {
    href = new URL(baseUrl).href;
  } catch {}
  const safe = /^http(s|:\/\/(localhost|127\.[\d.]+|\[::1\]))[:/][^?#@]*$/;
  need(
    safe.test(allowHttp ? href.replace(/^http:/, "https:") : href),
    "baseUrl must be plain https, or allowHttp",
  );
  return href.replace(/\/+$/, "");
}

/**
 * Asserts that a finished URL goes where it says: below the base, and nothing in it that a URL parser would resolve,
 * drop or move. The last guard before the key leaves, whoever built the URL.
 * @returns the path below the base: as the contract writes it.
 * @throws InvalidInputError also for the ids that no URL can carry as one segment: `""`, `"."`, `".."`.
 */
export function checkUrl(url: string, base: string): string {
  const path = url.replace(base, "");
  need(
    new URL(url).href === base + path && !/^(?!\/)|\/(\/|$)|%([01]|7F|C2%[89])/.test(path),
    "id must be a path segment",
  );
  return path;
}
