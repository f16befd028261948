import assert from "node:assert/strict";
import { createWebsetsClient } from "exa-websets-client";

const spans = [];
console.dir = (span) => spans.push(span); // where ConsoleSpanExporter writes to
const client = createWebsetsClient({ apiKey: "a-key", baseUrl: process.env.WEBSETS_URL });
await client.update("busy-span", {});
await client.update("missing", {}).catch(() => {});
await new Promise((resolve) => setTimeout(resolve, 100));

const seen = spans.map(({ attributes, events }) => [
  attributes["http.response.status_code"],
  events.map(({ name }) => name).join(" "),
]);
assert.deepEqual(seen, [
  [200, "request response retry request response"],
  [404, "request response"],
]);
