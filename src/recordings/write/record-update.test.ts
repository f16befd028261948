import { expect, test } from "vitest";
import { recordUpdate } from "./record-update.ts";

const options = { apiKey: "a-key", baseUrl: "https://api.example/websets", maxRetries: 1 };
const busy = () =>
  new Response('{"error":"busy"}', {
    status: 503,
    headers: { "retry-after": "0", "content-type": "application/json" },
  });

/** A `fetch` that gives these answers in turn. */
function answering(...answers: (() => Response)[]): typeof fetch {
  return async () => {
    const next = answers.shift();
    if (!next) throw new TypeError("fetch failed");
    return next();
  };
}

test("gives the request and the last attempt's answer as they went over the wire", async () => {
  const html = () => new Response("<p>", { status: 200, headers: { "Content-Type": "text/html" } });
  const exchange = await recordUpdate({ ...options, fetch: answering(busy, html) }, "a/b", {
    title: "t",
  });
  expect(exchange).toMatchObject({
    request: {
      method: "POST",
      url: "https://api.example/websets/v0/websets/a%2Fb",
      headers: { "x-api-key": "a-key", "content-type": "application/json" },
      body: '{"title":"t"}',
    },
    response: { status: 200, headers: { "content-type": "text/html" }, body: "<p>" },
  });
});

test("does not take an earlier attempt's answer for that of one that got none", async () => {
  await expect(recordUpdate({ ...options, fetch: answering(busy) }, "x", {})).rejects.toThrow();
});

test("gives an answer that may have no body", async () => {
  const empty = () => new Response(null, { status: 204 });
  const { response } = await recordUpdate({ ...options, fetch: answering(empty) }, "x", {});
  expect(response).toMatchObject({ status: 204, body: "" });
});
