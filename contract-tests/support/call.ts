import { inject } from "vitest";
import type { Exchange } from "../../src/index.ts";
import {
  ApiError,
  createWebsetsClient,
  type UpdateWebset,
  type WebsetsClient,
} from "../../src/index.ts";

/** A call as the contract describes it, known only when the tests run. */
export interface Call {
  /** `METHOD /path/{template}`. */
  readonly operation: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** What a caller of the client gets to see, and what went over the wire. */
export interface Outcome {
  readonly operation: string;
  readonly status: number;
  /** The data it resolved to, or the body of the error that it threw. */
  readonly body: unknown;
  /** What it threw. */
  readonly error?: ApiError;
  readonly exchange: Exchange;
}

type Result = Omit<Outcome, "exchange" | "operation">;

/** The operations for which the client has a method of its own. */
const methods: Record<string, (client: WebsetsClient, call: Call) => Promise<Result>> = {
  "POST /v0/websets/{id}": async (client, { body, headers = {} }) => {
    // The cases come from the contract, from which the type is made, too.
    const result = await client.update(pathValue, body as UpdateWebset, { headers }).withResponse();
    return { status: result.response.status, body: result.data };
  },
};

/** Whether the client has a method of its own for the operation, which throws what is no success. */
export const hasMethod = (operation: string): boolean => operation in methods;

/** What stands for each path parameter. */
export const pathValue = "webset_01kaq2xeczg1mgecgdr3774pf1";

/** Calls an operation on Prism's mock: by the client's own method if it has one, else by openapi-fetch. */
export async function callMock(call: Call, { dropKey = false } = {}): Promise<Outcome> {
  let exchange: Exchange | undefined;
  const client = createWebsetsClient({
    apiKey: "test-key",
    baseUrl: inject("mockUrl"),
    maxRetries: 0,
    async fetch(input, init) {
      const request = new Request(input, init);
      if (dropKey) request.headers.delete("x-api-key");
      const sent = await request.clone().text();
      const response = await fetch(request);
      exchange = exchangeOf(request, sent, response, await response.clone().text());
      return response;
    },
  });
  const result = await (methods[call.operation] ?? generic)(client, call).catch(refusal);
  if (!exchange) throw new Error(`${call.operation} was not sent`);
  return { operation: call.operation, ...result, exchange };
}

function refusal(error: unknown): Result {
  if (!(error instanceof ApiError)) throw error;
  return { status: error.status, body: error.body, error };
}

async function generic(client: WebsetsClient, { operation, body, headers }: Call): Promise<Result> {
  const [method = "", path = ""] = operation.split(" ");
  const names = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => [name, pathValue]);
  // Typed by operation, and which one it is shows only now.
  const request = client.raw.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
  const params = { path: Object.fromEntries(names) };
  const { data, error, response } = await request(method.toLowerCase(), path, {
    params,
    body,
    headers,
  });
  return { status: response.status, body: data ?? error };
}

function exchangeOf(request: Request, sent: string, response: Response, got: string): Exchange {
  return {
    request: {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: sent,
    },
    response: { status: response.status, headers: Object.fromEntries(response.headers), body: got },
  };
}
