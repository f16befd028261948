import { onceUnsent, publish } from "#host";
import {
  AbortError,
  type ApiError,
  ConnectionError,
  type Delivery,
  InvalidInputError,
  TimeoutError,
  type UnreadableResponseError,
  WebsetsError,
} from "../errors.ts";
import { bounded } from "./bounded.ts";
import { checkKey, defaults, type Limits, need } from "./input.ts";
import type { Observers } from "./observe.ts";
import { receive } from "./receive.ts";
import type { Answer, Call } from "./settings.ts";
import { checkUrl } from "./url.ts";

/** Whichever it is. */
type Failure = WebsetsError & {
  readonly [Key in "reason" | "status" | "retryAt" | "response"]?: (ApiError &
    UnreadableResponseError)[Key];
};

/**
 * Makes one call: checks it, sends it, repeats it where that may help, all within the deadline. One function, as its
 * parts share what is known of the call so far, and to hand that on would be more bytes in everybody's bundle.
 * @throws WebsetsError and nothing else.
 */
export async function send(call: Call): Promise<Answer> {
  const { url, method, headers, body, signal, runtime, contract } = call;
  const path = checkUrl(url, call.base);
  for (const name in defaults)
    need((call[name as keyof Limits] as number) >= 0, `${name} must be at least 0`);
  need(/^{/.test(body as string) || !call.throws, "body must be an object");
  const now = () => runtime.Date.now();
  const end = now() + call.deadline;
  // For the eyes of others: no header but those that the contract asks for. A caller's own may hold secrets.
  const shown = { "Content-Type": "application/json", "x-api-key": "[redacted]" };
  const request = { method, headers: shown, body, url: path };
  let attempts = 0;
  let delivery = "not-sent" as Delivery; // attempt() changes it
  /** Tells the hook and the channel of a name; what they throw, at once or later, changes nothing. */
  const tell = async (name: string, more?: object) => {
    const event = { attempts, delivery, request, ...more };
    publish(name, event);
    try {
      await (call.hooks as Observers)?.[name]?.(event);
    } catch {}
  };

  const attempt = async (signal: AbortSignal) => {
    const secret = checkKey(await call.key());
    signal.throwIfAborted();
    headers.set("x-api-key", secret);
    const before = delivery;
    delivery = "unknown"; // until the server says no, whatever interrupts
    attempts++;
    tell("request");
    let response: Response;
    try {
      response = await (call.fetch ?? runtime.fetch)(url, { ...call, redirect: "manual", signal });
    } catch (cause) {
      onceUnsent(cause, () => {
        if (!signal.aborted) delivery = before;
      });
      throw new ConnectionError("no answer: check baseUrl", { cause });
    }
    signal.throwIfAborted(); // a fetch that ignores its signal must not touch a later attempt
    if (!response.ok && response.status < 500 && before !== "unknown") delivery = "rejected";
    return receive(
      response,
      call.maxResponseBytes,
      secret,
      now(),
      (response) => {
        tell("response", { response });
        contract?.guard(call, request, response);
      },
      call.throws,
    );
  };

  for (let delay = 0; ; ) {
    const before = attempts;
    try {
      contract?.guard(call, request);
      // A Retry-After long past must not reach a timer: Chromium takes the low 32 bits, which may be days.
      if (delay > 0) await bounded(runtime, delay, signal);
      const answer = await bounded(runtime, Math.min(call.timeout, end - now()), signal, attempt);
      if (answer) return Object.assign(answer, { attempts });
      throw signal?.aborted
        ? new AbortError("aborted", { cause: signal.reason })
        : new TimeoutError("no answer in time");
    } catch (cause) {
      // What is no error of ours: the function that gives the key failed, or an option is not of its type.
      const error: Failure =
        cause instanceof WebsetsError ? cause : new InvalidInputError("see cause", { cause });
      Object.assign(error, {
        method,
        path,
        attempts,
        delivery,
        message: `${error.message} (${method} ${path})`,
      });
      // Or else exponential backoff with full jitter: 0 to 0.5 s, 1 s, 2 s …, so that clients do not march in step.
      delay =
        ((error.retryAt as number | undefined) ??
          now() + runtime.Math.random() * 250 * 2 ** attempts) - now();
      const again =
        attempts > before && // or the time ran out before there was a key
        attempts <= call.maxRetries &&
        (call.retryUnknown || delivery !== "unknown") &&
        delay < end - now() &&
        /^(Conn|Time|truncated|408|429|50[0234])/.test(
          (error.reason ?? error.status ?? error.name) as string, // or a number
        );
      tell(again ? "retry" : "error", { error, delay });
      if (again) continue;
      // openapi-fetch gives refusals as data.
      if (!call.throws && error.response) return error.response as Answer;
      throw error;
    }
  }
}
