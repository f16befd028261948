import { show } from "./show.ts";

/**
 * Collects the reasons of rejections that nobody handled. workerd tells of a rejection at once and takes it back when
 * its handler comes a turn later, as one does for every promise that an async function returns.
 */
export function collectUnhandled(): () => string[] {
  const open = new Map<Promise<unknown>, string>();
  addEventListener("unhandledrejection", ({ promise, reason }) => open.set(promise, show(reason)));
  addEventListener("rejectionhandled", ({ promise }) => open.delete(promise));
  return () => [...open.values()];
}
