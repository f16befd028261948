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

type RequestMethod = (method: string, path: string, init?: object) => Promise<unknown>;

/**
 * openapi-fetch as it is documented, with real requests and responses for its middleware, on the transport: key, URL
 * assertion, time limits, retries, no redirects. Apart from the methods: no middleware can touch their calls.
 */
export function createRaw(client: Client): RawClient {
  const raw = createClient<paths>({ baseUrl: client.baseUrl, headers: client.headers });
  const requestRaw = raw.request as unknown as RequestMethod; // its types are for paths that are written out
  const request: RequestMethod = async (method, path, init: Init = {}) => {
    const fetch = transportOf(client, method, path, init, new Error());
    return requestRaw(method, path, { ...init, fetch });
  };
  const byMethod = Object.fromEntries(
    Object.keys(raw)
      .filter((name) => name === name.toUpperCase())
      .map((name) => [name, (path: string, init?: Init) => request(name, path, init)]),
  );
  return { ...raw, request, ...byMethod } as RawClient;
}

/** What openapi-fetch takes for `fetch` in one call: refusals of the API are answers to it. */
function transportOf(client: Client, method: string, path: string, init: Init, calledFrom: Error) {
  // Looked at before openapi-fetch does: what `Headers` throws quotes the value.
  checkHeaders({ ...init.headers, ...init.params?.header });
  const options = checkOptions(pickOptions(init), callOptions);
  const row = Object.values<OperationRow>(operations).find(
    (one) => one.method === method.toUpperCase() && one.path === path,
  );
  const caller = init.fetch ? { ...client, fetch: init.fetch } : client;
  return async (request: Request): Promise<Response> => {
    const { method, url, headers, signal } = request;
    const built = { method, url, headers: new Headers(headers), body: await bodyOf(request) };
    try {
      // All headers, those of middleware too: what is secret in them must be known.
      const given = { ...options, signal, headers: Object.fromEntries(headers) };
      const call = startCall(caller, built, given, row, calledFrom);
      return (await send({ ...call, row: row && rawRow(row) })).answer.toResponse();
    } catch (error) {
      const response = error instanceof ApiError && error.response;
      if (response) return response;
      throw error;
    }
  };
}

/** Any JSON, or nothing, is a success to openapi-fetch. */
const rawRow = ({ identity: _, ...row }: OperationRow): OperationRow => row;

/** Text, or bytes where it is no text, so that it can be sent again. */
async function bodyOf(request: Request): Promise<string | ArrayBuffer | undefined> {
  if (!request.body && !request.headers.has("content-type")) return undefined;
  const isText = /json|text|urlencoded/i.test(request.headers.get("content-type") ?? "");
  return isText ? request.text() : request.arrayBuffer();
}

function pickOptions(init: Init): CallOptions {
  return Object.fromEntries(Object.entries(init).filter(([name]) => name in callOptions));
}
