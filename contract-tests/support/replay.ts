import { inject } from "vitest";
import type { Exchange } from "../../src/findings/exchange.ts";
import { replayThrough, type Verdict } from "./replay-through.ts";

/** `replayThrough` with the servers that `setup.ts` started. */
export function replay(exchange: Exchange): Promise<Verdict> {
  return replayThrough({ proxyUrl: inject("proxyUrl"), replayUrl: inject("replayUrl") }, exchange);
}
