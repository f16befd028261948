import { keyHeader } from "../../generated/operations.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Call, Client } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import type { Given } from "./check-options.ts";
import { Progress } from "./progress.ts";
import { checkUrl } from "./url.ts";

/** A request that openapi-fetch has built. */
export interface BuiltRequest extends Pick<Call, "method" | "url" | "body"> {
  readonly headers: Headers;
}

/**
 * Joins a request with the options of its call.
 * @param row absent where the contract has no such operation: then nothing is repeated that may have been carried out.
 * @throws InvalidInputError where the URL does not stay below the base.
 */
export function startCall(
  client: Client,
  built: BuiltRequest,
  options: Given<CallOptions>,
  row: OperationRow | undefined,
  calledFrom: Error,
): Call {
  const { method, url, body } = built;
  const path = checkUrl(url, baseUrlOf(client, row));
  const headers = Object.fromEntries(built.headers);
  const secrets = client.secrets.withHeaders(headers);
  // The client's options by inheritance: to copy them all takes longer than the rest.
  return Object.assign(Object.create(client) as Client, options, {
    retryUnknown: (options.retryUnknown ?? client.retryUnknown) && isRepeatable(row, body),
    method,
    url,
    headers,
    body,
    secrets,
    shown: {
      method,
      url: secrets.hide(path),
      headers: shownHeaders(headers, row),
      body: typeof body === "string" ? secrets.hide(body) : null,
    },
    row,
    progress: new Progress(),
    calledFrom,
  });
}

/** What the URL of an operation begins with. */
export function baseUrlOf(client: Client, row: OperationRow | undefined): string {
  return (!client.baseUrlGiven && row?.server) || client.baseUrl;
}

/** For the eyes of others: no header but those that the contract asks for. A caller's own may hold secrets. */
function shownHeaders(
  { "content-type": type }: Call["headers"],
  row: OperationRow | undefined,
): Record<string, string> {
  return {
    ...(type && { "content-type": type }),
    [row?.key?.[0] ?? keyHeader]: "[redacted]",
  };
}

/** Whether the operation may be carried out twice: always, or where its body carries what tells a second one. */
function isRepeatable(row: OperationRow | undefined, body: BuiltRequest["body"]): boolean {
  if (typeof row?.repeat !== "string") return row?.repeat ?? false;
  return typeof body === "string" && Object(JSON.parse(body))[row.repeat] != null;
}
