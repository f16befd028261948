import assert from "node:assert/strict";
import { test } from "node:test";
import { createWebsetsClient } from "exa-websets-client";
import { websetFixture } from "exa-websets-client/testing";
import { fetch, MockAgent } from "undici";

const agent = new MockAgent();
agent.disableNetConnect();
const reply = { headers: { "content-type": "application/json" } };
agent
  .get("https://api.exa.ai")
  .intercept({ path: "/websets/v0/websets/a", method: "POST" })
  .reply(200, websetFixture({ id: "a" }), reply)
  .times(2);

test("is answered by undici's MockAgent, as a dispatcher", async () => {
  const client = createWebsetsClient({ apiKey: "k", fetch, fetchOptions: { dispatcher: agent } });
  assert.equal((await client.update("a", {})).id, "a");
});

test("is answered by undici's MockAgent, through a fetch of one's own", async () => {
  const mocked = (url, init) => fetch(url, { ...init, dispatcher: agent });
  const client = createWebsetsClient({ apiKey: "k", fetch: mocked });
  assert.equal((await client.update("a", {})).id, "a");
});
