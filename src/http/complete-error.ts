import { ConnectionError, type ErrorContext, WebsetsError } from "../errors.ts";
import { oneLine } from "./one-line.ts";
import type { Secrets } from "./secrets.ts";

/**
 * Adds to what was thrown what is known of its call, and the caller's stack instead of a timer's or socket's.
 * @param calledFrom an error made where the caller called.
 */
export function completeError(
  thrown: unknown,
  context: ErrorContext,
  secrets: Secrets,
  calledFrom: Error,
): WebsetsError {
  const error =
    thrown instanceof WebsetsError
      ? thrown
      : new ConnectionError("fetch gave something that is no Response: check the fetch option", {
          cause: secrets.hideError(thrown),
        });
  // Whatever a server or a finding brought in: one line that can be printed.
  const message = `${oneLine(error.message, 500)} (${context.method} ${oneLine(context.path, 500)})`;
  Object.assign(error, context, { message });
  // V8 puts name and message above the frames; others do not.
  const frames = `${calledFrom.stack}`.replace(/^Error.*\n/, "");
  return Object.assign(error, { stack: `${error.name}: ${message}\n${frames}` });
}
