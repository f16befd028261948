import { show } from "./show.ts";

/** How long a rejection may be without a handler, in milliseconds. */
const grace = 20;

/**
 * Collects the reasons of rejections that nobody handled, and errors that nobody caught. workerd tells of a rejection at
 * once and takes it back when its handler comes a turn later, as one does for every promise that an async function
 * returns.
 */
export function collectUnhandled(): () => readonly string[] {
  const told: string[] = [];
  const open = new Set<Promise<unknown>>();
  addEventListener("unhandledrejection", ({ promise, reason }) => {
    open.add(promise);
    setTimeout(() => open.has(promise) && told.push(show(reason)), grace);
  });
  addEventListener("rejectionhandled", ({ promise }) => open.delete(promise));
  addEventListener("error", ({ error, message }) => told.push(show(error ?? message)));
  return () => told;
}
