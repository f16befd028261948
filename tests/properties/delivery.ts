import type * as Client from "../../src/index.ts";
import type { SeenOfCall, Step } from "./delivery-server.ts";

/** Ids in which a failure's text could be read that is not there. */
const hostileIds = [
  "webset_1",
  "refused-leads",
  "dns-providers",
  "crm_failedto_pay",
  "ECONNREFUSED",
  "ENOTFOUND: eai_again",
  "x): client error (Connect): tcp connect error: Connection refused (os error 111)",
  "Proxy response (407) !== 200 when HTTP Tunneling",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "not sent, it's rejected",
] as const;

/** What a run of the property needs; it runs wherever there is `fetch`. */
export interface DeliveryRun {
  readonly client: Pick<typeof Client, "createWebsetsClient" | "WebsetsError">;
  /** Of a `DeliveryServer`. */
  readonly url: string;
  readonly steps: readonly Step[];
  readonly seed: number;
  readonly calls: number;
  /** How many at once. */
  readonly atOnce: number;
}

/**
 * The property of delivery: an update that was carried out is never called `not-sent` or `rejected`, and with
 * `retryUnknown: false` nothing is sent again after that.
 * @returns what breaks it, a sentence for each.
 */
export async function findDeliveryLies(run: DeliveryRun): Promise<string[]> {
  const random = randomOf(run.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const plans = Array.from({ length: run.calls }, (_, index) => ({
    name: `${run.seed}-${index}`,
    id: pick(hostileIds),
    steps: [pick(run.steps), pick(run.steps), pick(run.steps)],
    retryUnknown: random() < 0.5,
  }));
  const lies: string[] = [];
  const queue = [...plans];
  const worker = async () => {
    for (let plan = queue.shift(); plan; plan = queue.shift())
      lies.push(...(await tell(plan, run)));
  };
  await Promise.all(Array.from({ length: run.atOnce }, worker));
  return lies;
}

interface Plan {
  readonly name: string;
  readonly id: string;
  readonly steps: readonly Step[];
  readonly retryUnknown: boolean;
}

async function tell({ name, id, steps, retryUnknown }: Plan, run: DeliveryRun): Promise<string[]> {
  const { createWebsetsClient, WebsetsError } = run.client;
  const baseUrl = `${run.url}/${name}/${steps.join(".")}`;
  // The shortest waits: chance is no part of the property.
  const runtime = {
    Date,
    Math: { random: () => 0 },
    setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clearTimeout: (timer: never) => clearTimeout(timer),
    fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
  };
  const client = createWebsetsClient(
    { apiKey: "key-of-delivery", baseUrl, timeout: 250, retryUnknown },
    runtime,
  );
  const outcome = await client.update(id, { title: "T" }).then(
    () => ({ error: undefined }),
    (error: unknown) => ({ error }),
  );
  const seen = (await (await fetch(`${run.url}/seen/${name}`)).json()) as SeenOfCall;
  const { error } = outcome;
  const lies: string[] = [];
  if (error === undefined) {
    if (seen.carriedOut === 0) lies.push("succeeded, and nothing was carried out");
  } else if (!(error instanceof WebsetsError)) lies.push(`threw ${String(error)}`);
  else {
    if (error.delivery !== "unknown" && seen.carriedOut > 0)
      lies.push(`called ${error.delivery}, and carried out ${seen.carriedOut} times`);
    if (error.delivery === "not-sent" && seen.requests > 0)
      lies.push(`called not-sent, and seen ${seen.requests} times`);
  }
  if (!retryUnknown && seen.afterwards > 0)
    lies.push(`sent again ${seen.afterwards} times with retryUnknown: false`);
  return lies.map((lie) => `${id} after ${steps.join(", ")}: ${lie} (${String(error)})`);
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
