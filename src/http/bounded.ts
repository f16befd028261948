import type { Runtime } from "./runtime.ts";

/**
 * Runs `work` for at most `ms`; without work, sleeps. Does not wait for work that ignores its signal, and leaves no
 * timer, listener or open socket behind.
 * @returns what work returned, or `undefined` as soon as the time is up or `signal` fires.
 * @throws what work throws.
 */
export function bounded<T>(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | null | undefined,
  work?: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const settle = (result?: T) => {
      runtime.clearTimeout(timer as never); // whatever setTimeout of this runtime returned
      signal?.removeEventListener("abort", stop);
      resolve(result);
    };
    const stop = () => {
      controller.abort(); // not after a success: there is nothing left to free
      settle();
    };
    signal?.addEventListener("abort", stop);
    const timer = runtime.setTimeout(stop, Math.min(ms, 2e9)); // of more than 2^31 ms it would fire at once
    if (signal?.aborted) stop();
    else
      work?.(controller.signal).then(settle, (error) => {
        reject(error);
        stop();
      });
  });
}
