import type { Parameter } from "./operation.ts";
import { decodeForm, readJson, readPairs, readScalar } from "./read-parameter.ts";
import type { Check } from "./violation.ts";

/** How each documented field of a form is read. */
export type Fields = Readonly<Record<string, Pick<Parameter, "as" | "list">>>;

/** A check of a form's text, urlencoded or multipart: of the object that its fields make. */
export function form(fields: Fields, check: Check): Check {
  return (body, out) => check(readForm(String(body), fields), out);
}

function readForm(text: string, fields: Fields): Record<string, unknown> {
  const pairs = text.startsWith("--") ? readParts(text) : readPairs(text).map(decodePair);
  // Without a prototype, so that a field called __proto__ is one.
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, value] of pairs) {
    const { as = "string", list } = (Object.hasOwn(fields, name) && fields[name]) || {};
    const read = as === "json" ? readJson(value) : readScalar(value, as);
    const before = result[name];
    result[name] = list ? [...(Array.isArray(before) ? before : []), read] : read;
  }
  return result;
}

const decodePair = ([name, raw]: [string, string]): [string, string] => [name, decodeForm(raw)];

/** The parts of a multipart body (RFC 7578): its first line is the delimiter of all of them. */
function readParts(text: string): [name: string, value: string][] {
  const delimiter = text.slice(0, text.search(/\r?\n|$/));
  return text
    .split(
      new RegExp(`(?:^|\\r?\\n)${delimiter.replace(/[^\w-]/g, "\\$&")}(?:--)?[ \\t]*(?:\\r?\\n|$)`),
    )
    .flatMap((part) => {
      const [head = "", value] = part.split(/\r?\n\r?\n(.*)/s);
      const name = /^content-disposition:.*?\bname="([^"]*)"/im.exec(head)?.[1];
      return name === undefined ? [] : [[name, value ?? ""]];
    });
}
