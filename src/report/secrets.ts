import type { Exchange } from "../findings/exchange.ts";

/** Shorter ones would be found in everything. */
const shortest = 6;

/** Headers that carry a key, by what their names say. */
const carriers = /key|token|secret|auth|cookie|password|signature/i;

/** The credentials of a request, as they stand in it and as a URL or JSON writes them. */
export function secretsOf({ headers }: Exchange["request"]): string[] {
  const values = Object.keys(headers)
    .filter((name) => carriers.test(name))
    .flatMap((name) => [headers[name] ?? "", (headers[name] ?? "").replace(/^\S+ +/, "")])
    .filter((value) => value.length >= shortest && value !== "REDACTED");
  const spellings = values.flatMap((value) => [
    value,
    encodeURIComponent(value.replace(/\p{Cs}/gu, "\ufffd")),
    JSON.stringify(value).slice(1, -1),
  ]);
  // The longest first: one may hold another.
  return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}

/** The same data without the secrets: in none of its texts, and in none of its names. */
export function redacted<T>(data: T, secrets: readonly string[]): T {
  if (secrets.length === 0) return data;
  return clean(data, secrets) as T; // only texts change, and they stay texts
}

function clean(data: unknown, secrets: readonly string[]): unknown {
  if (typeof data === "string")
    return secrets.reduce((text, secret) => text.replaceAll(secret, "REDACTED"), data);
  if (Array.isArray(data)) return data.map((item) => clean(item, secrets));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [clean(name, secrets), clean(value, secrets)]),
  );
}
