import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { createWebsetsClient } from "./client.ts";
import { InvalidInputError } from "./errors.ts";

afterEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllEnvs());

const webset = { id: "ws_1", object: "webset" };
const fetch = () =>
  vi.fn(async (..._: Parameters<typeof globalThis.fetch>) =>
    Response.json(webset, { headers: { "x-request-id": "r1" } }),
  );

test("gives response, request id and attempts beside the data", async () => {
  const client = createWebsetsClient({ apiKey: "k", fetch: fetch() });
  const { data, response, requestId, attempts } = await client.update("ws_1", {}).withResponse();
  expect([data, response.status, requestId, attempts]).toEqual([webset, 200, "r1", 1]);
  expect(await response.json()).toEqual(webset);
  expect(await response.text()).toBe(JSON.stringify(webset));
});

test("rejects once, through whichever promise was taken", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const client = createWebsetsClient({ apiKey: "k", fetch: fetch() });
  await expect(client.update("", {}).withResponse()).rejects.toBeInstanceOf(InvalidInputError);
  await expect(client.update("", {})).rejects.toBeInstanceOf(InvalidInputError);
  await new Promise(setImmediate);
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("looks fetch up at each call, so that test tools can replace it", async () => {
  const client = createWebsetsClient({ apiKey: "k" });
  const later = fetch();
  vi.stubGlobal("fetch", later);
  await client.update("ws_1", {});
  expect(later).toHaveBeenCalledTimes(1);
});

test("takes the key from EXA_API_KEY where none is given", async () => {
  vi.stubEnv("EXA_API_KEY", "from-env");
  const spy = fetch();
  await createWebsetsClient({ fetch: spy }).update("ws_1", {});
  expect(new Headers(spy.mock.calls[0]?.[1]?.headers).get("x-api-key")).toBe("from-env");
});

test.each(["", " ", "a\nb"])("refuses the key %j when the client is made", (apiKey) => {
  vi.stubEnv("EXA_API_KEY", "");
  expect(() => createWebsetsClient({ apiKey })).toThrow(InvalidInputError);
  expect(() => createWebsetsClient()).toThrow(InvalidInputError);
});

test("refuses a base URL that the key must not be sent to when the client is made", () => {
  const options = { apiKey: "k", baseUrl: "http://api.exa.ai" };
  expect(() => createWebsetsClient(options)).toThrow(InvalidInputError);
});

test.each(["timeout", "deadline", "maxRetries", "maxResponseBytes"])(
  "names %s where it is no number from 0, of the client or of the call, and sends nothing",
  async (name) => {
    const spy = fetch();
    for (const value of [-1, Number.NaN, "soon", {}, null]) {
      expect(() => createWebsetsClient({ apiKey: "k", fetch: spy, [name]: value })).toThrow(
        new RegExp(`^${name} must be a(t least 0| number)`),
      );
      const call = createWebsetsClient({ apiKey: "k", fetch: spy }).update(
        "ws_1",
        {},
        {
          [name]: value,
        },
      );
      await expect(call).rejects.toBeInstanceOf(InvalidInputError);
    }
    expect(spy).not.toHaveBeenCalled();
  },
);

test.each(["", "..", "a\n", "\ud800", "a\udc00b", undefined, null, {}, [], 1])(
  "refuses the id %j and sends nothing",
  async (id) => {
    const spy = fetch();
    const update = createWebsetsClient({ apiKey: "k", fetch: spy }).update(id as string, {});
    await expect(update).rejects.toThrow(/^id .*must be/);
    await expect(update).rejects.toBeInstanceOf(InvalidInputError);
    expect(spy).not.toHaveBeenCalled();
  },
);

test("shows the key to nobody who looks at the client", () => {
  const client = createWebsetsClient({ apiKey: "secret-key-1" });
  expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain(
    "secret",
  );
});

test.each([undefined, null, "text", 7, [], [{}]])(
  "refuses the body %j and sends nothing",
  async (body) => {
    const spy = fetch();
    const update = createWebsetsClient({ apiKey: "k", fetch: spy }).update("ws_1", body as never);
    await expect(update).rejects.toThrow("body must be an object");
    expect(spy).not.toHaveBeenCalled();
  },
);

test("refuses what JSON or a header cannot carry, without quoting it", async () => {
  const spy = fetch();
  const client = createWebsetsClient({ apiKey: "k", fetch: spy });
  const circular: { metadata?: never; self?: unknown } = {};
  circular.self = circular;
  await expect(client.update("ws_1", circular)).rejects.toBeInstanceOf(InvalidInputError);
  const error = await client
    .update("ws_1", {}, { headers: { authorization: "secret\nline" } })
    .catch((e) => e);
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(inspect(error)).not.toContain("secret");
  expect(spy).not.toHaveBeenCalled();
});

test("sends the headers of the client and of the call, and no other key than its own", async () => {
  const spy = fetch();
  const client = createWebsetsClient({
    apiKey: "k",
    fetch: spy,
    headers: { "x-a": "1", "x-b": "1" },
  });
  await client.update("ws_1", {}, { headers: { "x-b": "2", "X-API-Key": "other" } });
  const headers = new Headers(spy.mock.calls[0]?.[1]?.headers);
  expect(["x-a", "x-b", "x-api-key"].map((name) => headers.get(name))).toEqual(["1", "2", "k"]);
});

test("sends to the base URL that it was given", async () => {
  const spy = fetch();
  await createWebsetsClient({
    apiKey: "k",
    fetch: spy,
    baseUrl: "http://localhost:4010/x/",
  }).update("ws_1", {});
  expect(spy.mock.calls[0]?.[0]).toBe("http://localhost:4010/x/v0/websets/ws_1");
});
