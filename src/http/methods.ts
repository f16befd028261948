import createClient from "openapi-fetch";
import { operations, type WebsetsMethods } from "../../generated/operations.ts";
import { type ErrorContext, WebsetsError } from "../errors.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Client } from "./call.ts";
import { completeError } from "./complete-error.ts";
import type { CallPromise, CallResult } from "./method.ts";
import { iteratePages } from "./pages.ts";
import { type Arguments, readArguments } from "./read-arguments.ts";
import { type Delivered, send } from "./send.ts";
import { serializerOf } from "./serialize-query.ts";
import { baseUrlOf, startCall } from "./start-call.ts";

/** What openapi-fetch needs of a `Request`. A real one adds a quarter to the CPU that a call takes in Node. */
class PlainRequest {
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;
  readonly url: string;
  constructor(url: string, init: object) {
    this.url = url;
    Object.assign(this, init);
  }
}

/** What openapi-fetch needs of a `Response`; the answer has been read already. */
class PlainResponse {
  readonly ok = true;
  readonly headers = { get: () => null };
  readonly delivered: Delivered;
  constructor(delivered: Delivered) {
    this.delivered = delivered;
  }
  text(): string {
    return "";
  }
}

/** Makes one call of an operation. */
type CallOperation = (row: OperationRow, args: Arguments, calledFrom: Error) => Promise<Delivered>;

/** The methods of a client, one for each operation of the contract. */
export function createMethods(client: Client): WebsetsMethods {
  const call = createCall(client);
  const methods = Object.entries<OperationRow>(operations).map(([name, row]) => [
    name,
    (...args: unknown[]) => startMethod(client, row, args, call),
  ]);
  return Object.fromEntries(methods) as WebsetsMethods; // the types are generated from the same rows
}

/** The openapi-fetch client that all methods go through, with the transport as its `fetch`. */
function createCall(client: Client): CallOperation {
  const { request } = createClient<Record<string, never>>({
    baseUrl: client.baseUrl,
    headers: client.headers,
    Request: PlainRequest as unknown as typeof Request, // called with new, used as data
  });
  return async (row, { path, query, body, options }, calledFrom) => {
    const transport = async (request: PlainRequest) =>
      new PlainResponse(await send(startCall(client, request, options, row, calledFrom)));
    const init = {
      params: { path, query },
      baseUrl: baseUrlOf(client, row),
      headers: row.mediaType
        ? { "content-type": row.mediaType, ...options.headers }
        : options.headers,
      body,
      bodySerializer: (text: string) => text,
      ...(row.join && { querySerializer: serializerOf(row.join) }),
      parseAs: "text",
      fetch: transport,
    };
    // Typed for paths that are written out, while these come from a table.
    const { response } = await request(
      row.method.toLowerCase() as never,
      row.path as never,
      init as never,
    );
    return (response as unknown as PlainResponse).delivered;
  };
}

/** Starts a call at once and gives its promise, which for a list is an iterator over all pages, too. */
function startMethod(
  client: Client,
  row: OperationRow,
  args: readonly unknown[],
  call: CallOperation,
): CallPromise<unknown> {
  const calledFrom = new Error(); // here, where the caller is on the stack
  const complete = (error: unknown) =>
    completeError(error, contextOf(row), client.secrets, calledFrom);
  const perform = async (query?: Readonly<Record<string, unknown>>) => {
    try {
      const read = readArguments(row, args);
      return await call(row, { ...read, query: { ...read.query, ...query } }, calledFrom);
    } catch (error) {
      throw isComplete(error) ? error : complete(error);
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

/** What is known of a call that was refused before there was a request. */
const contextOf = ({ method, path }: OperationRow): ErrorContext => {
  return { method, path, attempts: 0, delivery: "not-sent" };
};

const isComplete = (error: unknown): boolean =>
  error instanceof WebsetsError && error.method !== "";
