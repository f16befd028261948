import assert from "node:assert/strict";
import { test } from "node:test";
import FakeTimers from "@sinonjs/fake-timers";
import { createWebsetsClient, TimeoutError } from "exa-websets-client";
import { faults, websetFixture } from "exa-websets-client/testing";

const good = async () => Response.json(websetFixture({ id: "a" }));

test("waits by sinon's fake timers", async () => {
  // What Node itself needs must go on: nextTick and queueMicrotask are not faked.
  const toFake = ["setTimeout", "clearTimeout", "Date"];
  const clock = FakeTimers.install({ toFake });
  try {
    const fetch = faults.rateLimited({ retryAfter: 60, times: 1 }, good);
    const call = createWebsetsClient({ apiKey: "k", fetch }).update("a", {});
    await clock.tickAsync(60_000);
    assert.equal((await call).id, "a");
  } finally {
    clock.uninstall();
  }
});

test("times out by the fake timers of node:test", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const never = () => new Promise(() => {});
  const call = createWebsetsClient({ apiKey: "k", fetch: never, maxRetries: 0 }).update("a", {});
  const rejected = assert.rejects(call, TimeoutError);
  await new Promise(setImmediate);
  t.mock.timers.tick(30_000);
  await rejected;
});
