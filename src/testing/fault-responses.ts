import { websetFixture } from "./webset-fixture.ts";

/** Faults that are no refusal of the API's: what the way to it does. */
export type TransportFault = "hang" | "drip" | "html" | "redirect" | "reset";

export interface TransportFaultOptions {
  /** ms between two bytes of `drip`; 10 by default. */
  readonly every?: number;
  /** Of `html` (502 by default) and `redirect` (307). */
  readonly status?: number;
  /** Where `redirect` leads. */
  readonly location?: string;
}

type Signal = AbortSignal | null | undefined;

/** Makes what a caller meets. */
export const transportFaults: Readonly<
  Record<
    TransportFault,
    (signal: Signal, options: TransportFaultOptions) => Response | Promise<never>
  >
> = {
  hang: (signal) => aborted(signal),
  drip: (signal, { every = 10 }) => dripping(every, signal),
  html: (_, { status = 502 }) =>
    new Response("<!doctype html><title>Bad gateway</title>", {
      status,
      headers: { "content-type": "text/html; charset=utf-8" },
    }),
  redirect: (_, { status = 307, location = "https://elsewhere.example/" }) =>
    new Response(null, { status, headers: { location } }),
  reset: () => Promise.reject(connectionReset()),
};

/** As Node's fetch tells of it. */
function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

/** Rejects once the signal fires. */
export function aborted(signal: Signal): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function dripping(every: number, signal: Signal): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(websetFixture()));
  let timer: ReturnType<typeof setInterval>;
  const stop = () => clearInterval(timer);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = 0;
      timer = setInterval(() => {
        controller.enqueue(bytes.subarray(sent, ++sent));
        if (sent < bytes.length) return;
        controller.close();
        stop();
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
