import { explain, sentOnce } from "#host";
import { keyHeader, keyPrefix } from "../../generated/operations.ts";
import { ConnectionError } from "../errors.ts";
import type { Attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { eventOf, tell } from "./observe.ts";
import { innermost } from "./one-line.ts";

/**
 * Sends the request with a key.
 * @returns what `fetch` gave, looked at no further than that it has a status.
 * @throws ConnectionError; the attempt knows then whether anything can have been sent.
 */
export async function handToFetch(
  call: Call,
  key: string,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<Response> {
  const { client, url, method, headers, body } = call;
  const [header, prefix] = call.row?.key ?? [keyHeader, keyPrefix];
  headers.set(header, prefix + key);
  attempt.handOver();
  tell(client.hooks, "request", () => eventOf(call, attempt));
  const send = client.fetch ?? client.runtime.fetch;
  const init = {
    ...client.fetchOptions,
    method,
    headers,
    body: body === undefined ? null : client.fetch ? body : sentOnce(body),
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
