import { expect, test } from "bun:test";
import { createWebsetsClient, NotFoundError } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { websetFixture } from "exa-websets-client/testing";

test("updates over the wire", async () => {
  const client = createWebsetsClient({ apiKey: "k", baseUrl: process.env.WEBSETS_URL, contract });
  expect(await client.update("a", { metadata: { k: "v" } })).toMatchObject({ id: "a" });
  expect(client.update("missing", {})).rejects.toBeInstanceOf(NotFoundError);
  expect(require("exa-websets-client").createWebsetsClient).toBeFunction();
  expect(websetFixture().object).toBe("webset");
});
