import { InvalidInputError } from "../errors.ts";

/** Options none of which is `undefined`. */
export type Given<Options> = { [Name in keyof Options]: Exclude<Options[Name], undefined> };

/** What an option must be, by name: a `typeof`, or several. */
type Kinds = Readonly<Record<string, string>>;

/** Of the client and of one call. */
const shared = {
  timeout: "number",
  deadline: "number",
  maxRetries: "number",
  maxResponseBytes: "number",
  retryUnknown: "boolean",
  headers: "object",
};

/** Options of one call. */
export const callOptions: Kinds = { ...shared, signal: "object" };

/** Options of a client. */
export const clientOptions: Kinds = {
  ...shared,
  apiKey: "string or function",
  baseUrl: "string",
  allowHttp: "boolean",
  fetch: "function",
  fetchOptions: "object",
  hooks: "object",
  contract: "object",
  onFinding: "function",
  strict: "boolean",
};

/** The observers that there are. */
export const hookNames: Kinds = {
  request: "function",
  response: "function",
  retry: "function",
  error: "function",
};

/**
 * Checks options and leaves out those that are `undefined`, which mean the default.
 * @throws InvalidInputError that names the option: one that does not exist, is `null` or of another type, or a number
 * below 0. The value is not echoed.
 */
export function checkOptions<Options extends object>(
  options: Options,
  kinds: Kinds,
): Given<Options> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(kinds, name) && kinds[name];
    if (!kind) throw new InvalidInputError(`there is no option "${name}"`);
    const type = value === null ? "null" : typeof value;
    if (!kind.split(" or ").includes(type))
      throw new InvalidInputError(`${name} must be a ${kind}, not ${type}`);
    if (type === "number" && !(value >= 0))
      throw new InvalidInputError(`${name} must be at least 0`);
    given[name] = value;
  }
  checkHeaders(given.headers);
  return given as Given<Options>; // the same without what was undefined
}

/** @throws InvalidInputError for what cannot be sent as a header. No value is echoed. */
export function checkHeaders(headers: unknown): void {
  for (const [name, value] of Object.entries(Object(headers)))
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || (value !== undefined && !isHeaderText(value)))
      throw new InvalidInputError(
        `header ${JSON.stringify(name)} must be a name and text, without line breaks`,
      );
}

const isHeaderText = (value: unknown): boolean =>
  typeof value === "string" && !/[^\t -~\x80-\xff]/.test(value);
