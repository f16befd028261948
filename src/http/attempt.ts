import {
  ConnectionError,
  RedirectError,
  type UnreadableReason,
  UnreadableResponseError,
} from "../errors.ts";
import { apiError } from "./api-error.ts";
import { type Answer, type Call, context, event } from "./call.ts";
import { checkResponse, violation } from "./check.ts";
import { checkKey } from "./input.ts";
import { emit, visible } from "./observe.ts";
import { readBody, tooLarge } from "./read-body.ts";
import { serverDelay } from "./retry.ts";

/** Sends the request once and reads the answer. @throws WebsetsError for all but a success. */
export async function attempt(call: Call, signal: AbortSignal): Promise<Answer> {
  const { settings, request } = call;
  const { url, method, headers, body } = request;
  const { apiKey } = settings;
  const key = checkKey(typeof apiKey === "function" ? await apiKey() : apiKey);
  signal.throwIfAborted();
  headers.set("x-api-key", key);
  call.attempts++;
  emit(settings.hooks, "request", () => event(call));
  const send = settings.fetch ?? fetch;
  let response: Response;
  try {
    response = await send(url, { method, headers, body: body ?? null, redirect: "manual", signal });
  } catch (error) {
    throw connectionError(call, error);
  }
  return receive(call, response, key);
}

/** What fetch threw, with all that runtimes put into it: Node's code is in the cause, Deno's words in the message. */
function connectionError(call: Call, error: unknown): ConnectionError {
  const { cause = error } = error as { cause?: unknown };
  const { code, message } = cause as { code?: unknown; message?: unknown };
  const reason = `${code ?? message}`;
  const notSent =
    /refused|notfound|eai_again|unreach|connect_timeout|failedtoopen|cert|verify|\(connect\)/i.test(
      `${reason} ${error}`,
    );
  return new ConnectionError(
    `no answer (${reason}): check the network and baseUrl`,
    context(call, notSent ? "not-sent" : "unknown", error),
  );
}

async function receive(call: Call, response: Response, key: string): Promise<Answer> {
  const { status, ok, headers } = response;
  const { settings } = call;
  const fail = (reason: UnreadableReason, cause?: unknown) =>
    Object.assign(
      new UnreadableResponseError(
        `the ${status} answer is unreadable: ${reason}`,
        context(call, "unknown", cause),
      ),
      { reason, status },
    );
  // Browsers show a redirect that was not followed as status 0.
  if (!status || (status > 299 && status < 400))
    throw new RedirectError(
      `redirect refused: set baseUrl to the final address`,
      context(call, "rejected"),
    );
  const type = headers.get("content-type");
  // Not read: it may be a stream without an end.
  if (ok && type && !/^application\/json *(;|$)/i.test(type))
    throw fail(/html/i.test(type) ? "html" : "media-type");
  let text = "";
  try {
    text = await readBody(response, call.maxBytes);
  } catch (error) {
    // Of a refusal the status says enough.
    if (ok) throw fail(error === tooLarge ? "too-large" : "truncated", error);
  }
  // A server that echoes the key must not bring it into an error or a log; a very short one would match by chance.
  const safe = key.length > 7 ? text.replaceAll(key, "[redacted]") : text;
  const shownResponse = () => ({ status, headers: visible(headers), body: safe });
  emit(settings.hooks, "response", () => ({ ...event(call), response: shownResponse() }));
  const broken = settings.contract ? checkResponse(call, shownResponse()) : [];
  if (!ok) {
    const delay = serverDelay(headers, settings.runtime.date());
    const retryAt = delay === undefined ? delay : new Date(settings.runtime.date() + delay);
    throw apiError(response, safe, retryAt, context(call, status < 500 ? "rejected" : "unknown"));
  }
  if (!text.trim()) throw fail("empty");
  if (!type) throw fail("media-type");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw fail("not-json", error);
  }
  if (call.accepts && !call.accepts(data)) throw fail("not-a-webset");
  if (settings.strict && broken[0]) throw violation(call, broken);
  return { response, text, data, attempts: call.attempts };
}
