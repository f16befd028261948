import { inspect } from "node:util";
import { expect, test } from "vitest";
import { operations } from "../../generated/operations.ts";
import { type ClientOptions, createWebsetsClient } from "../client.ts";
import * as errors from "../errors.ts";

const key = "key-of-methods";
const webset = { id: "ws_1", object: "webset" };
const page = (ids: string[], nextCursor: string | null) => ({
  data: ids.map((id) => ({ ...webset, id })),
  hasMore: nextCursor !== null,
  nextCursor,
});

/** A client whose answers are given, and what it sent. No wait takes time. */
function clientOf(answers: unknown[], options: ClientOptions = {}) {
  const sent: { method: string; url: string; body: unknown; headers: Record<string, string> }[] =
    [];
  const fetch = async (url: unknown, { method = "", body, headers }: RequestInit = {}) => {
    sent.push({
      method,
      url: String(url).replace("https://api.exa.ai/websets", ""),
      body,
      headers: Object.fromEntries(new Headers(headers)),
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  const runtime = {
    Date,
    Math,
    setTimeout: (callback: () => void, ms: number) => ms < 9000 && setImmediate(callback),
    clearTimeout: () => {},
    fetch,
  };
  return { client: createWebsetsClient({ apiKey: key, fetch, ...options }, runtime), sent };
}

test("has a method for each operation of the contract, and no more than raw beside them", () => {
  const { client } = clientOf([]);
  expect(Object.keys(client).sort()).toEqual([...Object.keys(operations), "raw"].sort());
});

test("sends each operation as the contract writes it", async () => {
  const { client, sent } = clientOf([webset]);
  await client.create({ externalId: "e" });
  await client.get("a/b", { expand: ["items"] });
  await client.update("ws_1", { title: "T" });
  await client.delete("ws_1");
  await client.cancel("ws_1", { headers: { "x-team": "t" } });
  expect(sent.map(({ method, url, body }) => `${method} ${url} ${body ?? ""}`.trim())).toEqual([
    'POST /v0/websets {"externalId":"e"}',
    "GET /v0/websets/a%2Fb?expand=items",
    'POST /v0/websets/ws_1 {"title":"T"}',
    "DELETE /v0/websets/ws_1",
    "POST /v0/websets/ws_1/cancel",
  ]);
  expect(sent.every(({ headers }) => headers["x-api-key"] === key)).toBe(true);
  expect(sent.at(-1)?.headers).toEqual({ "x-api-key": key, "x-team": "t" });
});

test("gives a page, and what came with it", async () => {
  const { client, sent } = clientOf([page(["a"], null)]);
  expect(await client.list({ limit: 5, cursor: "it's" })).toEqual(page(["a"], null));
  expect(sent[0]?.url).toBe("/v0/websets?limit=5&cursor=it's");
  const { attempts, data } = await client.list().withResponse();
  expect([attempts, data.hasMore]).toEqual([1, false]);
});

test("iterates over all pages, each asked for when it is needed, with the options of the first", async () => {
  const { client, sent } = clientOf([page(["a", "b"], "2"), page([], "3"), page(["c"], null)]);
  const ids: string[] = [];
  const seen: number[] = [];
  for await (const { id } of client.list({ limit: 2 })) {
    ids.push(id);
    seen.push(sent.length);
  }
  expect([ids, seen]).toEqual([
    ["a", "b", "c"],
    [1, 1, 3],
  ]);
  expect(sent.map(({ url }) => url)).toEqual([
    "/v0/websets?limit=2",
    "/v0/websets?limit=2&cursor=2",
    "/v0/websets?limit=2&cursor=3",
  ]);
});

test.each([
  ["names itself", "2", [page(["a"], "2")]],
  ["names an earlier one", undefined, [page(["a"], "2"), page(["b"], "3"), page(["c"], "2")]],
])("ends with an error where a page %s", async (_, cursor, pages) => {
  const { client, sent } = clientOf(pages);
  const read = async () => {
    for await (const _ of client.list(cursor === undefined ? {} : { cursor }));
  };
  await expect(read()).rejects.toMatchObject({
    name: "UnreadableResponseError",
    reason: "cursor-loop",
    method: "GET",
    path: "/v0/websets",
  });
  expect(sent).toHaveLength(pages.length);
});

test("ends with an error where a page holds no items, and with that of a page that fails", async () => {
  const read = async (...answers: unknown[]) => {
    for await (const _ of clientOf(answers).client.list());
  };
  await expect(read({ data: {} })).rejects.toMatchObject({ reason: "wrong-object" });
  const gone = Response.json({ error: "gone" }, { status: 404 });
  await expect(read(page(["a"], "2"), gone)).rejects.toMatchObject({ name: "NotFoundError" });
});

const unavailable = () => Response.json({ error: "no" }, { status: 503 });
const broken = () => new TypeError("fetch failed");

test.each<[string, (client: ReturnType<typeof createWebsetsClient>) => Promise<unknown>, number]>([
  ["list", (client) => client.list(), 3],
  ["get", (client) => client.get("x"), 3],
  ["update", (client) => client.update("x", {}), 3],
  ["delete", (client) => client.delete("x"), 3],
  ["create without an externalId", (client) => client.create({}), 1],
  [
    "create with an externalId that is null",
    (client) => client.create({ externalId: null } as never),
    1,
  ],
  ["create with an externalId", (client) => client.create({ externalId: "e" }), 3],
  [
    "create with it, told not to",
    (client) => client.create({ externalId: "e" }, { retryUnknown: false }),
    1,
  ],
])(
  "repeats what may have been carried out only where that does no harm: %s",
  async (_, call, times) => {
    for (const answer of [unavailable(), broken()]) {
      const { client, sent } = clientOf([answer]);
      await expect(call(client)).rejects.toMatchObject({ delivery: "unknown", attempts: times });
      expect(sent).toHaveLength(times);
    }
    const { client, sent } = clientOf([Response.json({}, { status: 429 })]);
    await expect(call(client)).rejects.toMatchObject({ delivery: "rejected" });
    expect(sent).toHaveLength(3);
  },
);

test.each<[string, unknown[], RegExp]>([
  ["no id", [], /^id must be text/],
  ["an option that there is none", ["x", {}, { retries: 1 }], /^there is no option "retries"/],
  [
    "a query parameter of another operation",
    ["x", {}, { cursor: "2" }],
    /^there is no option "cursor"/,
  ],
  ["an option that is null", ["x", {}, { timeout: null }], /^timeout must be a number.* not null/],
  ["a signal that is none", ["x", {}, { signal: "now" }], /^signal must be a/],
  ["options that are none", ["x", {}, 7], /^options must be an object/],
  ["options that are null", ["x", {}, null], /^options must be an object/],
  [
    "a header with a line break",
    ["x", {}, { headers: { "x-a": "a\nb" } }],
    /^header "x-a" must be a name and text/,
  ],
  [
    "a header whose name is none",
    ["x", {}, { headers: { "x a": "a" } }],
    /^header "x a" must be a name/,
  ],
  ["a cycle", ["x", circular()], /^body must be an object that JSON can carry/],
  ["a BigInt", ["x", { title: 1n }], /^body must be an object that JSON can carry/],
  ["no body", ["x"], /^body must be an object/],
])("refuses %s in a sentence of its own, and sends nothing", async (_, args, says) => {
  const { client, sent } = clientOf([webset]);
  const update = client.update as (...args: unknown[]) => Promise<unknown>;
  const error: Error = await update(...args).then(
    () => expect.unreachable(),
    (error) => error,
  );
  expect(error).toBeInstanceOf(errors.InvalidInputError);
  expect(error.message).toMatch(says);
  expect(error).toMatchObject({ method: "POST", path: "/v0/websets/{id}", attempts: 0 });
  expect(sent).toEqual([]);
});

function circular() {
  const body: { self?: unknown } = {};
  body.self = body;
  return body;
}

test("takes an option that is undefined for the default", async () => {
  const { client } = clientOf([webset], {
    timeout: undefined,
    baseUrl: undefined,
    hooks: undefined,
    strict: undefined,
  });
  const call = {
    timeout: undefined,
    signal: undefined,
    headers: undefined,
    retryUnknown: undefined,
  };
  expect(await client.update("x", {}, call)).toEqual(webset);
});

test("shows the caller's frame in the stack, also of the whole result", async () => {
  const { client } = clientOf([unavailable()]);
  async function theCaller() {
    return client.update("x", {});
  }
  async function anotherCaller() {
    return client.update("x", {}).withResponse();
  }
  const error = await theCaller().catch((e) => e);
  expect(error.stack).toMatch(
    /^ServiceUnavailableError: 503 no \(POST \/v0\/websets\/x\)\n[\s\S]*theCaller/,
  );
  expect((await anotherCaller().catch((e) => e)).stack).toContain("anotherCaller");
  const refused = await client.update("", {}).catch((e) => e);
  expect(refused.stack).toContain("methods.test");
});

test("shows in a log no more than what helps", async () => {
  const big = { error: "no\u0007\nway", tag: "T", requestId: "r", pad: "x".repeat(1000) };
  const answer = Response.json(big, { status: 409, headers: { "set-cookie": "session=1" } });
  const error = await clientOf([answer])
    .client.update("x", {})
    .catch((e) => e);
  expect(error.message).toBe("409 no way (POST /v0/websets/x)");
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "ConflictError",
    message: error.message,
    method: "POST",
    path: "/v0/websets/x",
    attempts: 1,
    delivery: "rejected",
    status: 409,
    code: "T",
    tag: "T",
    requestId: "r",
  });
  expect(structuredClone(error.toJSON())).toEqual(error.toJSON());
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toMatch(/session=|xxxx/);
  expect(error.constructor.name).toBe("ConflictError");
});
