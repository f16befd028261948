import { inject } from "vitest";
import { operations } from "../../generated/operations.ts";
import type { CallResult } from "../../src/http/method.ts";
import { ApiError, createWebsetsClient, type Exchange } from "../../src/index.ts";
import { operationsOf } from "../../src/openapi/description.ts";
import { parameterValue } from "../../src/openapi/examples.ts";
import type { OperationRow } from "../../src/openapi/operation-row.ts";
import { description } from "./contract.ts";

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

/** Calls an operation on Prism's mock by the client's method for it, with what the contract gives as examples. */
export async function callMock(call: Call, { dropKey = false } = {}): Promise<Outcome> {
  const { operation, body, headers = {} } = call;
  const [name, row] = Object.entries<OperationRow>(operations).find(
    ([, one]) => `${one.method} ${one.path}` === operation,
  ) ?? ["", undefined];
  const documented = operationsOf(description).find((one) => one.name === operation);
  if (!row || !documented) throw new Error(`the client has no method for ${operation}`);
  let exchange: Exchange | undefined;
  const client = createWebsetsClient({
    apiKey: "test-key",
    baseUrl: inject("mockUrl"),
    maxRetries: 0,
    async fetch(input, init) {
      const request = new Request(input, init);
      if (dropKey) for (const key of keysOf(request)) request.headers.delete(key);
      const sent = await request.clone().text();
      const response = await fetch(request);
      exchange = exchangeOf(request, sent, response, await response.clone().text());
      return response;
    },
  });
  const given = (place: string) =>
    documented.parameters
      .filter((one) => one.in === place && (place === "path" || one.required))
      .map((one) => [one.name ?? "", parameterValue(description, one)] as const);
  const args = [
    ...given("path").map(([, value]) => String(value)),
    ...(row.body ? [body] : []),
    { ...Object.fromEntries(given("query")), headers },
  ];
  const method = client[name as keyof typeof operations] as unknown as Method; // by the table
  const result = await method(...args)
    .withResponse()
    .then(({ response, data }): Result => ({ status: response.status, body: data }))
    .catch(refusal);
  if (!exchange) throw new Error(`${operation} was not sent`);
  return { operation, ...result, exchange };
}

type Method = (...args: unknown[]) => { withResponse(): Promise<CallResult<unknown>> };

/** The headers that carry the key. */
const keysOf = ({ headers }: Request): string[] =>
  [...headers].filter(([, value]) => value.includes("test-key")).map(([name]) => name);

function refusal(error: unknown): Result {
  if (!(error instanceof ApiError)) throw error;
  return { status: error.status, body: error.body, error };
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
