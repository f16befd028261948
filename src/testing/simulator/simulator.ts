import type { MetadataSemantics } from "./effects.ts";
import type { FailOptions, SimulatedFault } from "./faults.ts";
import type { StoredWebset } from "./new-objects.ts";
import type { RateLimit } from "./rate-limit.ts";

/** A Webset to begin with: what is not said is as in the contract's example of an idle one. */
export type WebsetSeed = Partial<StoredWebset>;

/** Options of `simulate`. */
export interface SimulatorOptions {
  /** The Websets that exist from the start, and again after `reset`. */
  readonly websets?: readonly WebsetSeed[];
  /** The only key that is accepted; any key is, where none is given. */
  readonly apiKey?: string;
  /** How a wrong key is refused: 400, as the live API was seen to do (the default), or 401, as it is documented. */
  readonly wrongKeyStatus?: 400 | 401;
  /** Whether the metadata of an update replaces what is stored (the default) or is merged into it: nobody knows. */
  readonly metadata?: MetadataSemantics;
  /** What an unknown id means: 404 (`refuse`, the default), or a Webset that was always there (`adopt`). */
  readonly unknownIds?: "refuse" | "adopt";
  /** Ids, request ids and chance are the same for the same seed; 1 by default. */
  readonly seed?: number;
  /**
   * ms since 1970. By default a clock that the test holds: it begins on 2026-01-01, a call takes 1 ms, and only
   * `advance` moves it further.
   */
  readonly clock?: () => number;
  /** How long each answer takes, in real ms; 0 by default. */
  readonly latency?: number;
  readonly rateLimit?: RateLimit;
  /** Told of each request once it is answered, or has failed. */
  readonly onRequest?: (request: ReceivedRequest) => void;
}

/** A request that came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** By lower-case name; credentials are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; the text where it is none; `undefined` where there was no body. */
  readonly body: unknown;
  /** `METHOD /path/{template}`; `undefined` where the contract has no operation for it. */
  readonly operation: string | undefined;
  /** The status of the answer; `undefined` while there is none, or where the connection broke. */
  status?: number;
}

/** Where a simulator listens. */
export interface Listening {
  /** The `baseUrl` for `createWebsetsClient`. */
  readonly baseUrl: string;
  /** Stops listening and drops open connections; calling it again does no harm. */
  close(): Promise<void>;
}

/** A Websets API in memory. */
export interface Simulator {
  /** Answers without a socket. Hand it to `createWebsetsClient({ fetch })`, or to whatever takes a `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** All requests since the start or the last `reset`, in the order of their arrival. */
  readonly requests: readonly ReceivedRequest[];
  /** Copies of the Websets as they are now. */
  readonly websets: readonly StoredWebset[];
  /** The Websets of these seeds are there from now on. @throws TypeError where one is no Webset of the contract. */
  seed(...websets: readonly WebsetSeed[]): void;
  /** Back to the start: Websets, requests, faults, clock and chance. */
  reset(): void;
  /** Moves the clock that the test holds. @throws TypeError where the simulator was given a clock of its own. */
  advance(ms: number): void;
  /** Has calls fail, beginning with the next one. */
  fail(fault: SimulatedFault, options?: FailOptions): void;
  /**
   * Listens on the loopback interface (Node, Bun, Deno). It keeps no process alive.
   * @param port a free one by default.
   * @throws Error where the port is taken, or it listens already.
   */
  listen(port?: number): Promise<Listening>;
}
