import { keyHeader, tags } from "../../generated/operations.ts";
import {
  ApiError,
  apiErrors,
  type Delivery,
  RedirectError,
  type UnreadableReason,
  UnreadableResponseError,
} from "../errors.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import { type Answer, type Head, isSuccess, textOr } from "./answer.ts";
import { retryAt } from "./retry-after.ts";

/**
 * What a status says of the request. A refusal was not carried out, and neither was what must be sent anew elsewhere
 * (307, 308). Other redirects follow what was carried out (RFC 9110, section 15.4.4); after a 5xx nobody knows.
 */
export function deliveryOf(status: number): Delivery {
  return (status >= 400 && status < 500) || status === 307 || status === 308
    ? "rejected"
    : "unknown";
}

/**
 * Refuses an answer by its head alone, before its body is read: that may be a stream without end.
 * @throws RedirectError | UnreadableResponseError
 */
export function judgeHead({ status, headers }: Head, row: OperationRow | undefined): void {
  // Browsers show a redirect that was not followed as status 0.
  if (status < 200 || (status >= 300 && status < 400))
    throw new RedirectError(`${status} redirect, not followed: check baseUrl`, { status });
  const type = headers["content-type"]?.trim(); // where there is none, the body speaks for itself
  if (isSuccess(status) && !row?.answer && type && !/^application\/json\s*(;|$)/i.test(type))
    throw unreadable(status, "media-type", `${type} instead of JSON`);
}

/**
 * Takes a complete answer for what was asked for, or throws.
 * @param row says what a success must have; without it any JSON, or nothing, will do.
 * @param now ms since 1970.
 * @throws ApiError | UnreadableResponseError
 */
export function judgeAnswer(answer: Answer, row: OperationRow | undefined, now: number): Answer {
  const { status, text, data, isJson } = answer;
  if (!isSuccess(status)) throw apiError(answer, now);
  if (text && !isJson && !row?.answer) throw unreadable(status, "not-json", "not JSON");
  if (row?.identity && !hasIdentity(data, row.identity))
    throw text
      ? unreadable(status, "wrong-object", "not what was asked for")
      : unreadable(status, "empty", "no body");
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
  const body = Object(data);
  const said = [body.error, body.message].filter((one) => textOr(one));
  const tag = textOr(body.tag);
  const meant = meaningOf(status, tag, said);
  const Class = apiErrors[meant as 401] ?? ApiError; // undocumented: undefined
  const says = said.join(": ") || text || statusText || "without a body";
  return new Class(
    `${status} ${meant === 401 ? "check apiKey: " : ""}${says}`,
    { status, code: tag, tag, requestId, retryAt: retryAt(headers, now) },
    answer,
  );
}

/** Live servers answer 400 to a bad key. What they say of a field of the body, even one named so, is no such thing. */
function meaningOf(status: number, tag: string | undefined, said: readonly string[]): number {
  const isKey = status === 400 && said.some((text) => text.startsWith(`${keyHeader} header`));
  if (isKey) return 401;
  return (tag && Object.hasOwn(tags, tag) && tags[tag]) || status;
}
