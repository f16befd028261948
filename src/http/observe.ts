import type { Exchange } from "../contract/exchange.ts";
import type { WebsetsError } from "../errors.ts";

/** What a hook and the diagnostics channel of the same name get. It holds no secret. */
export interface CallEvent {
  /** The same number for all events of one call; counts up within the process. */
  readonly call: number;
  /** Counts from 1. */
  readonly attempt: number;
  /** Of the headers, only those that the contract knows. */
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

/** The call failed for good. Published on the channel only: a caller has the error already. */
export interface ErrorEvent extends CallEvent {
  readonly error: WebsetsError;
}

/** Observers. What they throw changes nothing. */
export interface Hooks {
  readonly request?: (event: CallEvent) => unknown;
  readonly response?: (event: ResponseEvent) => unknown;
  readonly retry?: (event: RetryEvent) => unknown;
}

/** Node, Bun and Deno have it. Not imported: a bundle for the browser must not need it. */
const diagnostics = /* @__PURE__ */ globalThis.process?.getBuiltinModule?.(
  "node:diagnostics_channel",
);

/** Tells the hook and the channel `exa-websets:<name>`; builds the event only where someone listens. */
export function tell(
  hooks: Hooks | undefined,
  name: keyof Hooks | "error",
  event: () => object,
): void {
  const hook = (hooks as Record<string, (event: object) => unknown> | undefined)?.[name];
  const channel = diagnostics?.channel(`exa-websets:${name}`);
  if (!hook && !channel?.hasSubscribers) return;
  const data = event();
  channel?.publish(data);
  observe(hook, data);
}

/** Calls an observer, sync or async, whose failure must not become the call's. */
export async function observe<A extends unknown[]>(
  observer?: (...args: A) => unknown,
  ...args: A
): Promise<void> {
  try {
    await observer?.(...args);
  } catch {}
}
