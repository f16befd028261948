import { createWebsetsClient, NotFoundError, type Webset } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { websetFixture } from "exa-websets-client/testing";

declare const process: { env: Record<string, string> };

test("updates over the wire", async () => {
  const client = createWebsetsClient({ apiKey: "k", baseUrl: process.env.WEBSETS_URL, contract });
  const webset: Webset = await client.update("a", { metadata: { k: "v" } });
  expect(webset.metadata).toEqual({ k: "v" });
  await expect(client.update("missing", {})).rejects.toBeInstanceOf(NotFoundError);
});

test("mocks its fetch", async () => {
  const fetch = jest.fn(async () => Response.json(websetFixture({ id: "a" })));
  const client = createWebsetsClient({
    apiKey: "k",
    fetch: fetch as unknown as typeof globalThis.fetch,
  });
  expect((await client.update("a", {})).object).toBe("webset");
  expect(fetch).toHaveBeenCalledTimes(1);
});
