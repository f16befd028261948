import { websetFixture } from "./webset-fixture.ts";

/** How long a fault lasts. */
export interface FaultOptions {
  /** So many calls meet the fault, the rest go to `next`; without it, every call does. */
  readonly times?: number;
  /** Answers the calls after `times`. By default with 200 and a Webset of the id and metadata that were sent. */
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
  hang: (options: FaultOptions = {}) => lasting(options, (signal) => aborted(signal)),

  /** Headers at once, then a byte of the body every so many ms (10 by default). */
  drip: ({ every = 10, ...options }: FaultOptions & { every?: number } = {}) =>
    lasting(options, (signal) => dripping(every, signal)),

  /** A page, as a proxy sends it: 502 by default. */
  html: ({ status = 502, ...options }: FaultOptions & { status?: number } = {}) =>
    lasting(options, () => {
      const headers = { "content-type": "text/html; charset=utf-8" };
      return new Response("<!doctype html><title>Bad gateway</title>", { status, headers });
    }),

  /** A redirect that nobody should follow with a key: 307 to another host by default. */
  redirect: ({
    status = 307,
    location = "https://elsewhere.example/",
    ...options
  }: FaultOptions & { status?: number; location?: string } = {}) =>
    lasting(options, () => new Response(null, { status, headers: { location } })),

  /** The connection breaks before an answer; the error is as Node's fetch throws it. */
  reset: (options: FaultOptions = {}) =>
    lasting(options, () => {
      const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
      throw new TypeError("fetch failed", { cause });
    }),
};

type Fault = (signal: AbortSignal | null | undefined) => Response | Promise<Response>;

function lasting({ times = Number.POSITIVE_INFINITY, next = updated }: FaultOptions, fault: Fault) {
  let calls = 0;
  const faulty: typeof fetch = async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    return calls++ < times ? fault(signal) : next(input, init);
  };
  return faulty;
}

/** What a healthy API answers to an update. */
async function updated(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const request = new Request(input, init);
  const id = decodeURIComponent(new URL(request.url).pathname.split("/").at(-1) ?? "");
  const { metadata, title } = JSON.parse((await request.text()) || "{}");
  return Response.json(
    websetFixture({ id, ...(metadata && { metadata }), ...(title !== undefined && { title }) }),
  );
}

function refusal(status: number, error: string, tag: string, retryAfter?: number | string) {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  const requestId = "5d33e4235eb5b3a05b7e4cb192548d2f";
  return Response.json({ requestId, error, tag }, { status, headers });
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function dripping(every: number, signal: AbortSignal | null | undefined): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(websetFixture()));
  let timer: ReturnType<typeof setInterval>;
  const stop = () => clearInterval(timer);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = 0;
      timer = setInterval(() => {
        controller.enqueue(bytes.subarray(sent, ++sent));
        if (sent === bytes.length) controller.close();
        if (sent === bytes.length) stop();
      }, every);
      const abort = () => {
        stop();
        controller.error(signal?.reason);
      };
      signal?.addEventListener("abort", abort, { once: true });
    },
    cancel: stop,
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}
