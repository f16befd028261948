const { createWebsetsClient, InvalidInputError, RateLimitError } = require("exa-websets-client");
const { contract } = require("exa-websets-client/contract");
const { simulate } = require("exa-websets-client/testing");
const { assign } = require("./leads.js");

const simulator = simulate({ websets: [{ id: "webset_1", externalId: "crm-42" }] });
const client = createWebsetsClient({ apiKey: "a-key", contract, fetch: simulator.fetch });

beforeEach(() => simulator.reset());

test("notes the owner", async () => {
  await expect(assign("crm-42", "ana", client)).resolves.toBe(true);
  expect(simulator.websets[0].metadata).toEqual({ owner: "ana" });
});

test("knows that there is no such Webset", async () => {
  await expect(assign("gone", "ana", client)).resolves.toBe(false);
});

test("refuses what the contract forbids before it is sent", async () => {
  await expect(assign("webset_1", 42, client)).rejects.toBeInstanceOf(InvalidInputError);
  expect(simulator.requests).toEqual([]);
});

test("gives up when it is to wait too long", async () => {
  simulator.fail(429, { retryAfter: 3600 });
  await expect(assign("webset_1", "ana", client)).rejects.toBeInstanceOf(RateLimitError);
  expect(simulator.requests).toHaveLength(1);
});

test("an update whose answer is lost is repeated, and noted once", async () => {
  simulator.fail("reset", { on: 1, carriedOut: true });
  await expect(assign("webset_1", "ana", client)).resolves.toBe(true);
  expect(simulator.websets[0].metadata).toEqual({ owner: "ana" });
  expect(simulator.requests).toHaveLength(2);
});
