/** What `readBody` throws for a body of more than `limit` bytes. */
export const tooLarge = Symbol("too large");

/**
 * The body as text, counted while it comes in. Neither Content-Length nor the compressed size is trusted: a few
 * kilobytes can unpack to gigabytes, and browsers hide Content-Encoding from cross-origin callers.
 */
export async function readBody(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  // No stream means no body, or a runtime that has no streams.
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > limit) throw tooLarge;
    text += decoder.decode(value, { stream: true });
  }
}
