/** Makes many calls of the built client at once and tells its parent what came of each. In a process of its own. */
import { createWebsetsClient, WebsetsError } from "../../dist/index.js";
import { key } from "./clients/client.ts";

/** What its parent sends. */
export interface FaultWork {
  readonly baseUrl: string;
  readonly calls: number;
  readonly atOnce: number;
}

/** What it sends back. */
export interface FaultOutcome {
  /** By id: `ok`, the error's delivery, or what else it was. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** ms of CPU, all threads. */
  readonly cpu: number;
  /** Bytes that the heap has more after the last call than after the first tenth. */
  readonly growth: number;
}

async function work({ baseUrl, calls, atOnce }: FaultWork): Promise<FaultOutcome> {
  const client = createWebsetsClient({ apiKey: key, baseUrl });
  const outcomes: Record<string, string> = {};
  const { signal } = new AbortController();
  let next = 0;
  let heap = 0;
  const caller = async () => {
    while (next < calls) {
      const number = next++;
      if (number === Math.floor(calls / 10)) heap = heapUsed();
      const id = `call-${number}`;
      // Every other call may be sent once only.
      const retryUnknown = number % 2 === 0;
      outcomes[id] = await client.update(id, { title: null }, { signal, retryUnknown }).then(
        (webset) => (webset.id === id ? "ok" : "wrong"),
        (error) => (error instanceof WebsetsError ? error.delivery : "wrong"),
      );
    }
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, caller));
  const { user, system } = process.cpuUsage(before);
  return { outcomes, cpu: (user + system) / 1000, growth: heapUsed() - heap };
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

process.on("message", async (message) => {
  process.send?.(await work(message as FaultWork)); // its parent sends nothing else
  process.disconnect();
});
