import type { RefusedAnswer } from "../errors.ts";
import type { Secrets } from "./secrets.ts";

/** By wide convention, whatever the API. */
const requestIdHeader = "x-request-id";

/** A complete answer as others may see it: read to its end, secrets hidden. */
export interface Answer extends RefusedAnswer {
  readonly status: number;
  readonly statusText: string;
  /** By lower-case name, without `set-cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed JSON, the text where it is not JSON, `undefined` where there is none. */
  readonly data: unknown;
  readonly isJson: boolean;
  readonly requestId: string | undefined;
}

/** What is known of an answer before its body is read. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param response of whatever fetch: its headers may be `Headers`, a map or a plain object. */
export function readHead(
  response: { readonly status: number; readonly statusText?: string; readonly headers?: unknown },
  secrets: Secrets,
): Head {
  const { status, statusText = "", headers } = response;
  return {
    status: Number(status),
    statusText: secrets.hide(statusText),
    headers: secrets.hideHeaders(entriesOf(headers)),
  };
}

/** The answer of a head and the text of its body. Hidden before it is parsed, so that no value of it holds a secret. */
export function makeAnswer(head: Head, body: string, secrets: Secrets): Answer {
  const text = secrets.hide(body);
  const parsed = parse(text);
  const data = parsed ? parsed.value : text || undefined;
  const { requestId } = Object(data);
  return {
    ...head,
    text,
    data,
    isJson: parsed !== undefined,
    requestId:
      head.headers[requestIdHeader] ?? (typeof requestId === "string" ? requestId : undefined),
    toResponse: () => toResponse(head, text),
  };
}

/** Statuses that a `Response` with a body may not have (Fetch standard, null body status). */
const bodiless = [101, 103, 204, 205, 304];

function toResponse(head: Head, text: string): Response {
  const { status, ...init } = head;
  const response = new Response(bodiless.includes(status) ? null : text, init);
  // `new Response` takes 200 to 599 only, and a server may send what it likes.
  return Object.defineProperties(response, {
    status: { value: status },
    ok: { value: status >= 200 && status < 300 },
    // As often as anyone likes.
    text: { value: async () => text },
    json: { value: async () => JSON.parse(text) },
  });
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function entriesOf(headers: unknown): Iterable<readonly [string, string]> {
  const { [Symbol.iterator]: iterator } = Object(headers);
  return typeof iterator === "function"
    ? (headers as Iterable<[string, string]>)
    : Object.entries(Object(headers));
}
