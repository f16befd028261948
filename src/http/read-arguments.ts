import { InvalidInputError } from "../errors.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { CallOptions } from "./call-options.ts";
import { callOptions, checkOptions, type Given } from "./check-options.ts";
import { serializeJson } from "./serialize-body.ts";
import { checkSegment } from "./url.ts";

/** The arguments of a method, sorted. */
export interface Arguments {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** As it is sent. */
  readonly body: string | undefined;
  readonly options: Given<CallOptions>;
}

/**
 * Sorts and checks the arguments of a method: one for each parameter of the path, the body where the operation has one,
 * and an object with the query parameters and the options of the call.
 * @throws InvalidInputError that says which of them is wrong.
 */
export function readArguments(row: OperationRow, args: readonly unknown[]): Arguments {
  const rest = [...args];
  const path: Record<string, unknown> = {};
  for (const [, name = ""] of row.path.matchAll(/\{(.+?)\}/g)) {
    path[name] = rest.shift();
    checkSegment(name, path[name]);
  }
  const body = row.body && readBody(row, rest.shift());
  const [given = {}] = rest;
  if (typeof given !== "object" || given === null)
    throw new InvalidInputError("options must be an object");
  const query: Record<string, unknown> = {};
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given))
    (row.query?.includes(name) ? query : options)[name] = value;
  return { path, query, body, options: checkOptions<CallOptions>(options, callOptions) };
}

/** @throws InvalidInputError for a body that its media type cannot carry. What it is made of is not quoted. */
function readBody(row: OperationRow, value: unknown): string | undefined {
  if (value === undefined && row.body === "optional") return undefined;
  const { mediaType = "an object that JSON can carry", serializeBody = serializeJson } = row;
  const text = serializeBody(value);
  if (text === undefined) throw new InvalidInputError(`body must be ${mediaType}`);
  return text;
}
