import type { Gaps } from "../../findings/exchange.ts";
import type { Source } from "../../findings/finding.ts";
import type { Recorded } from "../recorded.ts";
import { bodyGap } from "./body-state.ts";
import { readHeaders } from "./headers.ts";
import { isObject, kindOf, type Loose } from "./loose.ts";

const nothing: readonly never[] = [];

/**
 * One line of NDJSON, parsed: `{ request: { method, url, headers, body }, response: { status, headers, body } }`.
 * Bodies are the raw text, absent where there was none; headers are absent or empty where they were not kept; the
 * response is `null` where none came. Other members are ignored.
 */
export function ndjsonLine(line: Loose, source: Source): Recorded {
  const { request, response } = line;
  if (!isObject(request)) return { problem: `its request is ${kindOf(request)}`, source };
  const { method, url } = request;
  if (typeof method !== "string" || typeof url !== "string") {
    return { problem: "its request has no method or url", source };
  }
  const failed = (problem: string): Recorded => ({ problem, source, request: { method, url } });
  const sent = read(request, "request");
  if (typeof sent === "string") return failed(sent);
  const unanswered = { unanswered: { method, url, ...sent }, source, reasons: nothing };
  if (response === null) return unanswered;
  if (!isObject(response)) return failed(`its response is ${kindOf(response)}`);
  const { status } = response;
  if (typeof status !== "number" || !Number.isInteger(status))
    return failed("its response has no status");
  if (status <= 0) return unanswered;
  const got = read(response, "response", method === "HEAD" || status === 204 || status === 304);
  if (typeof got === "string") return failed(got);
  return {
    exchange: { request: { method, url, ...sent }, response: { status, ...got } },
    source,
    reasons: nothing,
  };
}

/** A side of an exchange, or why it is none. */
function read(message: Loose, side: "request" | "response", never = false) {
  const headers = readHeaders(message.headers ?? {});
  if (!headers) return `its ${side} headers are no names and values`;
  const { body } = message;
  if (typeof body !== "string" && body !== null && body !== undefined)
    return `its ${side} body is ${kindOf(body)} where the raw text belongs`;
  const headersKnown = !isEmpty(headers);
  // Nearly all lines: the rest need not be looked at.
  if (body && headersKnown && headers["content-length"] === undefined) return { headers, body };
  const gap = bodyGap({
    ...{ side, headers, headersKnown, never, mentioned: false },
    text: body ?? "",
  });
  if (headersKnown && !gap) return { headers, body };
  const gaps: Gaps = {
    ...(!headersKnown && { headers: "not-recorded" }),
    ...(gap && { body: gap }),
  };
  return { headers, body: gap ? undefined : body, gaps };
}

function isEmpty(headers: Readonly<Record<string, string>>): boolean {
  for (const _ in headers) return false;
  return true;
}
