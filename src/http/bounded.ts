import type { Runtime } from "./runtime.ts";

/**
 * Runs `work` for at most `ms`; without work, sleeps. Does not wait for work that ignores its signal, and leaves no
 * timer, listener or open socket behind.
 * @returns what work returned, or `undefined` when the time is up.
 * @throws what work throws, or whatever else as soon as `signal` fires.
 */
export async function bounded<T>(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | null | undefined,
  work?: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let timer: unknown;
  let stop = () => {};
  let result: T | undefined;
  try {
    result = await new Promise<T | undefined>((resolve, reject) => {
      stop = reject;
      // A timer of more than 2^31 - 1 ms fires at once.
      timer = runtime.setTimeout(resolve as () => void, Math.min(ms, 2 ** 31 - 1)); // resolves to undefined
      signal?.addEventListener("abort", stop);
      work?.(controller.signal).then(resolve, reject);
    });
    return result;
  } finally {
    runtime.clearTimeout(timer as never); // whatever setTimeout of this runtime returned
    signal?.removeEventListener("abort", stop);
    // Not after a success: there is nothing left to free.
    if (!result) controller.abort();
  }
}
