import { requestIdHeader } from "../../generated/operations.ts";
import type { RefusedAnswer } from "../errors.ts";
import type { Secrets } from "./secrets.ts";

/** What is known of an answer before its body is read. Secrets are hidden. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  /** By lower-case name, without `set-cookie`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A complete answer as others may see it: read to its end, secrets hidden. */
export interface Answer extends Head, RefusedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed JSON, the text where it is not JSON, `undefined` where there is none. */
  readonly data: unknown;
  readonly isJson: boolean;
  readonly requestId: string | undefined;
}

/** The answer of a head and the text of its body. Hidden before it is parsed, so that no value of it holds a secret. */
export function makeAnswer(head: Head, body: string, secrets: Secrets): Answer {
  const text = secrets.hide(body);
  let data: unknown = text || undefined;
  let isJson = true;
  try {
    data = JSON.parse(text);
  } catch {
    isJson = false;
  }
  const { requestId } = Object(data);
  return {
    ...head,
    text,
    data,
    isJson,
    requestId: head.headers[requestIdHeader] ?? textOr(requestId),
    toResponse: () => toResponse(head, text),
  };
}

/** What a server may send as anything. */
export const textOr = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Statuses that a `Response` with a body may not have (Fetch standard, null body status). */
const bodiless = [101, 103, 204, 205, 304];

function toResponse({ status, ...init }: Head, text: string): Response {
  const response = new Response(bodiless.includes(status) ? null : text, init);
  // `new Response` takes 200 to 599 only, and a server may send what it likes.
  return Object.defineProperties(response, {
    status: { value: status },
    ok: { value: isSuccess(status) },
    // As often as anyone likes.
    text: { value: async () => text },
    json: { value: async () => JSON.parse(text) },
  });
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
