/** What a call takes from the world besides `fetch`; unit tests hand in their own. */
export interface Runtime {
  /** Milliseconds that only go forward: a changed system clock moves no deadline. */
  readonly now: () => number;
  /** Milliseconds since 1970, for the dates of `Retry-After`. */
  readonly date: () => number;
  /** From 0 to below 1, for jitter. */
  readonly random: () => number;
  /** Calls back once after `ms`; returns how to cancel. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** The real one. Globals are looked up at each call, so that test tools can replace them. */
export const system: Runtime = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
