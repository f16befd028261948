const { createWebsetsClient, InvalidInputError, RateLimitError } = require("exa-websets-client");
const { contract } = require("exa-websets-client/contract");
const { faults, websetFixture } = require("exa-websets-client/testing");
const { assign } = require("./leads.js");

const clientWith = (fetch) => createWebsetsClient({ apiKey: "a-key", contract, fetch });

test("notes the owner", async () => {
  const fetch = jest.fn(async () => Response.json(websetFixture({ metadata: { owner: "ana" } })));
  await expect(assign("idle", "ana", clientWith(fetch))).resolves.toBe(true);
  expect(JSON.parse(fetch.mock.calls[0][1].body)).toEqual({ metadata: { owner: "ana" } });
});

test("knows that there is no such Webset", async () => {
  const fetch = async () => Response.json({ error: "Not found" }, { status: 404 });
  await expect(assign("gone", "ana", clientWith(fetch))).resolves.toBe(false);
});

test("refuses what the contract forbids before it is sent", async () => {
  const fetch = jest.fn();
  await expect(assign("a", 42, clientWith(fetch))).rejects.toBeInstanceOf(InvalidInputError);
  expect(fetch).not.toHaveBeenCalled();
});

test("gives up when it is to wait too long", async () => {
  const fetch = faults.rateLimited({ retryAfter: 3600, times: 1 });
  await expect(assign("a", "ana", clientWith(fetch))).rejects.toBeInstanceOf(RateLimitError);
});
