import type { Gaps } from "../../findings/exchange.ts";
import type { Source } from "../../findings/finding.ts";
import type { GapReason, Recorded } from "../recorded.ts";
import type { Attachments } from "./attachments.ts";
import { BodyError, bytesToText, decodeBody, type HarBody } from "./bodies.ts";
import { bodyGap } from "./body-state.ts";
import { readHeaders } from "./headers.ts";
import { isObject, kindOf, type Loose } from "./loose.ts";

/** Statuses that never have a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const bodiless = new Set([204, 205, 304]);

/** Media types that recorders write where they know none. */
const placeholderTypes = new Set(["", "x-unknown"]);

/** One entry of `log.entries`, parsed, as an exchange. */
export function harEntry(entry: unknown, source: Source, attachments: Attachments): Recorded {
  if (!isObject(entry)) return { problem: `the entry is ${kindOf(entry)}, not an object`, source };
  const { request, response } = entry;
  if (!isObject(request)) return { problem: `its request is ${kindOf(request)}`, source };
  const { method, url } = request;
  if (typeof method !== "string" || typeof url !== "string") {
    return { problem: "its request has no method or url", source };
  }
  if (!isObject(response))
    return { problem: `its response is ${kindOf(response)}`, source, request: { method, url } };
  const { status } = response;
  if (typeof status !== "number" || !Number.isInteger(status))
    return { problem: "its response has no status", source, request: { method, url } };
  const postData = isObject(request.postData) ? request.postData : undefined;
  const reader = new MessageReader(attachments);
  const sent = reader.read("request", request, postData, {
    wireSize: request.bodySize,
    never: postData === undefined && (method === "GET" || method === "HEAD"),
  });
  // Browsers and Playwright write status 0 or -1 for a call that was blocked, aborted or failed on the network.
  if (status <= 0) {
    return { unanswered: { method, url, ...sent }, source, reasons: reader.reasons };
  }
  const content = isObject(response.content) ? response.content : undefined;
  const got = reader.read("response", response, content, {
    decodedSize: content?.size,
    wireSize: response.bodySize,
    never: bodiless.has(status) || status < 200 || method === "HEAD",
  });
  return {
    exchange: { request: { method, url, ...sent }, response: { status, ...got } },
    source,
    reasons: reader.reasons,
  };
}

/** Headers, body, and what of them is unknown. */
interface Message {
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly gaps?: Gaps;
}

interface Sizes {
  readonly decodedSize?: unknown;
  readonly wireSize: unknown;
  readonly never: boolean;
}

class MessageReader {
  readonly reasons: GapReason[] = [];
  readonly #attachments: Attachments;

  constructor(attachments: Attachments) {
    this.#attachments = attachments;
  }

  /** @param bodyOf `content` or `postData` */
  read(side: GapReason["side"], message: Loose, bodyOf: Loose | undefined, sizes: Sizes): Message {
    const body = bodyOf ?? {};
    const list = readHeaders(message.headers ?? []);
    const headers = list ?? {};
    const none = Object.keys(headers).length === 0;
    if (!list)
      this.reasons.push({ side, part: "headers", reason: "they are no list of names and values" });
    // What the recorder says of the media type stands in.
    const { mimeType } = body;
    if (none && typeof mimeType === "string" && !placeholderTypes.has(mimeType))
      headers["content-type"] = mimeType;
    // No recorder sees a message without headers: HTTP needs some for every one (RFC 9112, section 3.2).
    const headersGap = list ? (none ? "not-recorded" : undefined) : "undecodable";
    const read = this.#body(side, body, headers["content-encoding"] ?? "");
    const { text } = read;
    const bodyIs =
      read.gap ??
      bodyGap({
        ...{ ...sizes, side, text, headers },
        ...{ headersKnown: !headersGap, mentioned: bodyOf !== undefined },
      });
    const known = { headers, body: bodyIs ? undefined : text };
    if (!headersGap && !bodyIs) return known;
    return {
      ...known,
      gaps: { ...(headersGap && { headers: headersGap }), ...(bodyIs && { body: bodyIs }) },
    };
  }

  #body(
    side: GapReason["side"],
    body: HarBody & Loose,
    contentEncoding: string,
  ): { readonly text?: string | undefined; readonly gap?: Gaps["body"] } {
    try {
      const decoded =
        !body.text && body._file !== undefined
          ? bytesToText(this.#attachments(body._file), contentEncoding)
          : decodeBody(body, contentEncoding);
      return typeof decoded === "object" ? { gap: "not-utf8" } : { text: decoded };
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      this.reasons.push({ side, part: "body", reason: error.message });
      return { gap: "undecodable" };
    }
  }
}
