/**
 * The body as text, counted while it comes in. Neither Content-Length nor the compressed size is trusted: a few
 * kilobytes can unpack to gigabytes, and browsers hide Content-Encoding from cross-origin callers.
 * @throws undefined for a body of more than `limit` bytes, or whatever broke the stream.
 */
export async function readBody(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = limit; reader; ) {
    const { value } = await reader.read();
    if (!value) break;
    left -= value.length;
    if (left < 0) throw undefined;
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
