import fc from "fast-check";
import { expect, test } from "vitest";
import { createWebsetsClient } from "../../src/client.ts";

/** What the server does with one attempt, and after how many ms. */
interface Step {
  readonly after: number;
  readonly status: number;
  /** In seconds; -1 for none. */
  readonly retryAfter: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  after: fc.oneof(fc.nat(200), fc.nat(60_000)),
  // 0 is a connection that breaks.
  status: fc.constantFrom(0, 200, 408, 429, 500, 502, 503, 504),
  retryAfter: fc.oneof(fc.constant(-1), fc.nat(40)),
});

const options = fc.record({
  deadline: fc.integer({ min: 1, max: 60_000 }),
  timeout: fc.integer({ min: 1, max: 30_000 }),
  maxRetries: fc.nat(6),
});

test("no call and no backoff outlasts the deadline, whatever the server does", async () => {
  const property = fc.asyncProperty(
    options,
    fc.array(step, { minLength: 1, maxLength: 8 }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    async (given, steps, random) => {
      const { settledAt, sentAt } = await simulate(given, steps, random);
      expect(settledAt).toBeLessThanOrEqual(given.deadline);
      expect(sentAt.filter((at) => at >= given.deadline)).toEqual([]);
      expect(sentAt.length).toBeLessThanOrEqual(given.maxRetries + 1);
    },
  );
  await fc.assert(property, { seed: 20_251_123, numRuns: 150 });
});

/** A call in a world whose clock goes on only while everyone waits. */
async function simulate(given: object, steps: readonly Step[], random: number) {
  let now = 0;
  const sentAt: number[] = [];
  const timers = new Set<{ at: number; callback: () => void }>();
  const setTimeout = (callback: () => void, ms: number) => {
    const timer = { at: now + Math.max(0, ms), callback };
    timers.add(timer);
    return timer;
  };
  const fetch = () => {
    const { after, status, retryAfter } = steps[sentAt.length] ?? {
      after: 0,
      status: 503,
      retryAfter: -1,
    };
    sentAt.push(now);
    const headers = retryAfter < 0 ? {} : { "retry-after": String(retryAfter) };
    const body = { id: "ws_1", object: "webset", error: "no" };
    return new Promise<Response>((resolve, reject) => {
      setTimeout(() => {
        if (status === 0) reject(new TypeError("fetch failed"));
        else resolve(Response.json(body, { status, headers }));
      }, after);
    });
  };
  const clearTimeout = (timer: never) => void timers.delete(timer);
  const clock = { now: () => now };
  const client = createWebsetsClient(
    { apiKey: "key-of-a-test", fetch, ...given },
    {
      Date: clock,
      Math: { random: () => random },
      setTimeout,
      clearTimeout,
      fetch,
    },
  );
  let settledAt: number | undefined;
  const settle = () => {
    settledAt = now;
  };
  client.update("ws_1", { title: null }).then(settle, settle);
  for (let turn = 0; turn < 100 && settledAt === undefined; turn++) {
    for (let i = 0; i < 5; i++) await new Promise(setImmediate);
    if (settledAt !== undefined) break;
    const next = [...timers].reduce((a, b) => (b.at < a.at ? b : a));
    timers.delete(next);
    now = next.at;
    next.callback();
  }
  return { settledAt, sentAt };
}
