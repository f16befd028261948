import { createWebsetsClient, NotFoundError } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { faults, websetFixture } from "exa-websets-client/testing";
import { expect, test, vi } from "vitest";

const baseUrl = process.env.WEBSETS_URL;

test("updates over the wire", async () => {
  const client = createWebsetsClient({ apiKey: "k", baseUrl, contract });
  expect(await client.update("a", { metadata: { k: "v" } })).toMatchObject({ id: "a" });
  await expect(client.update("missing", {})).rejects.toBeInstanceOf(NotFoundError);
});

test("waits by fake timers", async () => {
  vi.useFakeTimers();
  const fetch = faults.rateLimited({ retryAfter: 60, times: 1 }, async () =>
    Response.json(websetFixture({ id: "a" })),
  );
  const call = createWebsetsClient({ apiKey: "k", fetch }).update("a", { title: null });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await call).toMatchObject({ id: "a" });
});

test("sees a fetch that is stubbed after the client was made", async () => {
  vi.useRealTimers();
  const client = createWebsetsClient({ apiKey: "k" });
  vi.stubGlobal("fetch", async () => Response.json(websetFixture({ id: "stubbed" })));
  expect(await client.update("stubbed", {})).toMatchObject({ id: "stubbed" });
});
