import { type ClientOptions, createWebsetsClient, type WebsetsClient } from "../../client.ts";
import type { Exchange } from "../../findings/exchange.ts";

/** Statuses that a `Response` with a body may not have (Fetch standard, null body status). */
const bodiless = new Set([101, 103, 204, 205, 304]);

/** What went over the wire, and what the client made of it. */
export interface RecordedCall {
  /** Nothing is left out: the key is in it too, and must be scrubbed. A body that was not read to its end is a gap. */
  readonly exchange: Exchange;
  /** Why the client refused the answer; undefined where it took it. */
  readonly failure: unknown;
}

/**
 * Makes one real call and listens in. The client reads, under its own limits: of a body that it does not read, or not
 * to its end, nothing is kept.
 * @throws WebsetsError where there was no answer.
 */
export async function recordCall(
  options: ClientOptions,
  call: (client: WebsetsClient) => Promise<unknown>,
): Promise<RecordedCall> {
  const send = options.fetch ?? fetch;
  let last: (() => Exchange) | undefined;
  const listening: typeof fetch = async (input, init) => {
    last = undefined; // what an earlier attempt got is not this one's answer
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const response = await send(request);
    const { status, statusText, headers } = response;
    const tap = bodiless.has(status) ? undefined : tapOf(response.body);
    last = () => ({
      request: {
        method: request.method,
        url: request.url,
        headers: plain(request.headers),
        body: sent,
      },
      response: { status, headers: plain(headers), ...tap?.body() },
    });
    return new Response(tap?.stream ?? null, { status, statusText, headers });
  };
  let failure: unknown;
  const client = createWebsetsClient({ ...options, fetch: listening });
  await call(client).catch((error: unknown) => {
    failure = error;
  });
  if (last) return { exchange: last(), failure };
  throw failure;
}

/** The same stream, and what was read of it. */
function tapOf(body: ReadableStream<Uint8Array<ArrayBuffer>> | null) {
  const parts: Uint8Array[] = [];
  let isWhole = body === null;
  const tap = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      parts.push(chunk);
      controller.enqueue(chunk);
    },
    flush() {
      isWhole = true;
    },
  });
  return {
    stream: body?.pipeThrough(tap) ?? null,
    body: (): Pick<Exchange["response"], "body" | "gaps"> =>
      isWhole
        ? { body: Buffer.concat(parts).toString("utf8") }
        : { gaps: { body: parts.length > 0 ? "cut" : "not-recorded" } },
  };
}

/** Without a prototype: a header may be called anything. */
const plain = (headers: Headers): Record<string, string> =>
  Object.assign(Object.create(null), Object.fromEntries(headers));
