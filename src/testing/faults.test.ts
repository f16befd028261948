import { expect, onTestFinished, test, vi } from "vitest";
import { createWebsetsClient } from "../client.ts";
import { WebsetsError } from "../errors.ts";
import { faults } from "./faults.ts";

const options = { apiKey: "exa-key", timeout: 40, maxRetries: 0 };

function update(fetch: typeof globalThis.fetch, extra = {}) {
  const client = createWebsetsClient({ ...options, ...extra, fetch });
  return client.update("webset_1", { metadata: { team: "search" } });
}

test.each([
  ["rateLimited", faults.rateLimited({ retryAfter: 60 }), { name: "RateLimitError", status: 429 }],
  ["unavailable", faults.unavailable(), { name: "ServiceUnavailableError", status: 503 }],
  ["hang", faults.hang(), { name: "TimeoutError" }],
  ["drip", faults.drip(), { name: "TimeoutError" }],
  ["html", faults.html(), { name: "BadGatewayError", status: 502 }],
  ["html 200", faults.html({ status: 200 }), { name: "UnreadableResponseError" }],
  ["redirect", faults.redirect(), { name: "RedirectError" }],
  ["reset", faults.reset(), { name: "ConnectionError", delivery: "unknown" }],
])("%s reaches the caller as the error of its kind", async (_, fetch, expected) => {
  const error = await update(fetch).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(WebsetsError);
  expect(error).toMatchObject(expected);
});

test("tells when to come back", async () => {
  const call = update(faults.rateLimited({ retryAfter: "Fri, 31 Dec 2100 23:59:59 GMT" }));
  await expect(call).rejects.toMatchObject({ retryAt: new Date("2100-12-31T23:59:59Z") });
});

test("lets calls through after so many faults, with the id and metadata that were sent", async () => {
  const webset = await update(faults.rateLimited({ retryAfter: 0, times: 2 }), { maxRetries: 2 });
  expect(webset).toMatchObject({ id: "webset_1", metadata: { team: "search" } });
});

test("hands calls on to the fetch it is given", async () => {
  const next = async () => Response.json({ id: "theirs", object: "webset" });
  expect(await update(faults.reset({ times: 0, next }))).toMatchObject({ id: "theirs" });
});

test("a drip that is waited for ends with a whole Webset", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const response = await faults.drip()("http://127.0.0.1/");
  const body = response.json();
  await vi.runAllTimersAsync();
  expect(await body).toMatchObject({ object: "webset" });
});

test("honours a signal that was aborted before", async () => {
  const signal = AbortSignal.abort("enough");
  await expect(faults.hang()("http://127.0.0.1/", { signal })).rejects.toBe("enough");
});
