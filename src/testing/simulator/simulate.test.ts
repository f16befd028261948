import { describe, expect, test } from "vitest";
import { createWebsetsClient } from "../../client.ts";
import { simulate } from "./simulate.ts";
import type { Simulator } from "./simulator.ts";

const base = "https://api.exa.ai/websets/v0/websets";

/** A call without the client, so that what the client would refuse reaches the simulator. */
async function call(simulator: Simulator, method: string, path: string, body?: unknown, key = "k") {
  const response = await simulator.fetch(base + path, {
    method,
    headers: {
      ...(key !== "" && { "x-api-key": key }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function client(simulator: Simulator) {
  return createWebsetsClient({ apiKey: "k", fetch: simulator.fetch, maxRetries: 0 });
}

describe("memory", () => {
  test("keeps what an update sends, by id and by externalId", async () => {
    const simulator = simulate({ websets: [{ id: "webset_1", externalId: "crm-42" }] });
    const { update } = client(simulator);
    expect(await update("webset_1", { metadata: { team: "a" }, title: "T" })).toMatchObject({
      id: "webset_1",
      title: "T",
      metadata: { team: "a" },
    });
    expect(await update("crm-42", {})).toMatchObject({ title: "T", metadata: { team: "a" } });
  });

  test.each([
    ["replace", { b: "2" }],
    ["merge", { a: "1", b: "2" }],
  ] as const)("metadata: %s", async (metadata, expected) => {
    const simulator = simulate({ metadata, websets: [{ id: "w", metadata: { a: "1" } }] });
    expect((await client(simulator).update("w", { metadata: { b: "2" } })).metadata).toEqual(
      expected,
    );
  });

  test.each(["replace", "merge"] as const)("null empties the metadata (%s)", async (metadata) => {
    const simulator = simulate({ metadata, websets: [{ id: "w", metadata: { a: "1" } }] });
    expect((await client(simulator).update("w", { metadata: null })).metadata).toEqual({});
  });

  test("an update moves updatedAt, and nothing that was not sent", async () => {
    const simulator = simulate({ websets: [{ id: "w" }] });
    const [before] = simulator.websets;
    await client(simulator).update("w", { title: "T" });
    const [after] = simulator.websets;
    expect(after).toEqual({ ...before, title: "T", updatedAt: after?.updatedAt });
    expect(after?.updatedAt).not.toBe(before?.updatedAt);
  });

  test("an id wins over another Webset's externalId", async () => {
    const simulator = simulate({ websets: [{ id: "a", externalId: "b" }, { id: "b" }] });
    expect((await client(simulator).update("b", {})).id).toBe("b");
  });

  test("what is deleted is answered once more, and gone", async () => {
    const simulator = simulate({ websets: [{ id: "w" }] });
    expect((await call(simulator, "DELETE", "/w")).body.id).toBe("w");
    expect((await call(simulator, "GET", "/w")).status).toBe(404);
  });

  test("pages hold every Webset once, in the order of their creation", async () => {
    const ids = Array.from({ length: 7 }, (_, i) => `w${i}`);
    const simulator = simulate({ websets: ids.map((id) => ({ id })) });
    const seen: string[] = [];
    let cursor = "";
    for (let pages = 0; pages < 4; pages++) {
      const { body } = await call(simulator, "GET", `?limit=3${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      expect(body.hasMore).toBe(body.nextCursor !== null);
      if (!body.hasMore) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(ids);
  });

  test("refuses a cursor that it never gave", async () => {
    expect((await call(simulate(), "GET", "?cursor=x")).status).toBe(400);
  });

  test("a copy of a Webset is not the Webset", () => {
    const simulator = simulate({ websets: [{ id: "w", metadata: { a: "1" } }] });
    const [copy] = simulator.websets;
    if (copy) copy.metadata.a = "2";
    expect(simulator.websets[0]?.metadata).toEqual({ a: "1" });
  });
});

describe("work", () => {
  const search = { query: "Battery recyclers in Europe", count: 5 };
  const enrichments = [{ description: "How many people work there?" }];

  test("a new Webset is pending, then running, then idle, as its clock moves", async () => {
    const simulator = simulate();
    const { body } = await call(simulator, "POST", "", { search, enrichments });
    const status = () =>
      simulator.websets.map((webset) => [webset.status, webset.searches[0]?.status]);
    expect(body.status).toBe("pending");
    simulator.advance(1_000);
    expect(status()).toEqual([["running", "running"]]);
    simulator.advance(4_000);
    expect(status()).toEqual([["idle", "completed"]]);
    expect(simulator.websets[0]?.enrichments[0]?.status).toBe("completed");
  });

  test("keeps what create sends", async () => {
    const body = { search, enrichments, externalId: "crm-1", metadata: { team: "a" } };
    const created = await call(simulate(), "POST", "", body);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ externalId: "crm-1", metadata: { team: "a" } });
    expect(created.body.searches).toMatchObject([search]);
    expect(created.body.enrichments).toMatchObject(enrichments);
  });

  test("a taken externalId is 409, and nothing is created", async () => {
    const simulator = simulate({ websets: [{ externalId: "crm-1" }] });
    expect((await call(simulator, "POST", "", { externalId: "crm-1" })).status).toBe(409);
    expect(simulator.websets).toHaveLength(1);
  });

  test("cancel ends what runs, and it stays so", async () => {
    const simulator = simulate();
    const { body } = await call(simulator, "POST", "", { search, enrichments });
    const canceled = await call(simulator, "POST", `/${body.id}/cancel`);
    expect(canceled.body).toMatchObject({
      status: "idle",
      searches: [{ status: "canceled", canceledReason: "webset_canceled" }],
      enrichments: [{ status: "canceled" }],
    });
    simulator.advance(60_000);
    expect(simulator.websets[0]?.searches[0]?.status).toBe("canceled");
  });

  test("cancel leaves what is completed", async () => {
    const simulator = simulate();
    const { body } = await call(simulator, "POST", "", { search });
    simulator.advance(60_000);
    const canceled = await call(simulator, "POST", `/${body.id}/cancel`);
    expect(canceled.body.searches[0].status).toBe("completed");
  });
});

describe("refusals", () => {
  const websets = [{ id: "w" }];

  test.each([
    ["a value that is too long", { metadata: { k: "x".repeat(1001) } }, 422],
    ["a field that the contract does not know", { nope: 1 }, 422],
    ["a body of another type", [], 422],
    ["half a JSON", "{", 400],
  ])("%s", async (_, body, status) => {
    const simulator = simulate({ websets });
    expect((await call(simulator, "POST", "/w", body)).status).toBe(status);
    expect(simulator.websets).toEqual(simulate({ websets }).websets);
  });

  test("a missing key is 401", async () => {
    expect((await call(simulate({ websets }), "GET", "/w", undefined, "")).status).toBe(401);
  });

  test.each([400, 401] as const)(
    "a wrong key is %j where it is asked for",
    async (wrongKeyStatus) => {
      const simulator = simulate({ websets, apiKey: "right", wrongKeyStatus });
      const { status, body } = await call(simulator, "GET", "/w");
      expect([status, body.error]).toEqual([wrongKeyStatus, expect.stringMatching(/key/i)]);
      expect((await call(simulator, "GET", "/w", undefined, "right")).status).toBe(200);
    },
  );

  test("an unknown id is 404 and names the path", async () => {
    const { status, body } = await call(simulate(), "GET", "/nobody");
    expect([status, body.path]).toEqual([404, "/websets/v0/websets/nobody"]);
  });

  test("an unknown id is a Webset where ids are adopted", async () => {
    const simulator = simulate({ unknownIds: "adopt" });
    expect((await client(simulator).update("any", { title: "T" })).title).toBe("T");
    expect(simulator.websets.map(({ id }) => id)).toEqual(["any"]);
  });

  test("another method of a known path is 405 with those that are allowed", async () => {
    const { status, headers } = await call(simulate(), "PATCH", "/w", {});
    expect([status, headers.get("allow")]).toEqual([405, "GET, POST, DELETE"]);
  });

  test.each([
    [[{ status: "archived" }], "Webset 1: /status is archived"],
    [[{}, { metadata: { k: 1 } }], "Webset 2: /metadata/k is "],
    [[null], "Webset 1: a Webset is an object"],
  ])("a seed that is no Webset: %j", (seeds, message) => {
    const websets = seeds as never; // JavaScript has no types
    expect(() => simulate({ websets })).toThrow(message);
  });
});

describe("sameness", () => {
  async function story(seed?: number) {
    const simulator = simulate(seed === undefined ? {} : { seed });
    await call(simulator, "POST", "", { search: { query: "q" } });
    await call(simulator, "POST", "", {});
    return simulator.websets;
  }

  test("the same seed gives the same ids and dates, another seed other ids", async () => {
    expect(await story()).toEqual(await story());
    expect((await story(2))[0]?.id).not.toBe((await story())[0]?.id);
  });

  test("ids look like those of the live API", async () => {
    const [webset] = await story();
    expect(webset?.id).toMatch(/^webset_[0-9a-z]{26}$/);
    expect(webset?.searches[0]?.id).toMatch(/^wsearch_[0-9a-z]{26}$/);
    expect(webset?.createdAt).toMatch(/^2026-01-01T00:00:00\.\d{3}Z$/);
  });

  test("reset begins anew", async () => {
    const simulator = simulate({ websets: [{ id: "w" }] });
    const before = simulator.websets;
    simulator.fail(500);
    await call(simulator, "POST", "", {});
    simulator.reset();
    expect(simulator.websets).toEqual(before);
    expect(simulator.requests).toEqual([]);
    expect((await call(simulator, "GET", "/w")).status).toBe(200);
  });
});

test("tells what came in, without the key", async () => {
  const simulator = simulate({ websets: [{ id: "w" }] });
  await call(simulator, "POST", "/w", { title: "T" }, "exa-secret");
  expect(simulator.requests).toMatchObject([
    { method: "POST", url: "/websets/v0/websets/w", body: { title: "T" }, status: 200 },
  ]);
  expect(JSON.stringify(simulator.requests)).not.toContain("exa-secret");
});

describe("faults", () => {
  const websets = [{ id: "w" }, { id: "v" }];
  const statuses = async (simulator: Simulator, times: number, path = "/w") => {
    const seen: unknown[] = [];
    for (let i = 0; i < times; i++)
      seen.push(
        await call(simulator, "GET", path).then(
          ({ status }) => status,
          () => "broken",
        ),
      );
    return seen;
  };

  test("the n-th call", async () => {
    const simulator = simulate({ websets });
    simulator.fail(429, { on: 2, retryAfter: 7 });
    expect(await statuses(simulator, 3)).toEqual([200, 429, 200]);
  });

  test("so many calls", async () => {
    const simulator = simulate({ websets });
    simulator.fail("reset", { times: 2 });
    expect(await statuses(simulator, 3)).toEqual(["broken", "broken", 200]);
  });

  test("one Webset", async () => {
    const simulator = simulate({ websets });
    simulator.fail(503, { id: "v" });
    expect(await statuses(simulator, 1)).toEqual([200]);
    expect(await statuses(simulator, 1, "/v")).toEqual([503]);
  });

  test("a share of the calls, the same for the same seed", async () => {
    const run = async () => {
      const simulator = simulate({ websets, seed: 3 });
      simulator.fail(500, { share: 0.3 });
      return statuses(simulator, 100);
    };
    const first = await run();
    expect(first.filter((status) => status === 500).length).toBeGreaterThan(15);
    expect(first.filter((status) => status === 500).length).toBeLessThan(45);
    expect(await run()).toEqual(first);
  });

  test("a call can be carried out and yet fail", async () => {
    const simulator = simulate({ websets });
    simulator.fail("reset", { carriedOut: true });
    const error = await client(simulator)
      .update("w", { title: "T" })
      .catch((error) => error);
    expect(error).toMatchObject({ name: "ConnectionError", delivery: "unknown" });
    expect(simulator.websets[0]?.title).toBe("T");
  });

  test("rate limits count down, end, and begin anew", async () => {
    const simulator = simulate({ websets, rateLimit: { calls: 2, window: 10_000 } });
    const quota = async () => {
      const { status, headers } = await call(simulator, "GET", "/w");
      return [status, headers.get("x-ratelimit-remaining"), headers.get("retry-after")];
    };
    expect(await quota()).toEqual([200, "1", null]);
    expect(await quota()).toEqual([200, "0", null]);
    expect(await quota()).toEqual([429, "0", "10"]);
    simulator.advance(6_000);
    expect(await quota()).toEqual([429, "0", "4"]);
    simulator.advance(4_000);
    expect(await quota()).toEqual([200, "1", null]);
  });
});

describe("on a socket", () => {
  test("answers the client, and is gone once closed", async () => {
    const simulator = simulate({ websets: [{ id: "w" }] });
    const { baseUrl, close } = await simulator.listen();
    const websets = createWebsetsClient({ apiKey: "k", baseUrl, maxRetries: 0 });
    expect((await websets.update("w", { title: "T" })).title).toBe("T");
    await close();
    await close();
    await expect(websets.update("w", {})).rejects.toMatchObject({ name: "ConnectionError" });
  });

  test("a second listen is refused; after close it may listen again", async () => {
    const simulator = simulate();
    const first = await simulator.listen();
    await expect(simulator.listen()).rejects.toThrow("listens already");
    await first.close();
    await (await simulator.listen()).close();
  });

  test("a port that is taken is one clear error", async () => {
    const first = await simulate().listen();
    const port = Number(new URL(first.baseUrl).port);
    await expect(simulate().listen(port)).rejects.toThrow(`port ${port} is in use; choose another`);
    await first.close();
  });

  test.each(["reset", "redirect", "html"] as const)(
    "%s arrives as it does without one",
    async (fault) => {
      const simulator = simulate({ websets: [{ id: "w" }] });
      simulator.fail(fault);
      const { baseUrl, close } = await simulator.listen();
      const overSocket = createWebsetsClient({ apiKey: "k", baseUrl, maxRetries: 0 });
      const names = await Promise.all(
        [overSocket, client(simulator)].map((one) => one.update("w", {}).catch(({ name }) => name)),
      );
      expect(names[0]).toBe(names[1]);
      await close();
    },
  );
});

test("a call that is aborted leaves at once", async () => {
  const simulator = simulate({ latency: 60_000, websets: [{ id: "w" }] });
  const controller = new AbortController();
  const waiting = simulator.fetch(`${base}/w`, {
    signal: controller.signal,
    headers: { "x-api-key": "k" },
  });
  setImmediate(() => controller.abort("enough"));
  await expect(waiting).rejects.toBe("enough");
});
