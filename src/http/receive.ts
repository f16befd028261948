import {
  ApiError,
  apiErrors,
  RedirectError,
  type UnreadableReason,
  UnreadableResponseError,
  type WebsetsError,
} from "../errors.ts";
import type { Exchange } from "../findings/exchange.ts";
import { retryAt } from "./retry.ts";
import type { Answer } from "./settings.ts";

type ErrorClass = new (message: string, details?: object) => WebsetsError;

/**
 * Reads an answer to its end and judges it.
 * @param left bytes that its body may have.
 * @param key what the server must not bring into an error or an event.
 * @param now ms since 1970.
 * @param see gets the complete answer as others may see it, before it is judged.
 * @param webset whether a success must be a Webset; any JSON, or nothing, will do otherwise.
 * @returns the response, its body read: `text()` and `json()` answer from memory.
 * @throws WebsetsError for all but the answer that was asked for; what `see` throws.
 */
export async function receive(
  response: Response,
  left: number,
  key: string,
  now: number,
  see: (response: Exchange["response"]) => void,
  webset?: boolean,
): Promise<Answer> {
  const { status, ok, headers } = response;
  const { "set-cookie": _, ...shown } = Object.fromEntries(headers);
  const fail = (Kind: ErrorClass, said: string, details?: object) =>
    Object.assign(new Kind(`${status} ${said}`, details), { status }, details);
  const unreadable = (reason: UnreadableReason, more?: object) =>
    fail(UnreadableResponseError, reason, { ...more, reason });
  // Browsers show a redirect that was not followed as status 0.
  if (!ok && status < 400) throw fail(RedirectError, "redirect: check baseUrl");
  // Not read: it may be a stream without an end. Where no type is given, the body speaks for itself.
  if (ok && !/^(application\/json *(;|$)|$)/i.test(shown["content-type"] ?? ""))
    throw unreadable("media-type");
  // Counted while it comes in. Neither Content-Length nor the compressed size is trusted: a few kilobytes can unpack to
  // gigabytes, and browsers hide Content-Encoding from cross-origin callers.
  let text = "";
  try {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    do {
      const chunk = (await reader?.read())?.value;
      text += decoder.decode(chunk, { stream: chunk as never }); // true while there is one
      left -= chunk?.length as number; // NaN at the end
    } while (left >= 0);
  } catch (cause) {
    // Of a refusal the status says enough.
    if (ok) throw unreadable("truncated", { cause });
  }
  if (ok && left < 0) throw unreadable("too-large");
  // A server that echoes the key must not bring it into an error or a log; a very short one would match by chance.
  if (key[7]) text = text.replaceAll(key, "[redacted]");
  let data: unknown = text;
  try {
    data = JSON.parse(text);
  } catch {}
  let { id, object, tag, requestId } = Object(data);
  requestId = shown["x-request-id"] ?? requestId;
  Object.assign(response, {
    text: async () => text,
    json: async () => data,
    requestId,
  });
  see({ status, headers: shown, body: text });
  // Live servers answer 400 to a bad key.
  if (!ok)
    throw fail(
      apiErrors[(/^400(?=.*api.key).*invalid/is.test(status + text) ? 401 : status) as 400] ??
        ApiError,
      text.slice(0, 200),
      {
        headers,
        body: data,
        tag,
        requestId,
        retryAt: retryAt(shown, now),
        response,
      },
    );
  // No text is its own JSON value: it was not parsed.
  if (webset ? object !== "webset" || typeof id !== "string" : data === text && text)
    throw unreadable(data !== text ? "not-a-webset" : text ? "not-json" : "empty");
  return response as Answer;
}
