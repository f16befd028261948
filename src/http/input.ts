import { InvalidInputError } from "../errors.ts";

/** @throws InvalidInputError, with what must be, where the condition does not hold. */
export function need(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvalidInputError(message);
}

/** @throws InvalidInputError for what cannot be sent as a header as it is. The key is not echoed. */
export function checkKey(key: unknown): string {
  // Visible ASCII: all else is refused or changed on its way by some runtime's `Headers`.
  need(typeof key === "string" && /^[!-~]+$/.test(key), "apiKey or EXA_API_KEY must be text");
  return key;
}

/** How long, how often and how much, where nothing else is said. Times in ms. */
export const defaults = {
  timeout: 30_000,
  deadline: 120_000,
  maxResponseBytes: 10 * 2 ** 20,
  maxRetries: 2,
  retryUnknown: true as boolean | number, // true counts as 1
};

/** See `CallOptions`. */
export type Limits = typeof defaults;
