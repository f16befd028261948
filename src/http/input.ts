import { InvalidInputError } from "../errors.ts";

/** Refuses what the caller handed in. Names no value: it may be a secret. */
export function invalid(
  message: string,
  cause?: unknown,
  method = "",
  path = "",
): InvalidInputError {
  return new InvalidInputError(message, { method, path, attempts: 0, delivery: "not-sent", cause });
}

/** A key, or where to get one: asked before each attempt, so that keys can rotate. */
export type ApiKey = string | (() => string | Promise<string>);

/** @throws InvalidInputError for what cannot be sent as a header as it is. The key is not echoed. */
export function checkKey(key: unknown): string {
  // Visible ASCII: all else is refused or changed on its way by some runtime's `Headers`.
  if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return key;
  throw invalid("apiKey must be set (or EXA_API_KEY): visible ASCII without spaces or line ends");
}

/** `EXA_API_KEY`, where there is an environment and it may be read (Deno asks for permission). */
export function keyOfEnvironment(): string | undefined {
  try {
    return globalThis.process?.env?.EXA_API_KEY;
  } catch {
    return undefined;
  }
}

/** @throws InvalidInputError for a name or value that is no header; neither is echoed. */
export function checkHeaders(headers: Record<string, string> | undefined): Headers {
  try {
    return new Headers(headers);
  } catch {
    throw invalid("headers must be valid names and values");
  }
}

/** How long and how often, for one call. Milliseconds. */
export interface Limits {
  readonly timeout: number;
  readonly deadline: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
}

const defaults: Limits = {
  timeout: 30_000,
  deadline: 120_000,
  maxRetries: 2,
  maxResponseBytes: 10 * 2 ** 20,
};

/**
 * What the call says, or else the client, or else the default.
 * @throws InvalidInputError for what is no number of at least 1 (`maxRetries`: 0).
 */
export function limits(...options: readonly Partial<Limits>[]): Limits {
  const result = { ...defaults };
  for (const option of options) {
    for (const name of Object.keys(defaults) as (keyof Limits)[]) {
      const value = option[name] ?? result[name];
      if (typeof value !== "number" || !(value >= (name === "maxRetries" ? 0 : 1)))
        throw invalid(`${name} must be a positive number`);
      // A timer of more than 2^31 - 1 ms fires at once.
      result[name] = Math.min(value, 2 ** 31 - 1);
    }
  }
  return result;
}
