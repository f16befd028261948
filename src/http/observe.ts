import { channelOf } from "#host";
import type { ErrorContext, WebsetsError } from "../errors.ts";
import type { Exchange } from "../findings/exchange.ts";

/** What a hook and the diagnostics channel of the same name get. It holds no secret. */
export interface CallEvent extends Pick<ErrorContext, "attempts" | "delivery"> {
  /** The same object in all events of one call. Of the headers, only those that the contract knows. */
  readonly request: Exchange["request"];
}

/** A complete answer, whatever its status. */
export interface ResponseEvent extends CallEvent {
  readonly response: Exchange["response"];
}

/** An attempt failed and another follows after `delay` ms. */
export interface RetryEvent extends CallEvent {
  readonly error: WebsetsError;
  readonly delay: number;
}

/** The call failed for good. */
export interface ErrorEvent extends CallEvent {
  readonly error: WebsetsError;
}

/** The events of a call, by name. */
export interface CallEvents {
  readonly request: CallEvent;
  readonly response: ResponseEvent;
  readonly retry: RetryEvent;
  readonly error: ErrorEvent;
}

/** Observers. What they throw changes nothing, and nobody waits for them. */
export type Hooks = {
  readonly [Name in keyof CallEvents]?: ((event: CallEvents[Name]) => unknown) | undefined;
};

/** Tells the hook and the channel of a name. The event is made only where somebody wants it. */
export async function tell<Name extends keyof CallEvents>(
  hooks: Hooks | undefined,
  name: Name,
  event: () => CallEvents[Name],
): Promise<void> {
  const channel = channelOf(name);
  const hook = hooks?.[name];
  if (!channel && !hook) return;
  const seen = event();
  channel?.publish(seen);
  try {
    await hook?.(seen);
  } catch {} // an observer's failure, at once or later, must not become the call's
}

/** What all events of a call have. */
export function eventOf({
  shown,
  progress: { attempts, delivery },
}: {
  readonly shown: Exchange["request"];
  readonly progress: Pick<ErrorContext, "attempts" | "delivery">;
}): CallEvent {
  return { attempts, delivery, request: shown };
}
