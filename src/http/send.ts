import type { WebsetsError } from "../errors.ts";
import type { Answer } from "./answer.ts";
import { Attempt } from "./attempt.ts";
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
  const { runtime, contract, hooks } = call.client;
  const end = runtime.Date.now() + call.limits.deadline;
  let attempt = new Attempt(1, "not-sent");
  let wait = 0;
  for (;;) {
    try {
      if (wait === 0) contract?.guard(call.client, call.shown);
      else await sleep({ runtime, ms: wait, signal: call.signal });
      const answer = await tryInTime(call, attempt, end);
      return { answer, attempts: attempt.number };
    } catch (thrown) {
      const event = { ...eventOf(call, attempt), attempts: attempt.count };
      const { method, url: path } = call.shown;
      const context = { method, path, attempts: event.attempts, delivery: event.delivery };
      const error = completeError(thrown, context, call.secrets, call.calledFrom);
      const delay = nextWait(call, attempt, error, end);
      if (delay === undefined) {
        tell(hooks, "error", () => ({ ...event, error }));
        throw error;
      }
      tell(hooks, "retry", () => ({ ...event, error, delay }));
      wait = delay;
      attempt = new Attempt(attempt.number + 1, attempt.delivery);
    }
  }
}

/** An attempt within its own time and that of the call. */
function tryInTime(call: Call, attempt: Attempt, end: number): Promise<Answer> {
  const { runtime } = call.client;
  const ms = Math.min(call.limits.timeout, end - runtime.Date.now());
  return withinLimit({ runtime, ms, signal: call.signal }, (signal) =>
    tryOnce(call, attempt, signal),
  );
}

/** Ms until the next attempt; `undefined` where there must be none. */
function nextWait(
  { client: { runtime }, limits, repeatable }: Call,
  attempt: Attempt,
  error: WebsetsError,
  end: number,
): number | undefined {
  // A key that did not come in time, or certificates that will not change.
  if (!attempt.sent || attempt.final) return undefined;
  return waitBeforeRetry({
    error,
    delivery: attempt.delivery,
    attempts: attempt.number,
    maxRetries: limits.maxRetries,
    repeatUnknown: limits.retryUnknown && repeatable,
    now: runtime.Date.now(),
    end,
    random: runtime.Math.random(),
  });
}
