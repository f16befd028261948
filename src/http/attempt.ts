import { explain } from "#host";
import { keyHeader } from "../../generated/operations.ts";
import { ConnectionError, type Delivery, InvalidInputError } from "../errors.ts";
import { type Answer, type Head, makeAnswer, readHead } from "./answer.ts";
import type { Call } from "./call.ts";
import { checkKey } from "./check-options.ts";
import { deliveryOf, isSuccess, judgeAnswer, judgeHead, unreadable } from "./judge-answer.ts";
import { tell } from "./observe.ts";
import { oneLine } from "./one-line.ts";
import { discardBody, readBody } from "./read-body.ts";

/**
 * How far one attempt came. Each has its own, so that what comes too late for one does not touch the next.
 */
export class Attempt {
  /** From 1. */
  readonly number: number;
  readonly #earlier: Delivery;
  #delivery: Delivery = "not-sent";
  /** Whether the request was handed to `fetch`. */
  sent = false;
  /** Another attempt would fail in the same way. */
  final = false;

  constructor(number: number, earlier: Delivery) {
    this.number = number;
    this.#earlier = earlier;
  }

  /** Of the whole call so far: what was unknown once stays so. */
  get delivery(): Delivery {
    if (this.#earlier === "unknown" || this.#delivery === "not-sent") return this.#earlier;
    return this.#delivery;
  }

  /** Requests handed to `fetch` so far. */
  get count(): number {
    return this.sent ? this.number : this.number - 1;
  }

  /** From here on nobody knows what becomes of the request, until the answer tells. */
  handOver(): void {
    this.sent = true;
    this.#delivery = "unknown";
  }

  settle(delivery: Delivery): void {
    this.#delivery = delivery;
  }
}

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
    judgeHead(head);
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
  return judgeAnswer(answer, call.identity, client.runtime.Date.now());
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

/** What all events of a call have. */
export function eventOf({ shown }: Call, { number, delivery }: Attempt) {
  return { attempts: number, delivery, request: shown };
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

async function handToFetch(
  call: Call,
  key: string,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<Response> {
  const { client, url, method, headers, body } = call;
  headers.set(keyHeader, key);
  attempt.handOver();
  tell(client.hooks, "request", () => eventOf(call, attempt));
  const send = client.fetch ?? client.runtime.fetch;
  const init = {
    ...client.fetchOptions,
    method,
    headers,
    body: body ?? null,
    redirect: "manual",
    signal,
  } as const;
  try {
    const response = await send(url, init);
    if (typeof response?.status === "number") return response;
  } catch (failure) {
    throw connectionError(failure, call, attempt, signal);
  }
  throw new ConnectionError("fetch gave no Response: check the fetch option");
}

function connectionError(
  failure: unknown,
  { url, secrets }: Call,
  attempt: Attempt,
  signal: AbortSignal,
): ConnectionError {
  const known = explain(failure, url);
  if (known?.unsent && !signal.aborted) attempt.settle("not-sent");
  attempt.final = known?.final ?? false;
  const cause = secrets.hideError(failure);
  const says = known?.says ?? `check the network and baseUrl (${innermost(cause)})`;
  return new ConnectionError(`no answer: ${says}`, { cause, code: known?.code });
}

/** What the first cause of an error says. */
function innermost(error: unknown): string {
  let { message, cause } = Object(error);
  while (cause) ({ message, cause } = cause);
  return oneLine(`${message ?? error}`, 200);
}
