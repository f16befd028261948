import type { Exchange } from "../../src/findings/exchange.ts";
import { namesOf } from "../../src/json/pointer.ts";

/** What is done to one place of an exchange. */
export type Change =
  | { readonly remove: true }
  | { readonly set: unknown }
  /** A text of so many characters. */
  | { readonly length: number };

/**
 * A copy of the exchange with one place changed. The place is a JSON Pointer (RFC 6901) in which a body counts as
 * the JSON that it holds: `/response/body/searches/0/status`, `/response/headers/content-type`.
 * @throws Error if the place does not exist, except for the last segment of one that is set.
 */
export function change(exchange: Exchange, pointer: string, what: Change): Exchange {
  const open = {
    request: { ...structuredClone(exchange.request), body: parse(exchange.request.body) },
    response: { ...structuredClone(exchange.response), body: parse(exchange.response.body) },
  };
  const keys = namesOf(pointer);
  const last = keys.pop() ?? "";
  const parent = keys.reduce<unknown>((at, key) => (isContainer(at) ? at[key] : undefined), open);
  if (!isContainer(parent) || (!("set" in what) && !(last in parent)))
    throw new Error(`there is no ${pointer}`);
  if ("remove" in what) delete parent[last];
  else parent[last] = "set" in what ? what.set : "x".repeat(what.length);
  return {
    request: { ...open.request, body: write(exchange.request.body, open.request.body) },
    response: { ...open.response, body: write(exchange.response.body, open.response.body) },
  };
}

/** What a body holds: JSON, or the text of another type. */
function parse(body: string | null | undefined): unknown {
  try {
    return body ? JSON.parse(body) : undefined;
  } catch {
    return body;
  }
}

/** As JSON, unless it is the text that it was. */
const write = (before: string | null | undefined, body: unknown): string =>
  typeof body === "string" && body === before ? body : JSON.stringify(body);

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
