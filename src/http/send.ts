import {
  AbortError,
  ApiError,
  ConnectionError,
  TimeoutError,
  UnreadableResponseError,
  WebsetsError,
} from "../errors.ts";
import { attempt } from "./attempt.ts";
import { bounded } from "./bounded.ts";
import {
  type Answer,
  type Call,
  type CallOptions,
  context,
  event,
  type Settings,
  type WireRequest,
} from "./call.ts";
import { checkRequest } from "./check.ts";
import { invalid, limits } from "./input.ts";
import { emit } from "./observe.ts";
import { backoff, retryable } from "./retry.ts";
import { checkUrl } from "./url.ts";

let calls = 0;

/**
 * One call on the wire: checks, sends, repeats, and reads the whole answer within the deadline.
 * @param accepts says whether the parsed answer is what was asked for.
 * @throws WebsetsError and nothing else.
 */
export async function send(
  settings: Settings,
  request: WireRequest,
  options: CallOptions,
  accepts?: (data: unknown) => boolean,
): Promise<Answer> {
  const { runtime } = settings;
  const { timeout, deadline, maxRetries, maxResponseBytes: maxBytes } = limits(settings, options);
  const retryUnknown = options.retryUnknown ?? settings.retryUnknown ?? true;
  const path = checkUrl(request.url, settings.base);
  const call: Call = {
    id: ++calls,
    settings,
    request,
    path,
    maxBytes,
    accepts,
    attempts: 0,
    delivery: "not-sent",
  };
  checkRequest(call);
  const end = runtime.now() + deadline;
  for (let delay = 0; ; ) {
    const before = call.attempts;
    let failure: WebsetsError;
    try {
      if (delay) await bounded(runtime, delay, options.signal);
      const answer = await bounded(
        runtime,
        Math.min(timeout, end - runtime.now()),
        options.signal,
        (signal) => attempt(call, signal),
      );
      if (answer) return answer;
      failure = new TimeoutError(
        "no complete answer in time: raise timeout or deadline, or try again later",
        context(call, call.attempts > before ? "unknown" : call.delivery),
      );
    } catch (error) {
      failure = toFailure(call, error, options.signal, before);
    }
    call.delivery = failure.delivery;
    delay =
      failure instanceof ApiError && failure.retryAt
        ? failure.retryAt.getTime() - runtime.date()
        : backoff(call.attempts, runtime.random());
    const again =
      call.attempts > before && // not when the time ran out before anything was sent
      call.attempts <= maxRetries &&
      (retryUnknown || failure.delivery !== "unknown") &&
      delay < end - runtime.now() &&
      mayPass(failure);
    emit(settings.hooks, again ? "retry" : "error", () => ({
      ...event(call),
      error: failure,
      delay,
    }));
    if (!again) throw failure;
  }
}

function toFailure(
  call: Call,
  error: unknown,
  signal: AbortSignal | null | undefined,
  before: number,
): WebsetsError {
  if (signal?.aborted)
    return new AbortError(
      "aborted by the caller",
      context(call, call.attempts > before ? "unknown" : call.delivery, signal.reason),
    );
  if (error instanceof WebsetsError) return error;
  // The function that gives the key failed, or an option is not what its type says.
  return invalid("the call could not be made, see cause", error, call.request.method, call.path);
}

/** Whether another attempt may turn the failure into a success. */
function mayPass(failure: WebsetsError): boolean {
  return (
    failure instanceof ConnectionError ||
    failure instanceof TimeoutError ||
    (failure instanceof UnreadableResponseError && failure.reason === "truncated") ||
    (failure instanceof ApiError && retryable.includes(failure.status))
  );
}
