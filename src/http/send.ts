import type { Exchange } from "../contract/exchange.ts";
import type { Finding } from "../contract/finding.ts";
import {
  AbortError,
  ApiError,
  apiErrorOf,
  ConnectionError,
  ContractViolationError,
  type Delivery,
  type ErrorContext,
  InvalidInputError,
  RedirectError,
  TimeoutError,
  type UnreadableReason,
  UnreadableResponseError,
  WebsetsError,
} from "../errors.ts";
import { bounded } from "./bounded.ts";
import { limits } from "./input.ts";
import { observe, tell } from "./observe.ts";
import { readBody } from "./read-body.ts";
import { readRefusal } from "./refusal.ts";
import { backoff, mayPass, retryAt } from "./retry.ts";
import type { Answer, Settings, Wire } from "./settings.ts";
import { checkUrl } from "./url.ts";

let calls = 0;

/**
 * Makes one call: checks it, sends it, repeats it where that may help, all within the deadline. One closure, whose
 * state every error and event shows.
 * @throws WebsetsError and nothing else.
 */
export async function send(settings: Settings, wire: Wire): Promise<Answer> {
  const { runtime, contract, strict, onFinding, hooks, fetch = runtime.fetch } = settings;
  const { url, method, headers, body, signal, webset } = wire;
  const { timeout, deadline, maxRetries, maxResponseBytes } = limits(settings, wire);
  const end = runtime.performance.now() + deadline;
  const left = () => end - runtime.performance.now();
  const path = checkUrl(url, settings.base);
  // For the eyes of others: no header but those that the contract asks for. A caller's own may hold secrets.
  const shownHeaders = { "content-type": "application/json", "x-api-key": "[redacted]" };
  const request: Exchange["request"] = { method, url: path, headers: shownHeaders, body };
  const call = ++calls;
  let attempts = 0;
  let delivery = "not-sent" as Delivery; // attempt() changes it
  let response: Response | undefined;

  const fail = <E>(
    Kind: new (message: string, context: ErrorContext) => E,
    message: string,
    more?: object,
  ): E => new Kind(message, { method, path, attempts, delivery, ...more });

  const emit = (name: "request" | "response" | "retry" | "error", more?: () => object) =>
    tell(hooks, name, () => ({ call, attempt: attempts, request, ...more?.() }));

  /** Reports findings; throws the first where there is a `Kind` to throw. */
  const report = (
    findings: Finding[],
    exchange: Partial<Exchange>,
    Kind?: typeof InvalidInputError | typeof ContractViolationError | false,
  ) => {
    for (const finding of findings) observe(onFinding, finding, { request, ...exchange });
    for (const { id, location } of Kind ? findings : [])
      throw fail(Kind as typeof InvalidInputError, `${id} at ${location}`, { findings });
  };

  /** Sends the request once. */
  const attempt = async (signal: AbortSignal): Promise<Answer> => {
    const key = await settings.key();
    signal.throwIfAborted();
    headers.set("x-api-key", key);
    attempts++;
    const before = delivery;
    delivery = "unknown"; // until the server says no, whatever interrupts
    emit("request");
    try {
      response = await fetch(url, {
        method,
        headers,
        body: body ?? null,
        redirect: "manual",
        signal,
      });
    } catch (cause) {
      // Node tells in the cause's code, Bun in the code, Deno in the message.
      const { code, message } = Object((cause as Error).cause ?? cause) as NodeJS.ErrnoException;
      if (
        /refused|notfound|eai_a|failedto|dns/i.test(`${code}${message}${cause}`) &&
        !signal.aborted
      )
        delivery = before;
      throw fail(ConnectionError, `no answer (${code ?? message}): check network and baseUrl`, {
        cause,
      });
    }
    signal.throwIfAborted(); // a fetch that ignores its signal must not touch a later attempt
    if (!response.ok && response.status < 500 && before !== "unknown") delivery = "rejected";
    return receive(response, key);
  };

  /** Reads an answer to its end and judges it. */
  const receive = async (response: Response, key: string): Promise<Answer> => {
    const { status, ok, headers } = response;
    const unreadable = (reason: UnreadableReason, more?: object) =>
      fail(UnreadableResponseError, `${status} unreadable: ${reason}`, {
        reason,
        status,
        ...more,
      });
    // Browsers show a redirect that was not followed as status 0.
    if (!ok && status < 400) throw fail(RedirectError, "redirect refused: correct baseUrl");
    // Not read: it may be a stream without an end. Where no type is given, the body speaks for itself.
    if (ok && !/^(application\/json *(;|$)|$)/i.test(headers.get("content-type") ?? ""))
      throw unreadable("media-type");
    let text = "";
    try {
      text = await readBody(response, maxResponseBytes);
    } catch (cause) {
      // Of a refusal the status says enough.
      if (ok) throw cause ? unreadable("truncated", { cause }) : unreadable("too-large");
    }
    // A server that echoes the key must not bring it into an error or a log; a very short one would match by chance.
    const safe = key[7] ? text.replaceAll(key, "[redacted]") : text;
    const body = ok ? text : safe;
    let data: unknown = body;
    try {
      data = JSON.parse(body);
    } catch {}
    const answer = Object.assign(response, {
      text: async () => body,
      json: async () => data,
      attempts,
    });
    const shown = () => ({
      response: {
        status,
        headers: Object.fromEntries([...headers].filter(([name]) => name !== "set-cookie")),
        body: safe,
      },
    });
    emit("response", shown);
    if (contract)
      report(
        contract.checkResponse(request, shown().response),
        shown(),
        ok && strict && ContractViolationError,
      );
    if (!ok) {
      const { kind, reason, ...more } = readRefusal(response, data);
      const advice = status < 429 ? "correct the request" : "try again later";
      throw fail(apiErrorOf(kind) ?? ApiError, `${reason}: ${advice}`, {
        status,
        headers,
        body: data,
        retryAt: retryAt(headers, runtime.Date.now()),
        ...more,
      });
    }
    // No text is its own JSON value: it was not parsed.
    if (data === body) throw unreadable(body.trim() ? "not-json" : "empty");
    const { id, object } = Object(data);
    if (webset && (object !== "webset" || typeof id !== "string")) throw unreadable("not-a-webset");
    return answer;
  };

  if (contract) report(contract.checkRequest(request), {}, InvalidInputError);
  for (let delay = 0; ; ) {
    const before = attempts;
    let error: WebsetsError & Partial<ApiError>;
    try {
      // A Retry-After long past must not reach a timer: Chromium takes the low 32 bits, which may be days.
      if (delay > 0) await bounded(runtime, delay, signal);
      const answer = await bounded(runtime, Math.min(timeout, left()), signal, attempt);
      if (answer) return answer;
      error = fail(TimeoutError, "no answer in time: raise timeout or deadline");
    } catch (cause) {
      if (signal?.aborted) error = fail(AbortError, "aborted", { cause: signal.reason });
      // What is no error of ours: the function that gives the key failed, or an option is not of its type.
      else
        error =
          cause instanceof WebsetsError
            ? cause
            : fail(InvalidInputError, "not sent, see cause", { cause });
    }
    delay = error.retryAt
      ? error.retryAt.getTime() - runtime.Date.now()
      : backoff(attempts, runtime.Math.random());
    const again =
      attempts > before && // or the time ran out before there was a key
      attempts <= maxRetries &&
      ((wire.retryUnknown ?? settings.retryUnknown ?? true) || delivery !== "unknown") &&
      delay < left() &&
      mayPass(error);
    emit(again ? "retry" : "error", () => ({ error, delay }));
    if (again) continue;
    // openapi-fetch gives refusals as data.
    if (error instanceof ApiError && !webset) return response as Answer;
    throw error;
  }
}
