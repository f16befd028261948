import assert from "node:assert/strict";
import { test } from "node:test";
import { ConnectionError, createWebsetsClient } from "exa-websets-client";
import { websetFixture } from "exa-websets-client/testing";
import nock from "nock";

nock.disableNetConnect();
const client = createWebsetsClient({ apiKey: "exa-secret-of-nock", maxRetries: 0 });

test("is answered by nock", async () => {
  nock("https://api.exa.ai", { reqheaders: { "x-api-key": "exa-secret-of-nock" } })
    .post("/websets/v0/websets/a", { title: "T" })
    .reply(200, websetFixture({ id: "a", title: "T" }));
  assert.equal((await client.update("a", { title: "T" })).title, "T");
});

test("shows no key where nock knows no answer", async () => {
  const error = await client.update("unknown", {}).catch((error) => error);
  assert.ok(error instanceof ConnectionError);
  assert.doesNotMatch(`${error.stack} ${error.cause} ${error.cause?.cause}`, /exa-secret/);
});
