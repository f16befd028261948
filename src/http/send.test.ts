import { channel } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import { createWebsetsClient } from "../client.ts";
import { createGuard } from "../contract/guard.ts";
import type { Finding } from "../findings/finding.ts";

const key = "secret-key-1";
const webset = { id: "ws_1", object: "webset" };
const epoch = Date.UTC(2026, 0, 1);

type Step = () => Response | Promise<Response>;

const json = (body: unknown, status = 200, headers = {}): Step => {
  return () => Response.json(body, { status, headers });
};
const refused = (status: number, headers = {}) => json({ error: "no" }, status, headers);
const broken = (code: string): Step => {
  return () =>
    Promise.reject(
      new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code }) }),
    );
};
const hang: Step = () => new Promise(() => {});
const drip: Step = () => {
  return new Response(
    new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([123])) }),
    {
      headers: { "content-type": "application/json" },
    },
  );
};

/** A client in a world whose time goes on only while everyone waits. `steps` answer the attempts, the last one for ever. */
function world(options: Parameters<typeof createWebsetsClient>[0], ...steps: Step[]) {
  let now = 0;
  let ids = 0;
  const timers = new Map<number, { at: number; callback: () => void }>();
  const sent: { at: number; url: string; init: RequestInit }[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}) => {
    const step = steps[Math.min(sent.length, steps.length - 1)] ?? json(webset);
    sent.push({ at: now, url: String(url), init });
    return step();
  };
  const client = createWebsetsClient(
    { apiKey: key, fetch, ...options },
    {
      Date: { now: () => epoch + now },
      Math: { random: () => 0.5 },
      setTimeout(callback, ms) {
        timers.set(++ids, { at: now + Math.max(0, ms), callback });
        return ids;
      },
      clearTimeout: (id: number) => void timers.delete(id),
      fetch,
    },
  );
  /** The outcome, with the time when it came. */
  async function run<T>(promise: Promise<T>) {
    let outcome: { value?: T; error?: unknown } | undefined;
    promise.then(
      (value) => (outcome = { value }),
      (error) => (outcome = { error }),
    );
    for (let turn = 0; turn < 500; turn++) {
      for (let i = 0; i < 5; i++) await new Promise(setImmediate);
      if (outcome) break;
      const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
      if (!next) throw new Error("nothing will ever happen");
      timers.delete(next[0]);
      now = next[1].at;
      next[1].callback();
    }
    // biome-ignore lint/suspicious/noExplicitAny: tests look at the fields of whichever error it is
    return { ...outcome, error: outcome?.error as any, at: now, sent, timersLeft: timers.size };
  }
  const at = (ms: number, callback: () => void) => timers.set(++ids, { at: ms, callback });
  return {
    client,
    run,
    at,
    update: (call = {}) => run(client.update("ws_1", { metadata: { a: "b" } }, call)),
  };
}

test("sends the update with the key and follows no redirect", async () => {
  const { value, sent, timersLeft } = await world({}).update();
  expect(value).toEqual(webset);
  expect(sent[0]?.url).toBe("https://api.exa.ai/websets/v0/websets/ws_1");
  const { method, body, headers, redirect } = sent[0]?.init ?? {};
  expect([method, body, redirect]).toEqual(["POST", '{"metadata":{"a":"b"}}', "manual"]);
  expect(headers).toEqual({
    "content-type": "application/json",
    "x-api-key": key,
  });
  expect(timersLeft).toBe(0);
});

test.each([408, 429, 500, 502, 503, 504])(
  "repeats the whole request after %i, with backoff",
  async (status) => {
    const { value, sent, timersLeft } = await world(
      {},
      refused(status),
      refused(status),
      json(webset),
    ).update();
    expect(value).toEqual(webset);
    expect(sent.map(({ at }) => at)).toEqual([0, 300, 850]);
    expect(new Set(sent.map(({ init }) => init.body)).size).toBe(1);
    expect(timersLeft).toBe(0);
  },
);

test.each([400, 401, 402, 403, 404, 409, 418, 422])("does not repeat after %i", async (status) => {
  const { error, sent } = await world({}, refused(status)).update();
  expect([error.status, error.attempts, error.delivery, sent.length]).toEqual([
    status,
    1,
    "rejected",
    1,
  ]);
});

test("gives up after maxRetries, which a call may set", async () => {
  expect((await world({}, refused(503)).update()).error.attempts).toBe(3);
  expect((await world({ maxRetries: 0 }, refused(503)).update()).error.attempts).toBe(1);
  expect(
    (await world({ maxRetries: 0 }, refused(503)).update({ maxRetries: 1 })).error.attempts,
  ).toBe(2);
});

test.each([
  [{ "retry-after": "7" }, 7000],
  [{ "retry-after": new Date(epoch + 9000).toUTCString() }, 9000],
  [{ "retry-after-ms": "130", "retry-after": "7" }, 130],
  [{ "retry-after-ms": "30" }, 100],
  [{ "retry-after": "0" }, 100],
  [{ "retry-after": "-5" }, 300],
  [{ "retry-after": "soon" }, 300],
])("honours %j over its own backoff", async (headers, ms) => {
  expect((await world({}, refused(429, headers), json(webset)).update()).at).toBe(ms);
});

test("throws at once, with retryAt, where the server asks for more time than is left", async () => {
  const { error, at } = await world(
    { deadline: 5000 },
    refused(429, { "retry-after": "6" }),
  ).update();
  expect([error.name, error.attempts, at]).toEqual(["RateLimitError", 1, 0]);
  expect(error.retryAt).toEqual(new Date(epoch + 6000));
});

test("does not wait for a moment at which no time is left", async () => {
  const options = { deadline: 6000 };
  const { error, at } = await world(options, refused(429, { "retry-after": "6" })).update();
  expect([error.name, error.attempts, at]).toEqual(["RateLimitError", 1, 0]);
});

test.each([
  [499, "rejected"],
  [500, "unknown"],
])("calls the delivery of a refusal with %i %s", async (status, delivery) => {
  expect((await world({ maxRetries: 0 }, refused(status)).update()).error.delivery).toBe(delivery);
});

test("repeats no attempt of unknown delivery where retryUnknown is false", async () => {
  for (const step of [refused(503), broken("ECONNRESET"), hang]) {
    expect((await world({ retryUnknown: false }, step).update()).error.attempts).toBe(1);
    expect((await world({}, step).update({ retryUnknown: false })).error.attempts).toBe(1);
  }
  for (const step of [refused(429), broken("ECONNREFUSED")])
    expect((await world({ retryUnknown: false }, step).update()).error.attempts).toBe(3);
});

test.each([
  ["ECONNREFUSED", "not-sent"],
  ["ENOTFOUND", "not-sent"],
  ["EAI_AGAIN", "not-sent"],
  ["ECONNRESET", "unknown"],
  ["UND_ERR_SOCKET", "unknown"],
])("keeps the cause of %s and calls it %s", async (code, delivery) => {
  const { error } = await world({}, broken(code)).update();
  expect([error.name, error.delivery, error.attempts, error.cause.cause.code]).toEqual([
    "ConnectionError",
    delivery,
    3,
    code,
  ]);
});

test("calls the delivery unknown once an attempt was, whatever follows", async () => {
  expect((await world({}, refused(503), refused(404)).update()).error.delivery).toBe("unknown");
  expect((await world({}, hang, broken("ECONNREFUSED")).update()).error.delivery).toBe("unknown");
  expect((await world({}, refused(429), broken("ECONNREFUSED")).update()).error.delivery).toBe(
    "rejected",
  );
});

test.each([
  ["without headers", hang],
  ["whose body drips", drip],
])("ends an attempt %s at its timeout, and the call at its deadline", async (_, step) => {
  const tried = await world({ timeout: 1000 }, step).update();
  expect([tried.error.name, tried.error.delivery, tried.error.attempts, tried.at]).toEqual([
    "TimeoutError",
    "unknown",
    3,
    3850,
  ]);
  const late = await world({ deadline: 1500, timeout: 1000 }, step).update();
  expect([late.error.name, late.at, late.timersLeft]).toEqual(["TimeoutError", 1500, 0]);
  expect(late.sent.every(({ init }) => init.signal?.aborted)).toBe(true);
});

test("holds the function that gives the key to the time limit too, and sends nothing", async () => {
  const { error, at, sent } = await world({
    apiKey: () => new Promise(() => {}),
    timeout: 1000,
  }).update();
  expect([error.name, error.delivery, error.attempts, at, sent]).toEqual([
    "TimeoutError",
    "not-sent",
    0,
    1000,
    [],
  ]);
});

test("sends nothing with a key that comes after its time", async () => {
  let give: (key: string) => void = () => {};
  const apiKey = () => new Promise<string>((resolve) => (give = resolve));
  const { update } = world({ apiKey, timeout: 1000 });
  expect((await update()).error.name).toBe("TimeoutError");
  give(key);
  expect((await update()).sent).toEqual([]);
});

test.each([
  ["refusal of the connection", broken("ECONNREFUSED")],
  ["answer", refused(404)],
])("does not let the late %s of one attempt touch the next", async (_, late) => {
  let settle = () => {};
  const first: Step = () => new Promise((resolve) => (settle = () => resolve(late())));
  const { update, at } = world({ timeout: 1000, maxRetries: 1 }, first, hang);
  at(1500, () => settle());
  const { error, at: end } = await update();
  expect([error.name, error.delivery, end]).toEqual(["TimeoutError", "unknown", 2300]);
});

test("asks for the key at each attempt", async () => {
  const keys = ["key-of-monday", "key-of-tuesday"];
  const { sent } = await world(
    { apiKey: async () => keys.shift() ?? "" },
    refused(503),
    json(webset),
  ).update();
  expect(sent).toHaveLength(2);
  expect(new Headers(sent[1]?.init.headers).get("x-api-key")).toBe("key-of-tuesday");
});

test("sends nothing where the key cannot be had or used", async () => {
  const thrown = await world({ apiKey: () => Promise.reject(new Error("vault")) }).update();
  expect([thrown.error.name, thrown.error.cause.message, thrown.sent]).toEqual([
    "InvalidInputError",
    "vault",
    [],
  ]);
  const bad = await world({ apiKey: () => "secret\nkey" }).update();
  expect([bad.error.name, bad.sent]).toEqual(["InvalidInputError", []]);
  expect(bad.error.message).not.toContain("secret");
});

test.each([
  ["while it waits for headers", hang, 10, "unknown", 1],
  ["while it reads", drip, 10, "unknown", 1],
  ["while it sleeps after a refusal", refused(429, { "retry-after": "5" }), 10, "rejected", 1],
  ["while it sleeps after 503", refused(503, { "retry-after": "5" }), 10, "unknown", 1],
])("ends at once when it is aborted %s", async (_, step, ms, delivery, attempts) => {
  const controller = new AbortController();
  const { update, at } = world({}, step);
  at(ms, () => controller.abort("enough"));
  const { error, ...rest } = await update({ signal: controller.signal });
  expect([error.name, error.cause, error.delivery, error.attempts]).toEqual([
    "AbortError",
    "enough",
    delivery,
    attempts,
  ]);
  expect([rest.at, rest.timersLeft]).toEqual([ms, 0]);
});

test("sends nothing where it was aborted before", async () => {
  const { error, sent } = await world({}).update({ signal: AbortSignal.abort() });
  expect([error.name, error.delivery, sent]).toEqual(["AbortError", "not-sent", []]);
});

test.each([
  [300, "unknown"],
  [301, "unknown"],
  [302, "unknown"],
  [303, "unknown"],
  [304, "unknown"],
  [307, "rejected"],
  [308, "rejected"],
])(
  "refuses a redirect with %i, does not repeat it and calls its delivery %s",
  async (status, delivery) => {
    const step: Step = () =>
      new Response(null, { status, headers: { location: "https://evil.test/" } });
    const { error, sent } = await world({}, step).update();
    expect([error.name, error.delivery, sent.length]).toEqual(["RedirectError", delivery, 1]);
  },
);

test("refuses the opaque redirect of a browser", async () => {
  const opaque = Object.defineProperties(new Response(), {
    status: { value: 0 },
    ok: { value: false },
  });
  expect((await world({}, () => opaque).update()).error.name).toBe("RedirectError");
});

const typed = (text: string | null, type?: string, status = 200): Step => {
  return () => {
    const response = new Response(text, { status });
    response.headers.delete("content-type");
    if (type) response.headers.set("content-type", type);
    return response;
  };
};

test.each([
  ["empty", typed("")],
  ["empty", typed(null, undefined, 204)],
  ["not-json", typed(" \n", "application/json")],
  ["media-type", typed("<p>hi</p>", "text/html")],
  ["media-type", typed(JSON.stringify(webset), "application/problem+json")],
  ["media-type", typed(JSON.stringify(webset), "application/json-seq")],
  [
    "media-type",
    () => new Response(new ReadableStream(), { headers: { "content-type": "text/event-stream" } }),
  ],
  ["not-json", typed('{"id":', "application/json")],
  ["not-json", typed("<p>hi</p>")],
  ["wrong-object", json(null)],
  ["wrong-object", json([])],
  ["wrong-object", json({ foo: 1 })],
  ["wrong-object", json({ ...webset, object: "import" })],
  ["wrong-object", json({ object: "webset" })],
  ["wrong-object", json("webset")],
  ["too-large", json({ ...webset, pad: "x".repeat(500) })],
] as const)("calls an answer %s and does not repeat it", async (reason, step) => {
  const { error, sent, at } = await world({ maxResponseBytes: 500 }, step).update();
  expect([error.name, error.reason, error.delivery]).toEqual([
    "UnreadableResponseError",
    reason,
    "unknown",
  ]);
  expect([sent.length, at]).toEqual([1, 0]);
});

test.each([
  "application/json",
  "Application/JSON; charset=utf-8",
  "application/json ;x=y",
  undefined,
])("reads a Webset of the media type %s", async (type) => {
  expect((await world({}, typed(JSON.stringify(webset), type)).update()).value).toEqual(webset);
});

test("repeats a truncated answer, and keeps what broke it", async () => {
  const cut = new TypeError("terminated");
  const step: Step = () => {
    return new Response(new ReadableStream({ pull: (stream) => stream.error(cut) }), {
      headers: { "content-type": "application/json" },
    });
  };
  const { error } = await world({}, step).update();
  expect([error.name, error.reason, error.attempts, error.cause]).toEqual([
    "UnreadableResponseError",
    "truncated",
    3,
    expect.objectContaining({ name: "TypeError", message: "terminated" }),
  ]);
});

test("keeps all that an error answer says", async () => {
  const { error } = await world(
    {},
    json({ error: "No credits left", tag: "NO_MORE_CREDITS", requestId: "r1" }, 402),
  ).update();
  expect(error).toMatchObject({
    name: "PaymentRequiredError",
    status: 402,
    tag: "NO_MORE_CREDITS",
    code: "NO_MORE_CREDITS",
    requestId: "r1",
    method: "POST",
    path: "/v0/websets/ws_1",
  });
  expect("retryAt" in error).toBe(false);
  expect(error.body).toMatchObject({ error: "No credits left" });
  expect(error.headers.get("content-type")).toBe("application/json");
  expect(error.message).toBe("402 No credits left (POST /v0/websets/ws_1)");
});

test("decides by the status where the error body is HTML, empty or broken", async () => {
  const cut: Step = () =>
    new Response(new ReadableStream({ pull: (stream) => stream.error(new Error()) }), {
      status: 404,
    });
  for (const step of [typed("<p>no</p>", "text/html", 404), typed("", undefined, 404), cut])
    expect((await world({}, step).update()).error.name).toBe("NotFoundError");
});

test.each<[string, Parameters<typeof createWebsetsClient>[0], Step]>([
  ["a refused connection", {}, broken("ECONNREFUSED")],
  ["silence", {}, hang],
  ["a redirect", {}, () => new Response(null, { status: 307 })],
  ["a refusal", {}, refused(404)],
  ["an empty answer", {}, typed("")],
  ["a key that is none", { apiKey: () => "" }, hang],
  ["a function that has no key", { apiKey: () => Promise.reject(new Error("no")) }, hang],
])("says in words what became of %s, and of which call", async (_, options, step) => {
  const { error } = await world(options, step).update();
  expect(error.message).toMatch(/^\w.+ \(POST \/v0\/websets\/ws_1\)$/s);
});

test("does not let a server bring the key into an error or an event", async () => {
  const events: unknown[] = [];
  const hooks = {
    request: (e: unknown) => events.push(e),
    response: (e: unknown) => events.push(e),
    retry: (e: unknown) => events.push(e),
  };
  const echo = json({ error: `bad key ${key}`, key }, 503, { "set-cookie": "session=s3cr3t" });
  const { error } = await world(
    { hooks, headers: { authorization: "Bearer s3cr3t" } },
    echo,
  ).update();
  expect(error.message).toContain("bad key [redacted]");
  const all = JSON.stringify([events, error, error.body, error.message]);
  expect(events).toHaveLength(8);
  expect(all).not.toContain(key);
  expect(all).not.toContain("s3cr3t");
});

test("tells hooks and channels of each request, response, retry and failure, in order", async () => {
  const names: string[] = [];
  const requests = new Set<unknown>();
  const say = (name: string) => (event: unknown) => {
    const { attempts, delay, response, request } = event as Record<string, unknown>;
    names.push(
      `${name} ${attempts} ${delay ?? (response as Response | undefined)?.status ?? ""}`.trim(),
    );
    requests.add(request);
  };
  const listener = say("channel error");
  channel("exa-websets:error").subscribe(listener);
  onTestFinished(() => void channel("exa-websets:error").unsubscribe(listener));
  const hooks = {
    request: say("request"),
    response: say("response"),
    retry: say("retry"),
    error: say("error"),
  };
  await world({ hooks, maxRetries: 1 }, refused(503)).update();
  expect(names).toEqual([
    "request 1",
    "response 1 503",
    "retry 1 300",
    "request 2",
    "response 2 503",
    "channel error 2",
    "error 2",
  ]);
  expect(requests.size).toBe(1);
});

test("is not disturbed by a hook that throws", async () => {
  const hooks = {
    request() {
      throw new Error("hook");
    },
    response: () => Promise.reject(new Error("hook")),
  };
  expect((await world({ hooks }).update()).value).toEqual(webset);
});

const finding: Finding = {
  id: "response-body-enum",
  level: "error",
  operation: "",
  location: "/response/body/status",
  args: {},
};
const contract = (request: Finding[], response: Finding[]) =>
  createGuard({ checkRequest: () => request, checkResponse: () => response });

test("sends nothing that the contract refuses", async () => {
  const { error, sent } = await world({ contract: contract([finding], []) }).update();
  expect([error.name, error.delivery, error.findings, sent]).toEqual([
    "InvalidInputError",
    "not-sent",
    [finding],
    [],
  ]);
  expect(error.message).toContain("response-body-enum at /response/body/status");
});

test("reports an answer that left the contract with its exchange, and still gives it", async () => {
  const seen: unknown[] = [];
  const options = {
    contract: contract([], [finding]),
    onFinding: (...args: unknown[]) => seen.push(args),
  };
  expect((await world(options).update()).value).toEqual(webset);
  expect(seen).toEqual([
    [
      finding,
      {
        request: {
          method: "POST",
          url: "/v0/websets/ws_1",
          headers: { "content-type": "application/json", "x-api-key": "[redacted]" },
          body: '{"metadata":{"a":"b"}}',
        },
        response: {
          status: 200,
          headers: { "content-type": "application/json" },
          body: JSON.stringify(webset),
        },
      },
    ],
  ]);
});

test("throws for an answer that left the contract where it is strict, yet lets a refusal be a refusal", async () => {
  const options = { contract: contract([], [finding]), strict: true };
  const { error } = await world(options).update();
  expect([error.name, error.findings, error.delivery]).toEqual([
    "ContractViolationError",
    [finding],
    "unknown",
  ]);
  expect((await world(options, refused(404)).update()).error.name).toBe("NotFoundError");
});

test("gives raw callers refusals as data, after the same retries", async () => {
  const { client, run } = world({}, refused(503));
  const post = client.raw.POST("/v0/websets/{id}", { params: { path: { id: "a/b" } }, body: {} });
  const { value, sent } = await run(post);
  expect([value?.error, value?.response.status, sent.length]).toEqual([{ error: "no" }, 503, 3]);
  expect(sent[0]?.url).toBe("https://api.exa.ai/websets/v0/websets/a%2Fb");
  expect(new Headers(sent[0]?.init.headers).get("x-api-key")).toBe(key);
});

test("gives raw callers data of whatever length, and takes their limits", async () => {
  const { client, run } = world(
    {},
    () => Response.json(webset, { headers: { "content-length": "9" } }),
    hang,
  );
  const init = { params: { path: { id: "x" } }, body: {}, timeout: 10, maxRetries: 0 };
  expect((await run(client.raw.POST("/v0/websets/{id}", init))).value?.data).toEqual(webset);
  const { error, at } = await run(client.raw.POST("/v0/websets/{id}", init));
  expect([error.name, at]).toEqual(["TimeoutError", 10]);
});

test.each([
  ["an id of dots", { params: { path: { id: ".." } } }],
  ["an empty id", { params: { path: { id: "" } } }],
  ["another base URL", { params: { path: { id: "x" } }, baseUrl: "https://evil.test" }],
  [
    "a path of its own making",
    { params: { path: { id: "x" } }, pathSerializer: () => "https://api.exa.ai/websets/../admin" },
  ],
])("refuses raw callers %s", async (_, init) => {
  const { client, run } = world({});
  const { error, sent } = await run(client.raw.POST("/v0/websets/{id}", { body: {}, ...init }));
  expect([error.name, sent]).toEqual(["InvalidInputError", []]);
});

test("refuses raw callers a redirect", async () => {
  const { client, run } = world(
    {},
    () => new Response(null, { status: 307, headers: { location: "/" } }),
  );
  const { error } = await run(
    client.raw.POST("/v0/websets/{id}", { params: { path: { id: "x" } }, body: {} }),
  );
  expect(error.name).toBe("RedirectError");
});
