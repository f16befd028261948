import { keyHeader } from "../../generated/operations.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Call, Client } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { limitsOf } from "./check-options.ts";
import { Secrets } from "./secrets.ts";
import { checkUrl } from "./url.ts";

/** A request that openapi-fetch has built. */
export type BuiltRequest = Pick<Call, "method" | "url" | "headers" | "body">;

/**
 * Joins a request with the options of its call.
 * @param options checked, without those that are `undefined`.
 * @param row absent where the contract has no such operation: then nothing is repeated that may have been carried out.
 * @throws InvalidInputError where the URL does not stay below the base.
 */
export function startCall(
  client: Client,
  { method, url, headers, body }: BuiltRequest,
  options: CallOptions,
  row: OperationRow | undefined,
  calledFrom: Error,
): Call {
  const path = checkUrl(url, baseUrlOf(client, row));
  const secrets = secretsOf(client, options);
  return {
    client,
    limits: limitsOf({ ...client.limits, ...options }),
    signal: options.signal,
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
    repeatable: isRepeatable(row, body),
    calledFrom,
  };
}

function secretsOf({ secrets }: Client, { headers }: CallOptions): Secrets {
  if (!headers) return secrets;
  const ofCall = new Secrets(secrets);
  ofCall.addHeaders(headers);
  return ofCall;
}

/** What the URL of an operation begins with. */
export function baseUrlOf(client: Client, row: OperationRow | undefined): string {
  return (!client.baseUrlGiven && row?.server) || client.baseUrl;
}

/** For the eyes of others: no header but those that the contract asks for. A caller's own may hold secrets. */
function shownHeaders(headers: Headers, row: OperationRow | undefined): Record<string, string> {
  const type = headers.get("content-type");
  return {
    ...(type !== null && { "content-type": type }),
    [row?.key?.[0] ?? keyHeader]: "[redacted]",
  };
}

/** Whether the operation may be carried out twice: always, or where its body carries what tells a second one. */
function isRepeatable(row: OperationRow | undefined, body: BuiltRequest["body"]): boolean {
  if (typeof row?.repeat !== "string") return row?.repeat ?? false;
  return typeof body === "string" && Object(JSON.parse(body))[row.repeat] != null;
}
