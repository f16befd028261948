import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ConnectionError, createWebsetsClient } from "exa-websets-client";
import { createClient } from "./client.mjs";

const { WEBSETS_TLS_URL: baseUrl, WEBSETS_CA = "", WEBSETS_PROXY = "" } = process.env;
const ca = readFileSync(WEBSETS_CA, "utf8");
const options = { apiKey: "a-key", baseUrl };

test("is refused without the authority, and nothing was sent", async () => {
  const call = createWebsetsClient(options).update("webset_1", {});
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof ConnectionError);
    assert.match(error.message, /certificate/);
    return error.delivery === "not-sent";
  });
});

test("trusts a private authority", async () => {
  assert.equal((await createClient({ ...options, ca }).update("webset_1", {})).id, "webset_1");
});

test("goes through a proxy", async () => {
  const client = createClient({ ...options, ca, proxy: WEBSETS_PROXY });
  assert.equal((await client.update("webset_1", {})).id, "webset_1");
});

test("says that the proxy refused, and nothing was sent", async () => {
  const proxy = WEBSETS_PROXY.replace("password", "wrong");
  const call = createClient({ ...options, ca, proxy }).update("webset_1", {});
  await assert.rejects(call, (error) => {
    assert.match(error.message, /proxy/);
    assert.doesNotMatch(`${error.stack}`, /wrong/);
    return error instanceof ConnectionError && error.delivery === "not-sent";
  });
});
