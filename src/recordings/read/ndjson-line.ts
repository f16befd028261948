import type { Source } from "../../findings/finding.ts";
import type { Recorded } from "../recorded.ts";
import { kindOf } from "./bodies.ts";
import { readHeaders } from "./headers.ts";

/** What is looked at of a line; nothing of it can be relied on. */
type Loose = { readonly [key: string]: unknown };

const nothing: readonly never[] = [];

/**
 * One line of NDJSON, parsed: `{ request: { method, url, headers, body }, response: { status, headers, body } }`.
 * Bodies are the raw text; other members are ignored.
 */
export function ndjsonLine(line: unknown, source: Source): Recorded {
  if (!isObject(line)) return { problem: `the line is ${kindOf(line)}, not an exchange`, source };
  const { request, response } = line;
  if (!isObject(request)) return { problem: `its request is ${kindOf(request)}`, source };
  const { method, url, body: sent } = request;
  if (typeof method !== "string" || typeof url !== "string") {
    return { problem: "its request has no method or url", source };
  }
  const failed = (problem: string): Recorded => ({ problem, source, request: { method, url } });
  if (!isObject(response)) return failed(`its response is ${kindOf(response)}`);
  const { status, body: got } = response;
  if (typeof status !== "number" || !Number.isInteger(status) || status <= 0)
    return failed("its response has no status");
  const requestHeaders = readHeaders(request.headers);
  if (!requestHeaders) return failed("its request has no headers");
  const responseHeaders = readHeaders(response.headers);
  if (!responseHeaders) return failed("its response has no headers");
  if (!isText(sent))
    return failed(`its request body is ${kindOf(sent)} where the raw text belongs`);
  if (!isText(got)) return failed(`its response body is ${kindOf(got)} where the raw text belongs`);
  return {
    exchange: {
      request: { method, url, headers: requestHeaders, body: sent },
      response: { status, headers: responseHeaders, body: got },
    },
    source,
    unrecorded: nothing,
  };
}

function isText(value: unknown): value is string | null | undefined {
  return typeof value === "string" || value === null || value === undefined;
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
