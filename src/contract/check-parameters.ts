import { below } from "../json/pointer.ts";
import type { Headers, Operation, Parameter } from "./operation.ts";
import { decodePercent, isMember, readPairs, readQuery, readSimple } from "./read-parameter.ts";
import type { Side } from "./side.ts";
import { Violations } from "./violation.ts";

/** A header's value; names are compared in any case (RFC 9110, section 5.1). */
export function headerOf(
  headers: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const direct = headers[name];
  if (direct !== undefined) return direct;
  for (const key of Object.keys(headers)) if (key.toLowerCase() === name) return headers[key];
  return undefined;
}

/** Holds the headers that were sent to the documented ones. */
export function checkHeaders(
  side: Side,
  documented: Headers,
  sent: Readonly<Record<string, string>>,
): void {
  for (const key of Object.keys(sent)) {
    const name = key.toLowerCase();
    const header = Object.hasOwn(documented, name) ? documented[name] : undefined;
    if (header === undefined) continue;
    const place = below("/headers", name);
    checkValue(side, "header", place, name, header, readSimple(sent[key] ?? "", header));
  }
  for (const name in documented) {
    if (documented[name]?.required && headerOf(sent, name) === undefined) {
      side.add("header-missing", below("/headers", name), { name });
    }
  }
}

/** Holds the texts that stand for a path's parameters to their schemas. */
export function checkPath(
  side: Side,
  documented: Operation["pathParameters"],
  sent: readonly string[],
): void {
  documented.forEach((parameter, index) => {
    const value = readSimple(decodePercent(sent[index] ?? ""), parameter);
    checkValue(side, "path", "/url", parameter.name, parameter, value);
  });
}

/** Holds a query to the documented parameters. */
export function checkQuery(side: Side, documented: Operation["query"], query: string): void {
  const pairs = readPairs(query);
  const unknown = pairs.map(([name]) => name).filter((name) => !isDocumented(documented, name));
  for (const name of new Set(unknown)) side.add("query-undocumented", "/url", { name });
  for (const name in documented) {
    const parameter = documented[name] as Parameter; // one of its own names
    const value = readQuery(pairs, name, parameter);
    if (value !== undefined) checkValue(side, "query", "/url", name, parameter, value);
    else if (parameter.required) side.add("query-missing", "/url", { name });
  }
}

const isDocumented = (documented: Operation["query"], given: string): boolean =>
  Object.hasOwn(documented, given)
    ? documented[given]?.members === undefined
    : Object.keys(documented).some((name) => documented[name]?.members && isMember(given, name));

/** One finding for each keyword that does not hold; the value itself may be nobody's business. */
function checkValue(
  side: Side,
  area: "header" | "path" | "query",
  place: string,
  name: string,
  { check }: Parameter,
  value: unknown,
): void {
  const violations = new Violations();
  check(value, violations);
  for (const keyword of new Set(violations.list.map((one) => one.keyword)))
    side.add(`${area}-invalid`, place, { name, keyword });
}
