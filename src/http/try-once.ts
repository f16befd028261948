import { type Answer, type Head, isSuccess, makeAnswer } from "./answer.ts";
import type { Call } from "./call.ts";
import { handToFetch } from "./hand-to-fetch.ts";
import { deliveryOf, judgeAnswer, judgeHead, unreadable } from "./judge-answer.ts";
import { eventOf, tell } from "./observe.ts";
import { innermost } from "./one-line.ts";
import { discardBody, readBody } from "./read-body.ts";

/**
 * One attempt: gets the key, sends, reads the answer to its end and judges it.
 * @param signal fires when the attempt's time is up; what comes afterwards is nobody's.
 * @throws WebsetsError for all but the answer that was asked for; the signal's reason.
 */
export async function tryOnce(call: Call, signal: AbortSignal): Promise<Answer> {
  const { secrets, row, progress } = call;
  const key = await call.key();
  signal.throwIfAborted();
  const response = await handToFetch(call, key, signal);
  signal.throwIfAborted(); // a fetch that ignores its signal
  const { status, statusText = "" } = response;
  progress.settle(deliveryOf(status));
  const head = {
    status,
    statusText: secrets.hide(statusText),
    headers: secrets.hideHeaders(response.headers),
  };
  try {
    judgeHead(head, row);
  } catch (error) {
    discardBody(response);
    throw error;
  }
  const text = await readText(response, head, call);
  signal.throwIfAborted();
  const answer = makeAnswer(head, text, secrets);
  const seen = { status, headers: head.headers, body: answer.text };
  tell(call.hooks, "response", () => ({ ...eventOf(call), response: seen }));
  call.contract?.guard(call, call.shown, seen);
  return judgeAnswer(answer, row, call.runtime.Date.now());
}

/** Of a refusal the status says enough: its body may be lost. */
async function readText(
  response: Response,
  { status }: Head,
  { secrets, maxResponseBytes }: Call,
): Promise<string> {
  let failure: Error;
  try {
    const text = await readBody(response, maxResponseBytes);
    if (text !== undefined) return text;
    failure = unreadable(status, "too-large", `over maxResponseBytes, ${maxResponseBytes}`);
  } catch (error) {
    const cause = secrets.hideError(error);
    failure = unreadable(status, "truncated", `the body broke off (${innermost(cause)})`, cause);
  }
  if (isSuccess(status)) throw failure;
  return "";
}
