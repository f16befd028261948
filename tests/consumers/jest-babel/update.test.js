import {
  createWebsetsClient,
  InvalidInputError,
  NotFoundError,
  WebsetsError,
} from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { faults, websetFixture } from "exa-websets-client/testing";

const baseUrl = process.env.WEBSETS_URL;

test("updates over the wire", async () => {
  const client = createWebsetsClient({ apiKey: "k", baseUrl, contract });
  await expect(client.update("a", { metadata: { k: "v" } })).resolves.toMatchObject({ id: "a" });
  const refused = client.update("a", { metadata: { k: 1 } });
  await expect(refused).rejects.toBeInstanceOf(InvalidInputError);
});

test("throws its own errors", async () => {
  const client = createWebsetsClient({ apiKey: "k", baseUrl });
  const error = await client.update("missing", { title: null }).catch((error) => error);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toBeInstanceOf(WebsetsError);
});

test("waits by Jest's fake timers", async () => {
  jest.useFakeTimers();
  const fetch = faults.rateLimited({ retryAfter: 60, times: 1 }, async () =>
    Response.json(websetFixture({ id: "a" })),
  );
  const call = createWebsetsClient({ apiKey: "k", fetch }).update("a", { title: null });
  await jest.advanceTimersByTimeAsync(60_000);
  await expect(call).resolves.toMatchObject({ id: "a" });
});
