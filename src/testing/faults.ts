import {
  type TransportFault,
  type TransportFaultOptions,
  transportFaults,
} from "./fault-responses.ts";
import { simulate } from "./simulator/simulate.ts";

/** How long a fault lasts. */
export interface FaultOptions {
  /** So many calls meet the fault, the rest go to `next`; without it, every call does. */
  readonly times?: number;
  /** Answers the calls after `times`. By default a simulator that knows every id. */
  readonly next?: typeof fetch;
}

/**
 * Faults to hand to `createWebsetsClient({ fetch })`: what your code does when the API, or the way to it, fails.
 * Each is a `fetch` that needs no server and honours its signal.
 */
export const faults = {
  /** 429 with `Retry-After` (seconds or an HTTP date) where one is given. */
  rateLimited: ({ retryAfter, ...options }: FaultOptions & { retryAfter?: number | string } = {}) =>
    lasting(options, () => refusal(429, "Too many requests", "RATE_LIMITED", retryAfter)),

  /** 503, also with `Retry-After`. */
  unavailable: ({ retryAfter, ...options }: FaultOptions & { retryAfter?: number | string } = {}) =>
    lasting(options, () => refusal(503, "Service unavailable", "UNAVAILABLE", retryAfter)),

  /** No answer ever, until the signal fires. */
  hang: (options: FaultOptions = {}) => lasting(options, transport("hang")),

  /** Headers at once, then a byte of the body every so many ms (10 by default). */
  drip: (options: FaultOptions & { every?: number } = {}) =>
    lasting(options, transport("drip", options)),

  /** A page, as a proxy sends it: 502 by default. */
  html: (options: FaultOptions & { status?: number } = {}) =>
    lasting(options, transport("html", options)),

  /** A redirect that nobody should follow with a key: 307 to another host by default. */
  redirect: (options: FaultOptions & { status?: number; location?: string } = {}) =>
    lasting(options, transport("redirect", options)),

  /** The connection breaks before an answer; the error is as Node's fetch throws it. */
  reset: (options: FaultOptions = {}) => lasting(options, transport("reset")),
};

/** An API that has every Webset that is asked for. */
function healthy(): typeof fetch {
  return simulate({ unknownIds: "adopt" }).fetch;
}

type Fault = (signal: AbortSignal | null | undefined) => Response | Promise<Response>;

function lasting(
  { times = Number.POSITIVE_INFINITY, next = healthy() }: FaultOptions,
  fault: Fault,
) {
  let calls = 0;
  const faulty: typeof fetch = async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    return calls++ < times ? fault(signal) : next(input, init);
  };
  return faulty;
}

function refusal(status: number, error: string, tag: string, retryAfter?: number | string) {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  const requestId = "5d33e4235eb5b3a05b7e4cb192548d2f";
  return Response.json({ requestId, error, tag }, { status, headers });
}

function transport(name: TransportFault, options: TransportFaultOptions = {}): Fault {
  return (signal) => transportFaults[name](signal, options);
}
