import type { Parameter, Scalar } from "./operation.ts";

/** A scalar's text as the type that its schema asks for; text that is none of that type stays text. */
export function readScalar(text: string, as: Scalar): unknown {
  const trimmed = text.trim();
  if (as === "number" && /^[+-]?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (as === "boolean" && /^(true|false)$/.test(trimmed)) return trimmed === "true";
  return text;
}

/** A header's or a path parameter's value, in the style `simple`. */
export function readSimple(text: string, { as, list }: Parameter): unknown {
  if (as === "json") return readJson(text);
  if (list === undefined) return readScalar(text, as);
  return text.split(",").map((item) => readScalar(item.trim(), as));
}

/** What a JSON text holds; undefined, which no schema takes for a value, if it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The pairs of a query or of a form: names decoded, values as they were sent. */
export function readPairs(text: string): [name: string, raw: string][] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const end = pair.indexOf("=");
      return end < 0
        ? [decodeForm(pair), ""]
        : [decodeForm(pair.slice(0, end)), pair.slice(end + 1)];
    });
}

/** `+` for a space and percent-encoding, as forms have them; text that is encoded badly stays as it is. */
export function decodeForm(text: string): string {
  return decodePercent(text.replaceAll("+", " "));
}

/** Percent-encoding (RFC 3986, section 2.1); text that is encoded badly stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The separators as a query may carry them: a space or a bar is mostly encoded.
const separators = { ",": /,/, " ": /%20|\+| /, "|": /%7C|\|/i };

/**
 * The value of one query parameter, undefined where it is not there.
 * @param pairs all pairs of the query, see `readPairs`.
 */
export function readQuery(
  pairs: readonly (readonly [name: string, raw: string])[],
  name: string,
  { as, list, members }: Parameter,
): unknown {
  if (members) return readDeepObject(pairs, name, members);
  const raws = pairs.filter(([given]) => given === name).map(([, raw]) => raw);
  const last = raws.at(-1);
  if (last === undefined) return undefined;
  if (as === "json") return readJson(decodeForm(last));
  if (list === undefined) return readScalar(decodeForm(last), as);
  const items = list === "repeat" ? raws : last.split(separators[list]);
  return items.map((item) => readScalar(decodeForm(item), as));
}

function readDeepObject(
  pairs: readonly (readonly [name: string, raw: string])[],
  name: string,
  members: Readonly<Record<string, Scalar>>,
): unknown {
  const found = pairs.filter(([given]) => isMember(given, name));
  if (found.length === 0) return undefined;
  const entries = found.map(([given, raw]) => {
    const key = given.slice(name.length + 1, -1);
    const as = Object.hasOwn(members, key) ? members[key] : undefined;
    return [key, readScalar(decodeForm(raw), as ?? "string")] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether a pair's name is `name[member]`. */
export const isMember = (given: string, name: string): boolean =>
  given.startsWith(`${name}[`) && given.endsWith("]");
