/** What was read of a body. */
export type ReadBody =
  | { readonly text: string }
  | { readonly failed: "too-large" }
  | { readonly failed: "truncated"; readonly cause: unknown };

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
 */
export async function readBody(response: ResponseLike, limit: number): Promise<ReadBody> {
  try {
    const stream = webStream(response.body);
    if (stream) return await readStream(stream, limit);
    const text = await readWhole(response);
    const size = text.length > limit / 3 ? new TextEncoder().encode(text).length : text.length;
    return size > limit ? { failed: "too-large" } : { text };
  } catch (cause) {
    return { failed: "truncated", cause };
  }
}

/** Frees the connection of an answer whose body will not be read. */
export function discardBody({ body }: ResponseLike): void {
  const stream = webStream(body);
  if (stream) stream.cancel().catch(() => {});
  else (body as { destroy?: () => void } | null | undefined)?.destroy?.(); // node-fetch's
}

function webStream(body: unknown): ReadableStream<Uint8Array> | undefined {
  const { getReader } = Object(body);
  return typeof getReader === "function" ? (body as ReadableStream<Uint8Array>) : undefined;
}

async function readStream(stream: ReadableStream<Uint8Array>, limit: number): Promise<ReadBody> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let left = limit;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode() };
    left -= value.length;
    if (left < 0) {
      reader.cancel().catch(() => {});
      return { failed: "too-large" };
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function readWhole(response: ResponseLike): Promise<string> {
  if (response.text) return response.text();
  const value = await response.json?.();
  return value === undefined ? "" : JSON.stringify(value);
}
