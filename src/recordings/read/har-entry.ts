import type { Source } from "../../findings/finding.ts";
import type { Recorded, RecordedExchange } from "../recorded.ts";
import { BodyError, bodyText, type HarBody, kindOf } from "./bodies.ts";
import { readHeaders } from "./headers.ts";

/** What is looked at of a HAR entry; nothing of it can be relied on. */
type Loose = { readonly [key: string]: unknown };

/** Statuses that never have a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const bodiless = new Set([204, 205, 304]);

/** One entry of `log.entries`, parsed, as an exchange. */
export function harEntry(entry: unknown, source: Source): Recorded {
  if (!isObject(entry)) return { problem: `the entry is ${kindOf(entry)}, not an object`, source };
  const { request, response } = entry;
  if (!isObject(request)) return { problem: `its request is ${kindOf(request)}`, source };
  const { method, url } = request;
  if (typeof method !== "string" || typeof url !== "string") {
    return { problem: "its request has no method or url", source };
  }
  const asked = { method, url };
  if (!isObject(response))
    return { problem: `its response is ${kindOf(response)}`, source, request: asked };
  const { status } = response;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 0) {
    return { problem: "its response has no status", source, request: asked };
  }
  // Browsers write status 0 for a call that was blocked, aborted or failed on the network.
  if (status === 0) return { problem: "it got no response (status 0)", source, request: asked };
  try {
    return exchangeOf(asked, request, response, status, source);
  } catch (error) {
    if (error instanceof BodyError) return { problem: error.message, source, request: asked };
    throw error;
  }
}

function exchangeOf(
  asked: { method: string; url: string },
  request: Loose,
  response: Loose,
  status: number,
  source: Source,
): RecordedExchange {
  const content = isObject(response.content) ? response.content : {};
  const postData = isObject(request.postData) ? request.postData : undefined;
  const sent = headersOf(request.headers, postData?.mimeType, "request");
  const got = headersOf(response.headers, content.mimeType, "response");
  const sentBody = read(postData ?? {}, sent, "request");
  const gotBody = read(content, got, "response");
  const unrecorded: ("/request/body" | "/response/body")[] = [];
  if (sentBody === undefined && (postData !== undefined || positive(request.bodySize)))
    unrecorded.push("/request/body");
  const empty =
    bodiless.has(status) || asked.method === "HEAD" || saysEmpty(content, response, got);
  if (gotBody === undefined && !empty) unrecorded.push("/response/body");
  return {
    exchange: {
      request: { ...asked, headers: sent, body: sentBody },
      response: { status, headers: got, body: gotBody },
    },
    source,
    unrecorded,
  };
}

function read(body: HarBody, headers: Record<string, string>, side: string): string | undefined {
  try {
    return bodyText(body, headers["content-encoding"] ?? "");
  } catch (error) {
    if (error instanceof BodyError)
      throw new BodyError(`its ${side} body ${error.message}`, { cause: error });
    throw error;
  }
}

/** The recorded headers; where a recorder kept none at all, what it says of the media type stands in. */
function headersOf(value: unknown, mimeType: unknown, side: string): Record<string, string> {
  const headers = readHeaders(value ?? []);
  if (!headers) throw new BodyError(`its ${side} headers are not a list of names and values`);
  if (Object.keys(headers).length === 0 && typeof mimeType === "string" && mimeType !== "") {
    headers["content-type"] = mimeType;
  }
  return headers;
}

/** Does the recording say that the response had no body, as opposed to saying nothing about it? */
function saysEmpty(content: Loose, response: Loose, headers: Record<string, string>): boolean {
  if (content.size === 0) return !positive(response.bodySize);
  if (positive(content.size)) return false;
  return headers["content-length"] === "0" || response.bodySize === 0;
}

function positive(value: unknown): boolean {
  return typeof value === "number" && value > 0;
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
