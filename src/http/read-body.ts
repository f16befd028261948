/** What fetches give, those without web streams included: node-fetch, cross-fetch, React Native, doubles in tests. */
export interface ResponseLike {
  readonly body?: unknown;
  readonly text?: () => Promise<string>;
  readonly json?: () => Promise<unknown>;
}

/**
 * Reads a body to its end: by its stream, else by `text()`, else by `json()`.
 * @param limit bytes that it may have, decompressed. Counted while it comes in where it comes as a stream: neither
 * Content-Length nor the compressed size can be trusted, as a few kilobytes unpack to gigabytes.
 * @returns `undefined` where it has more.
 * @throws what broke it.
 */
export async function readBody(response: ResponseLike, limit: number): Promise<string | undefined> {
  const stream = webStream(response.body);
  if (stream) return readStream(stream, limit);
  const text = await readWhole(response);
  const isLonger = text.length > limit / 3 && new TextEncoder().encode(text).length > limit;
  return isLonger ? undefined : text;
}

/** Frees the connection of an answer whose body will not be read. */
export function discardBody({ body }: ResponseLike): void {
  const stream = webStream(body);
  if (stream) stream.cancel().catch(() => {});
  else (body as { destroy?: () => void } | null | undefined)?.destroy?.(); // node-fetch's
}

function webStream(body: unknown): ReadableStream<Uint8Array> | undefined {
  return Object(body).getReader ? (body as ReadableStream<Uint8Array>) : undefined;
}

async function readStream(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<string | undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let left = limit;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    left -= value.length;
    if (left < 0) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function readWhole(response: ResponseLike): Promise<string> {
  if (response.text) return response.text();
  const value = await response.json?.();
  return value === undefined ? "" : JSON.stringify(value);
}
