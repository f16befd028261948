/**
 * What a call takes from the global object: clock, timers, randomness. Looked up there at each use, so that test tools
 * can replace it; unit tests hand in their own.
 */
export interface Runtime {
  /** Only goes forward: a changed system clock moves no deadline. */
  readonly performance: Pick<Performance, "now">;
  /** For the dates of `Retry-After`. */
  readonly Date: Pick<DateConstructor, "now">;
  /** For jitter. */
  readonly Math: Pick<Math, "random">;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
  readonly fetch: typeof fetch;
}
