import { explain, sentOnce } from "#host";
import { keyHeader, keyPrefix } from "../../generated/operations.ts";
import { ConnectionError } from "../errors.ts";
import type { Call } from "./call.ts";
import { eventOf, tell } from "./observe.ts";
import { innermost } from "./one-line.ts";

/**
 * Sends the request with a key.
 * @returns what `fetch` gave, looked at no further than that it has a status.
 * @throws ConnectionError; `progress` knows then whether anything can have been sent.
 */
export async function handToFetch(call: Call, key: string, signal: AbortSignal): Promise<Response> {
  const { url, method, headers, body, progress } = call;
  const [header, prefix] = call.row?.key ?? [keyHeader, keyPrefix];
  progress.handOver();
  tell(call.hooks, "request", () => eventOf(call));
  const send = call.fetch ?? call.runtime.fetch;
  const init = {
    ...call.fetchOptions,
    method,
    headers: { ...headers, [header]: prefix + key },
    body: body === undefined ? null : call.fetch ? body : sentOnce(body),
    redirect: "manual",
    signal,
  } as const;
  let response: Response;
  try {
    response = await send(url, init);
  } catch (failure) {
    throw connectionError(failure, call, signal);
  }
  if (typeof response?.status === "number") return response;
  throw new ConnectionError("fetch gave no Response: check the fetch option");
}

function connectionError(
  failure: unknown,
  { url, secrets, progress }: Call,
  signal: AbortSignal,
): ConnectionError {
  const known = explain(failure, url);
  if (known && !signal.aborted) {
    if (known.unsent) progress.settle("not-sent");
    progress.mayRetry = !known.final;
  }
  const cause = secrets.hideError(failure);
  const says = known?.says ?? `check the network and baseUrl (${innermost(cause)})`;
  return new ConnectionError(`no answer: ${says}`, { cause, code: known?.code });
}
