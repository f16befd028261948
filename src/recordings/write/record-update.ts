import { type ClientOptions, createWebsetsClient, type UpdateWebset } from "../../client.ts";
import type { Exchange } from "../../findings/exchange.ts";

/** Statuses that a `Response` with a body may not have (Fetch standard, null body status). */
const bodiless = new Set([101, 103, 204, 205, 304]);

/**
 * Makes one real update and gives what went over the wire, whatever the client makes of the answer. Nothing is left
 * out: the key is in it too, and must be scrubbed.
 * @throws WebsetsError where there was no answer.
 */
export async function recordUpdate(
  options: ClientOptions,
  id: string,
  body: UpdateWebset,
): Promise<Exchange> {
  const send = options.fetch ?? fetch;
  let last: Exchange | undefined;
  const capture: typeof fetch = async (input, init) => {
    last = undefined; // what an earlier attempt got is not this one's answer
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const response = await send(request);
    const text = await response.text();
    const { status, statusText, headers } = response;
    last = {
      request: {
        method: request.method,
        url: request.url,
        headers: plain(request.headers),
        body: sent,
      },
      response: { status, headers: plain(headers), body: text },
    };
    return new Response(bodiless.has(status) ? null : text, { status, statusText, headers });
  };
  let failure: unknown;
  const client = createWebsetsClient({ ...options, fetch: capture });
  await client.update(id, body).catch((error: unknown) => {
    failure = error;
  });
  if (last) return last;
  throw failure;
}

const plain = (headers: Headers): Record<string, string> => Object.fromEntries(headers);
