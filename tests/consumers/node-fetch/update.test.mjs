import assert from "node:assert/strict";
import { test } from "node:test";
import { createWebsetsClient, NotFoundError, UnreadableResponseError } from "exa-websets-client";
import fetch3 from "node-fetch";
import fetch2 from "node-fetch-2";

const baseUrl = process.env.WEBSETS_URL;

for (const [version, fetch] of Object.entries({ 2: fetch2, 3: fetch3 })) {
  test(`calls by node-fetch ${version}`, async () => {
    const client = createWebsetsClient({ apiKey: "k", baseUrl, fetch });
    assert.deepEqual((await client.update("a", { metadata: { k: "v" } })).metadata, { k: "v" });
    assert.equal((await client.update(`busy-${version}`, {}).withResponse()).attempts, 2);
    await assert.rejects(client.update("missing", {}), NotFoundError);
    await assert.rejects(client.update("a", {}, { maxResponseBytes: 10 }), UnreadableResponseError);
  });
}
