import { ConnectionError, type ErrorContext, WebsetsError } from "../errors.ts";
import { innermost, oneLine } from "./one-line.ts";
import type { Secrets } from "./secrets.ts";

/**
 * Adds to what was thrown what is known of its call, once, and the caller's stack instead of a timer's or socket's.
 * @param calledFrom an error made where the caller called.
 */
export function completeError(
  thrown: unknown,
  { method, path, attempts, delivery }: ErrorContext,
  secrets: Secrets,
  calledFrom: Error,
): WebsetsError {
  if (thrown instanceof WebsetsError && thrown.method) return thrown;
  const error = thrown instanceof WebsetsError ? thrown : failure(secrets.hideError(thrown));
  // Whatever a server or a finding brought in: one line that can be printed.
  const message = `${oneLine(error.message, 300)} (${method} ${oneLine(path, 300)})`;
  // V8 puts name and message above the frames; others do not.
  const frames = `${calledFrom.stack}`.replace(/^Error.*\n/, "");
  const stack = `${error.name}: ${message}\n${frames}`;
  return Object.assign(error, { method, path, attempts, delivery, message, stack });
}

function failure(cause: unknown): WebsetsError {
  return new ConnectionError(`no answer: ${innermost(cause)}`, { cause });
}
