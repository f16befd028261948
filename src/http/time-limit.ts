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
  limit: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: Error) => {
      reject(error);
      controller.abort();
    };
    const end = watch(
      limit,
      () => stop(new TimeoutError(`no complete answer within ${Math.round(limit.ms)} ms`)),
      stop,
    );
    if (!controller.signal.aborted) work(controller.signal).finally(end).then(resolve, reject);
  });
}

/**
 * Sleeps, unless the caller's signal fires.
 * @throws AbortError
 */
export function sleep(limit: TimeLimit): Promise<void> {
  return new Promise((resolve, reject) => {
    watch(limit, resolve, reject);
  });
}

/**
 * Calls back once: when the time is up, or when the caller gives up.
 * @returns what ends the watch.
 */
function watch(
  { runtime, ms, signal }: TimeLimit,
  onTime: () => void,
  onGivenUp: (error: AbortError) => void,
): () => void {
  const giveUp = () => {
    end();
    onGivenUp(new AbortError("aborted by the caller's signal", { cause: signal?.reason }));
  };
  const timer = runtime.setTimeout(
    () => {
      end();
      onTime();
    },
    Math.min(ms, longestTimer),
  );
  const forget = signal && onAbort(signal, giveUp);
  const end = () => {
    runtime.clearTimeout(timer as never); // whatever setTimeout of this runtime returned
    forget?.();
  };
  if (signal?.aborted) giveUp();
  return end;
}
