import { keyHeader } from "../../generated/operations.ts";
import {
  ApiError,
  apiErrors,
  type Delivery,
  RedirectError,
  type UnreadableReason,
  UnreadableResponseError,
} from "../errors.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Answer, Head } from "./answer.ts";
import { oneLine } from "./one-line.ts";
import { retryAt } from "./retry-after.ts";

export const isSuccess = ({ status }: Head): boolean => status >= 200 && status < 300;

/**
 * What a status says of the request. A refusal was not carried out, and neither was what must be sent anew elsewhere
 * (307, 308). Other redirects follow what was carried out (RFC 9110, section 15.4.4); after a 5xx nobody knows.
 */
export function deliveryOf({ status }: Head): Delivery {
  const refused = (status >= 400 && status < 500) || status === 307 || status === 308;
  return refused ? "rejected" : "unknown";
}

/**
 * Refuses an answer by its head alone, before its body is read: that may be a stream without end.
 * @throws RedirectError | UnreadableResponseError
 */
export function judgeHead(head: Head, row: OperationRow | undefined): void {
  const { status, headers } = head;
  // Browsers show a redirect that was not followed as status 0.
  if (status < 200 || (status >= 300 && status < 400))
    throw new RedirectError(`${status} redirect, not followed: check baseUrl`, { status });
  // Where no type is given, the body speaks for itself.
  const type = headers["content-type"]?.trim() || "application/json";
  if (isSuccess(head) && !row?.answer && !/^application\/json\s*(;|$)/i.test(type))
    throw unreadable(status, "media-type", `${oneLine(type, 60)} instead of JSON`);
}

/**
 * Takes a complete answer for what was asked for, or throws.
 * @param row says what a success must have; without it any JSON, or nothing, will do.
 * @param now ms since 1970.
 * @throws ApiError | UnreadableResponseError
 */
export function judgeAnswer(answer: Answer, row: OperationRow | undefined, now: number): Answer {
  const { status, text, data, isJson } = answer;
  if (!isSuccess(answer)) throw apiError(answer, now);
  const identity = row?.identity;
  if (!text) {
    if (identity) throw unreadable(status, "empty", "an answer without a body");
  } else if (!isJson && !row?.answer) throw unreadable(status, "not-json", "the body is no JSON");
  else if (identity && !hasIdentity(data, identity))
    throw unreadable(status, "wrong-object", "JSON of another kind than was asked for");
  return answer;
}

export function unreadable(
  status: number,
  reason: UnreadableReason,
  says: string,
  cause?: unknown,
): UnreadableResponseError {
  return new UnreadableResponseError(`${status} ${reason}: ${says}`, { reason, status, cause });
}

function hasIdentity(data: unknown, identity: NonNullable<OperationRow["identity"]>): boolean {
  const object = Object(data);
  return identity.every(([property, constant]) =>
    constant === undefined ? object[property] != null : object[property] === constant,
  );
}

function apiError(answer: Answer, now: number): ApiError {
  const { status, statusText, headers, text, data, requestId } = answer;
  const { error, message, tag } = Object(data);
  const said = [error, message].filter((one) => typeof one === "string");
  const badKey = status === 400 && saysBadKey(tag, said);
  const Class = apiErrors[(badKey ? 401 : status) as 401] ?? ApiError; // undocumented: undefined
  const details = {
    status,
    code: textOr(tag),
    tag: textOr(tag),
    requestId,
    retryAt: retryAt(headers, now),
  };
  const remedy = badKey || status === 401 ? ": check apiKey" : "";
  const shown = oneLine(said.join(": ") || text || statusText, 200);
  return new Class(`${status} ${shown || "without a body"}${remedy}`, details, answer);
}

/** Live servers answer 400 to a bad key. What they say of a field of the body, even one named so, is no such thing. */
function saysBadKey(tag: unknown, said: readonly string[]): boolean {
  return tag === "INVALID_API_KEY" || said.some((text) => text.startsWith(`${keyHeader} header`));
}

const textOr = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
