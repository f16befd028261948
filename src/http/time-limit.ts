import { AbortError, TimeoutError } from "../errors.ts";
import type { Runtime } from "./runtime.ts";
import { onAbort } from "./signals.ts";

/** What ends an attempt or a sleep from outside. */
export interface TimeLimit {
  readonly runtime: Pick<Runtime, "setTimeout" | "clearTimeout">;
  readonly ms: number;
  /** The caller's. */
  readonly signal?: AbortSignal | undefined;
}

/** Timers keep ms in 31 bits: a longer one fires at once. */
const longestTimer = 2e9;

/**
 * Runs `work` for at most so long. Does not wait for work that ignores its signal, and leaves no timer or listener
 * behind. The signal fires only while work is under way: what ended by itself is not aborted afterwards, since Node's
 * fetch then emits an error that nobody can catch.
 * @throws TimeoutError | AbortError | what work throws.
 */
export function withinLimit<T>(
  { runtime, ms, signal }: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const controller = new AbortController();
    const timer = runtime.setTimeout(
      () => stop(new TimeoutError(`no complete answer within ${Math.round(ms)} ms`)),
      Math.min(ms, longestTimer),
    );
    const forget = signal && onAbort(signal, () => stop(abortError(signal)));
    const end = () => {
      runtime.clearTimeout(timer as never); // whatever setTimeout of this runtime returned
      forget?.();
    };
    const stop = (error: Error) => {
      end();
      reject(error);
      controller.abort();
    };
    work(controller.signal).then(
      (result) => {
        end();
        resolve(result);
      },
      (error) => {
        end();
        reject(error);
      },
    );
  });
}

/**
 * Sleeps, unless the caller's signal fires.
 * @throws AbortError
 */
export function sleep({ runtime, ms, signal }: TimeLimit): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const timer = runtime.setTimeout(() => {
      forget?.();
      resolve();
    }, ms);
    const forget =
      signal &&
      onAbort(signal, () => {
        runtime.clearTimeout(timer as never); // whatever setTimeout of this runtime returned
        forget?.();
        reject(abortError(signal));
      });
  });
}

function abortError(signal: AbortSignal): AbortError {
  return new AbortError("aborted by the caller's signal", { cause: signal.reason });
}
