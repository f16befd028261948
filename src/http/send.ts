import type { WebsetsError } from "../errors.ts";
import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { completeError } from "./complete-error.ts";
import { eventOf, tell } from "./observe.ts";
import { waitBeforeRetry } from "./retry.ts";
import { sleep, withinLimit } from "./time-limit.ts";
import { tryOnce } from "./try-once.ts";

/** An answer, and how many attempts it took. */
export interface Delivered {
  readonly answer: Answer;
  readonly attempts: number;
}

/**
 * Makes one call: attempt after attempt, where another may help, within the deadline.
 * @throws WebsetsError and nothing else, complete with what is known of the call.
 */
export async function send(call: Call): Promise<Delivered> {
  const { runtime, signal, hooks, shown, progress } = call;
  const end = runtime.Date.now() + call.deadline;
  let wait: number | undefined;
  for (;;) {
    try {
      if (wait === undefined) call.contract?.guard(call, shown);
      else await sleep({ runtime, ms: wait, signal });
      progress.mayRetry = false;
      const ms = Math.min(call.timeout, end - runtime.Date.now());
      const answer = await withinLimit({ runtime, ms, signal }, (ends) => tryOnce(call, ends));
      return { answer, attempts: progress.attempts };
    } catch (thrown) {
      const event = eventOf(call);
      const context = { ...event, method: shown.method, path: shown.url };
      const error = completeError(thrown, context, call.secrets, call.calledFrom);
      const delay = nextWait(error, call, end);
      if (delay === undefined) {
        tell(hooks, "error", () => ({ ...event, error }));
        throw error;
      }
      tell(hooks, "retry", () => ({ ...event, error, delay }));
      wait = delay;
    }
  }
}

/** Ms until the next attempt; `undefined` where there must be none. */
function nextWait(error: WebsetsError, call: Call, end: number): number | undefined {
  const { runtime, progress, maxRetries, retryUnknown } = call;
  if (!progress.mayRetry) return undefined;
  const now = runtime.Date.now();
  const random = runtime.Math.random();
  return waitBeforeRetry(error, { maxRetries, retryUnknown, now, end, random });
}
