import { InvalidInputError } from "../errors.ts";
import type { Secrets } from "./secrets.ts";

/** A key, or where to get one: asked before each attempt, so that keys can rotate. */
export type ApiKey = string | (() => string | Promise<string>);

/**
 * Where each attempt gets its key. Every key that it gives is known to `secrets`.
 * @returns what throws InvalidInputError where there is no key that can be sent.
 * @throws InvalidInputError, at once where the key is no function.
 */
export function keySource(
  apiKey: ApiKey | undefined = keyFromEnvironment(),
  secrets: Secrets,
): () => Promise<string> {
  const take = (key: unknown): string => {
    // Visible ASCII: all else is refused or changed on its way by some runtime's `Headers`.
    if (typeof key !== "string" || !/^[!-~]+$/.test(key))
      throw new InvalidInputError("apiKey or EXA_API_KEY must be the key, without blanks");
    secrets.add(key);
    return key;
  };
  if (typeof apiKey !== "function") {
    const key = take(apiKey);
    return async () => key;
  }
  return async () => {
    let key: unknown;
    try {
      key = await apiKey();
    } catch (cause) {
      throw new InvalidInputError("apiKey: the function failed, see cause", {
        cause: secrets.hideError(cause),
      });
    }
    return take(key);
  };
}

function keyFromEnvironment(): string | undefined {
  try {
    return process.env.EXA_API_KEY;
  } catch {
    return undefined; // a browser has no environment, and Deno may not let it be seen
  }
}
