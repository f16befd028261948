import createClient, { type Client as OpenApiClient } from "openapi-fetch";
import { operations } from "../../generated/operations.ts";
import type { paths } from "../../generated/types.ts";
import { ApiError } from "../errors.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Client } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { callOptions, checkHeaders, checkOptions } from "./check-options.ts";
import { send } from "./send.ts";
import { startCall } from "./start-call.ts";

/** openapi-fetch's client of the contract. A name of this package, so that declarations can write it. */
export interface RawClient extends OpenApiClient<paths> {}

/** What is looked at of the init that a caller gives. */
interface Init extends CallOptions {
  readonly fetch?: typeof fetch;
  readonly params?: { readonly header?: Readonly<Record<string, unknown>> };
}

type RequestMethod = (method: string, path: string, init?: Init) => Promise<unknown>;

/**
 * openapi-fetch as it is documented, with real requests and responses for its middleware, on the transport: key, URL
 * assertion, time limits, retries, no redirects. Apart from the methods: no middleware can touch their calls.
 */
export function createRaw(client: Client): RawClient {
  const raw = createClient<paths>({ baseUrl: client.baseUrl, headers: client.headers });
  const send = raw.request as unknown as RequestMethod; // its types are for paths that are written out
  const request: RequestMethod = async (method, path, init = {}) =>
    send(method, path, { ...init, fetch: transportOf(client, method, path, init, new Error()) });
  const wrapped: Record<string, unknown> = { ...raw, request };
  for (const name in raw)
    if (name === name.toUpperCase())
      wrapped[name] = (path: string, init?: Init) => request(name, path, init);
  return wrapped as unknown as RawClient;
}

/** What openapi-fetch takes for `fetch` in one call: refusals of the API are answers to it. */
function transportOf(
  client: Client,
  method: string,
  path: string,
  init: Init,
  calledFrom: Error,
): typeof fetch {
  // Looked at before openapi-fetch does: what `Headers` throws quotes the value.
  checkHeaders(init.params?.header);
  const given = Object.entries(init).filter(([name]) => name in callOptions);
  const options = checkOptions<CallOptions>(Object.fromEntries(given), callOptions);
  const row = rowOf(method.toUpperCase(), path);
  const caller = { ...client, fetch: init.fetch ?? client.fetch };
  return async (request) => {
    try {
      const { method, url, headers, signal } = request as Request;
      const built = { method, url, headers, body: await bodyOf(request as Request) };
      const call = startCall(caller, built, { ...options, signal }, row, calledFrom);
      const { answer } = await send(call);
      return answer.toResponse();
    } catch (error) {
      const response = error instanceof ApiError && error.response;
      if (response) return response;
      throw error;
    }
  };
}

/** What the contract says of a call, except that to openapi-fetch any JSON, or nothing, is a success. */
function rowOf(method: string, path: string): OperationRow | undefined {
  for (const { identity: _, ...row } of Object.values<OperationRow>(operations))
    if (row.method === method && row.path === path) return row;
  return undefined;
}

/** Text, or bytes where it is no text, so that it can be sent again. */
async function bodyOf(request: Request): Promise<string | ArrayBuffer | undefined> {
  const type = request.headers.get("content-type");
  if (!request.body && type === null) return undefined;
  return /json|text|urlencoded/i.test(`${type}`) ? request.text() : request.arrayBuffer();
}
