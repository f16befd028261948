import { InvalidInputError } from "../errors.ts";

/** @throws InvalidInputError for what cannot be sent as a header as it is. The key is not echoed. */
export function checkKey(key: unknown): string {
  // Visible ASCII: all else is refused or changed on its way by some runtime's `Headers`.
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return key;
  throw new InvalidInputError("set apiKey or EXA_API_KEY to a key in visible ASCII");
}

const defaults = {
  timeout: 30_000,
  deadline: 120_000,
  maxRetries: 2,
  maxResponseBytes: 10 * 2 ** 20,
};

type Limits = typeof defaults;

/**
 * How long, how often and how much: what the call says, or else the client, or else the default.
 * @throws InvalidInputError for what is no number from 0.
 */
export function limits(client: Partial<Limits>, call: Partial<Limits> = {}): Limits {
  const result = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof Limits)[]) {
    result[name] = call[name] ?? client[name] ?? result[name];
    if (!(result[name] >= 0)) throw new InvalidInputError(`${name} must be a number from 0`);
  }
  return result;
}
