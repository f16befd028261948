import { InvalidInputError } from "../errors.ts";
import { type Answer, type Head, makeAnswer, readHead } from "./answer.ts";
import type { Attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { checkKey } from "./check-options.ts";
import { handToFetch } from "./hand-to-fetch.ts";
import { deliveryOf, isSuccess, judgeAnswer, judgeHead, unreadable } from "./judge-answer.ts";
import { eventOf, tell } from "./observe.ts";
import { innermost } from "./one-line.ts";
import { discardBody, readBody } from "./read-body.ts";

/**
 * One attempt: gets the key, sends, reads the answer to its end and judges it.
 * @param signal fires when the attempt's time is up; what comes afterwards is nobody's.
 * @throws WebsetsError for all but the answer that was asked for; the signal's reason.
 */
export async function tryOnce(call: Call, attempt: Attempt, signal: AbortSignal): Promise<Answer> {
  const { client, secrets, shown } = call;
  const key = await currentKey(call);
  signal.throwIfAborted();
  const response = await handToFetch(call, key, attempt, signal);
  signal.throwIfAborted(); // a fetch that ignores its signal
  const head = readHead(response, secrets);
  attempt.settle(deliveryOf(head));
  try {
    judgeHead(head, call.row);
  } catch (error) {
    discardBody(response);
    throw error;
  }
  const text = await readText(response, head, call);
  signal.throwIfAborted();
  const answer = makeAnswer(head, text, secrets);
  const seen = { status: head.status, headers: head.headers, body: answer.text };
  tell(client.hooks, "response", () => ({ ...eventOf(call, attempt), response: seen }));
  client.contract?.guard(client, shown, seen);
  return judgeAnswer(answer, call.row, client.runtime.Date.now());
}

/** Of a refusal the status says enough: its body may be lost. */
async function readText(response: Response, head: Head, call: Call): Promise<string> {
  const { maxResponseBytes } = call.limits;
  const body = await readBody(response, maxResponseBytes);
  if ("text" in body) return body.text;
  if (!isSuccess(head)) return "";
  if (body.failed === "too-large")
    throw unreadable(
      head.status,
      "too-large",
      `over ${maxResponseBytes} bytes: see maxResponseBytes`,
    );
  const cause = call.secrets.hideError(body.cause);
  throw unreadable(head.status, "truncated", `the body broke off (${innermost(cause)})`, cause);
}

async function currentKey({ client, secrets }: Call): Promise<string> {
  let given: unknown;
  try {
    given = await client.key();
  } catch (cause) {
    throw new InvalidInputError("apiKey: the function failed, see cause", {
      cause: secrets.hideError(cause),
    });
  }
  const key = checkKey(given);
  client.secrets.add(key);
  return key;
}
