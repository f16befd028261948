import { afterAll, beforeAll, expect, test } from "vitest";
import { createWebsetsClient } from "../client.ts";
import { type Mock, startMock } from "./start-mock.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
}, 25_000);
afterAll(() => mock?.stop());

test("answers a client as the contract says", async () => {
  const client = createWebsetsClient({ apiKey: "any", baseUrl: mock.baseUrl });
  expect(await client.update("webset_1", { title: "T" })).toMatchObject({ object: "webset" });
});

test("gives the answer that is asked for with Prefer", async () => {
  const headers = { prefer: "code=404" };
  const client = createWebsetsClient({ apiKey: "any", baseUrl: mock.baseUrl, headers });
  await expect(client.update("webset_1", {})).rejects.toMatchObject({ name: "NotFoundError" });
});

test("is gone when it was stopped, and can be stopped twice", async () => {
  await mock.stop();
  await mock.stop();
  await expect(fetch(mock.baseUrl)).rejects.toThrow("fetch failed");
});
