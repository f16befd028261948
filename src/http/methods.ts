import createClient from "openapi-fetch";
import { operations, type WebsetsMethods } from "../../generated/operations.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Client } from "./call.ts";
import { completeError } from "./complete-error.ts";
import type { CallPromise, CallResult } from "./method.ts";
import { iteratePages } from "./pages.ts";
import { readArguments } from "./read-arguments.ts";
import { type Delivered, send } from "./send.ts";
import { type BuiltRequest, baseUrlOf, startCall } from "./start-call.ts";

/** What openapi-fetch needs of a `Request`. A real one adds a quarter to the CPU that a call takes in Node. */
class PlainRequest {
  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
}

/** The methods of a client, one for each operation of the contract. */
export function createMethods(client: Client): WebsetsMethods {
  // Typed for paths that are written out, while these come from a table.
  const { request } = createClient<Record<string, never>>({
    baseUrl: client.baseUrl,
    headers: client.headers,
    Request: PlainRequest as never,
  }) as unknown as { request: RequestByRow };
  const methods = Object.entries<OperationRow>(operations).map(([name, row]) => [
    name,
    (...args: unknown[]) => startMethod(client, row, args, request),
  ]);
  return Object.fromEntries(methods) as WebsetsMethods; // the types are generated from the same rows
}

/** openapi-fetch's `request`, with a transport that gives more than a `Response`. */
type RequestByRow = (
  method: string,
  path: string,
  init: Readonly<Record<string, unknown>> & {
    readonly fetch: (request: BuiltRequest) => Promise<Delivered>;
  },
) => Promise<{ readonly response: Delivered }>;

/** Starts a call at once and gives its promise, which for a list is an iterator over all pages, too. */
function startMethod(
  client: Client,
  row: OperationRow,
  args: readonly unknown[],
  request: RequestByRow,
): CallPromise<unknown> {
  const calledFrom = new Error(); // here, where the caller is on the stack
  const complete = (error: unknown) =>
    completeError(error, { ...row, attempts: 0, delivery: "not-sent" }, client.secrets, calledFrom);

  const perform = async (following?: object): Promise<Delivered> => {
    try {
      const { path, query, body, options } = readArguments(row, args);
      const { response } = await request(row.method, row.path, {
        params: { path, query: { ...query, ...following } },
        baseUrl: baseUrlOf(client, row),
        headers: { "content-type": body && row.mediaType, ...options.headers },
        body,
        bodySerializer: String, // it is text already
        querySerializer: row.serializeQuery,
        parseAs: "stream", // has been read already
        fetch: async (built) => {
          const delivered = await send(startCall(client, built, options, row, calledFrom));
          return { ...delivered, ok: true, headers: new Map() }; // what openapi-fetch looks at
        },
      });
      return response;
    } catch (error) {
      throw complete(error);
    }
  };

  const result = perform();
  const data = result.then(dataOf);
  const promise = Object.assign(data, {
    withResponse() {
      data.catch(() => {}); // whoever asks for the whole result hears of its failure there
      return result.then(resultOf);
    },
  });
  const { page } = row;
  if (!page) return promise;
  return Object.assign(promise, {
    [Symbol.asyncIterator]: () =>
      iteratePages(page, {
        first: data,
        cursor: Object(args.at(-1))[page.cursor],
        follow: (cursor) => perform({ [page.cursor]: cursor }).then(dataOf),
        complete,
      }),
  });
}

const dataOf = ({ answer }: Delivered): unknown => answer.data;

const resultOf = ({ answer, attempts }: Delivered): CallResult<unknown> => ({
  data: answer.data,
  response: answer.toResponse(),
  requestId: answer.requestId,
  attempts,
});
