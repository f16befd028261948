import { expect, test, vi } from "vitest";
import { createWebsetsClient } from "../client.ts";
import { ConnectionError, InvalidInputError } from "../errors.ts";

const key = "key-of-raw-calls";
const webset = { id: "ws_1", object: "webset" };
const path = "/v0/websets/{id}";
const init = { params: { path: { id: "x" } }, body: { title: "T" } };

function clientOf(answer: () => Response | Promise<Response> = () => Response.json(webset)) {
  const fetch = vi.fn(async (..._: Parameters<typeof globalThis.fetch>) => answer());
  return { client: createWebsetsClient({ apiKey: key, fetch, maxRetries: 0 }), fetch };
}
const headersOf = ({ fetch }: ReturnType<typeof clientOf>) =>
  new Headers(fetch.mock.calls[0]?.[1]?.headers);

test.each<[string, (request: Request) => Request | undefined]>([
  ["changes it in place", (request) => void request.headers.set("x-a", "1")],
  [
    "returns it",
    (request) => {
      request.headers.set("x-a", "1");
      return request;
    },
  ],
  [
    "returns a clone",
    (request) => {
      const clone = request.clone();
      clone.headers.set("x-a", "1");
      return clone;
    },
  ],
  [
    "returns a new one",
    (request) =>
      new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-a": "1" } }),
  ],
])("gives middleware a real Request, and sends what it makes of it: %s", async (_, change) => {
  const world = clientOf();
  world.client.raw.use({ onRequest: ({ request }) => change(request) });
  const { data } = await world.client.raw.POST(path, init);
  expect(data).toEqual(webset);
  expect(headersOf(world).get("x-a")).toBe("1");
  expect(headersOf(world).get("x-api-key")).toBe(key);
  expect(world.fetch.mock.calls[0]?.[1]?.body).toBe('{"title":"T"}');
});

test("lets middleware answer instead of the API, and sends nothing then", async () => {
  const { client, fetch } = clientOf();
  client.raw.use({ onRequest: () => Response.json({ id: "mine" }) });
  expect((await client.raw.POST(path, init)).data).toEqual({ id: "mine" });
  expect(fetch).not.toHaveBeenCalled();
});

test("gives middleware a real Response, and the caller what it makes of it", async () => {
  const { client } = clientOf();
  client.raw.use({
    onResponse: async ({ response }) =>
      Response.json({ ...(await response.clone().json()), id: "mine" }),
  });
  expect((await client.raw.POST(path, init)).data).toEqual({ ...webset, id: "mine" });
});

test("gives middleware the error of a call that failed, and takes its answer", async () => {
  const { client } = clientOf(() => Promise.reject(new TypeError("fetch failed")));
  const seen: unknown[] = [];
  client.raw.use({
    onError({ error }) {
      seen.push(error);
      return Response.json({ id: "cached" });
    },
  });
  expect((await client.raw.POST(path, init)).data).toEqual({ id: "cached" });
  expect(seen[0]).toBeInstanceOf(ConnectionError);
});

test("lets through what middleware throws, as it is", async () => {
  const { client, fetch } = clientOf();
  const mine = new Error("mine");
  client.raw.use({
    onResponse() {
      throw mine;
    },
  });
  await expect(client.raw.POST(path, init)).rejects.toBe(mine);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("lets no middleware touch the calls of the methods", async () => {
  const { client } = clientOf();
  const touched = vi.fn(() => Response.json({ id: "mine" }));
  client.raw.use({ onRequest: touched, onResponse: touched, onError: touched });
  expect(await client.update("x", {})).toEqual(webset);
  expect(touched).not.toHaveBeenCalled();
});

test("takes the fetch of one call, and leaves its bytes as they are", async () => {
  const { client, fetch } = clientOf();
  const own = vi.fn(async (..._: unknown[]) => Response.json(webset));
  await client.raw.POST(path, { ...init, fetch: own });
  expect([own.mock.calls.length, fetch.mock.calls.length]).toEqual([1, 0]);
  const body = new Uint8Array([0, 255, 128]);
  const bytes = {
    ...init,
    body,
    bodySerializer: () => body,
    headers: { "content-type": "application/octet-stream" },
  };
  await client.raw.POST(path, bytes as never);
  expect(new Uint8Array(fetch.mock.calls[0]?.[1]?.body as ArrayBuffer)).toEqual(body);
});

test("refuses a header that none may be, without quoting it", async () => {
  const { client, fetch } = clientOf();
  const headers = { authorization: "Bearer canary\n" };
  for (const bad of [{ headers }, { params: { ...init.params, header: headers } }]) {
    const error = await client.raw.POST(path, { ...init, ...(bad as object) }).catch((e) => e);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(String(error)).not.toContain("canary");
  }
  expect(fetch).not.toHaveBeenCalled();
});

test("knows what middleware and Headers bring in that is secret", async () => {
  const { client } = clientOf(() =>
    Response.json({ error: "canary-one canary-two" }, { status: 403 }),
  );
  client.raw.use({
    onRequest: ({ request }) => request.headers.set("authorization", "canary-one"),
  });
  const headers = new Headers({ "x-token": "canary-two" });
  const { error } = await client.raw.POST(path, { ...init, headers });
  expect(error).toEqual({ error: "[redacted] [redacted]" });
});

test("ends a call with its signal", async () => {
  const { client } = clientOf(() => new Promise(() => {}));
  const controller = new AbortController();
  const call = client.raw.POST(path, { ...init, signal: controller.signal });
  setImmediate(() => controller.abort());
  await expect(call).rejects.toMatchObject({ name: "AbortError", delivery: "unknown" });
});
