import type { Runtime } from "./runtime.ts";

/**
 * Runs `work` for at most `ms`; without work, sleeps. Does not wait for work that ignores its signal, and leaves no
 * timer and no listener behind.
 * @returns what work returned, or `undefined` when the time is up.
 * @throws what work throws, or the reason of `signal` as soon as it fires.
 */
export function bounded<T>(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | null | undefined,
  work?: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  return new Promise<T | undefined>((resolve, reject) => {
    const abort = () => settle(() => reject(signal?.reason));
    const cancel = runtime.after(ms, () => settle(() => resolve(undefined)));
    const settle = (how: () => void) => {
      cancel();
      signal?.removeEventListener("abort", abort);
      how();
      // Frees the socket of an answer that is not wanted any more; nothing happens to one that was read.
      controller.abort();
    };
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    else
      work?.(controller.signal).then(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error)),
      );
  });
}
