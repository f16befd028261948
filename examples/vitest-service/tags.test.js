import { createWebsetsClient } from "exa-websets-client";
import { simulate } from "exa-websets-client/testing";
import { expect, test } from "vitest";
import { addTags } from "./tags.js";

test.each(["replace", "merge"])("keeps the other tags where metadata %s", async (metadata) => {
  const simulator = simulate({ metadata, websets: [{ id: "w", metadata: { team: "growth" } }] });
  const client = createWebsetsClient({ apiKey: "any", fetch: simulator.fetch });
  await addTags(client, "w", { stage: "2" });
  expect(simulator.websets[0].metadata).toEqual({ team: "growth", stage: "2" });
});

test("works the same over a socket", async () => {
  const simulator = simulate({ websets: [{ id: "w" }] });
  const { baseUrl, close } = await simulator.listen();
  const client = createWebsetsClient({ apiKey: "any", baseUrl });
  expect((await addTags(client, "w", { stage: "2" })).metadata).toMatchObject({ stage: "2" });
  await close();
});
