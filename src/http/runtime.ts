/**
 * What a call takes from the global object: clock, timers, randomness. Looked up there at each use, so that test tools
 * can replace it; unit tests hand in their own.
 */
export interface Runtime {
  /** For the deadline and the dates of `Retry-After`. Each attempt and each sleep has a timer of its own. */
  readonly Date: Pick<DateConstructor, "now">;
  /** For jitter. */
  readonly Math: Pick<Math, "random">;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
  readonly fetch: typeof fetch;
}
