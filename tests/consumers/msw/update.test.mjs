import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createWebsetsClient, RateLimitError } from "exa-websets-client";
import { websetFixture } from "exa-websets-client/testing";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

const url = "https://api.exa.ai/websets/v0/websets/:id";
const server = setupServer(
  http.post(url, async ({ params, request }) => {
    if (params.id === "busy")
      return HttpResponse.json(
        { error: "No." },
        { status: 429, headers: { "retry-after": "3600" } },
      );
    return HttpResponse.json(websetFixture({ id: params.id, ...(await request.json()) }));
  }),
);
before(() => server.listen({ onUnhandledRequest: "error" }));
after(() => server.close());

test("is answered by msw", async () => {
  const client = createWebsetsClient({ apiKey: "k" });
  assert.equal((await client.update("a b", { title: "T" })).title, "T");
  await assert.rejects(client.update("busy", {}, { deadline: 1000 }), RateLimitError);
});
