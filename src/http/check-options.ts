import { InvalidInputError } from "../errors.ts";
import type { CallOptions, Limits } from "./call-options.ts";

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

/** The limits of options that were checked, each with its default. Times in ms. */
export function limitsOf({
  timeout = 30_000,
  deadline = 120_000,
  maxRetries = 2,
  maxResponseBytes = 10 * 2 ** 20,
  retryUnknown = true,
}: CallOptions): Limits {
  return { timeout, deadline, maxRetries, maxResponseBytes, retryUnknown };
}

/**
 * Checks options and leaves out those that are `undefined`, which mean the default.
 * @throws InvalidInputError that names the option: one that does not exist, is `null` or of another type, or a number
 * below 0. The value is not echoed.
 */
export function checkOptions<Options extends object>(options: Options, kinds: Kinds): Options {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) throw new InvalidInputError(`there is no option ${JSON.stringify(name)}`);
    const type = value === null ? "null" : typeof value;
    if (!kind.split(" or ").includes(type))
      throw new InvalidInputError(`${name} must be a ${kind}, not ${type}`);
    if (typeof value === "number" && !(value >= 0))
      throw new InvalidInputError(`${name} must be at least 0`);
    given[name] = value;
  }
  return given as Options; // the same without what was undefined
}

/** @throws InvalidInputError for what cannot be sent as a header. No value is echoed. */
export function checkHeaders(headers: Readonly<Record<string, unknown>> = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new InvalidInputError(`headers: ${JSON.stringify(name)} is no header's name`);
    if (value !== undefined && (typeof value !== "string" || /[^\t -~\x80-\xff]/.test(value)))
      throw new InvalidInputError(`header ${name} must be text without line breaks`);
  }
}

/** @throws InvalidInputError for what cannot be sent as a header as it is. The key is not echoed. */
export function checkKey(key: unknown): string {
  // Visible ASCII: all else is refused or changed on its way by some runtime's `Headers`.
  if (typeof key !== "string" || !/^[!-~]+$/.test(key))
    throw new InvalidInputError("apiKey or EXA_API_KEY must be the key, without blanks");
  return key;
}
