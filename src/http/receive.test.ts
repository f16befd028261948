import { expect, test } from "vitest";
import { receive } from "./receive.ts";

const webset = { id: "ws_1", object: "webset" };
const now = Date.UTC(2026, 0, 1);
const read = (response: Response, limit = 1000) =>
  receive(response, limit, "secret-key-1", now, () => {});
/** The error that it ends in. */
const failure = (response: Response, limit?: number) =>
  read(response, limit).then(
    () => expect.unreachable(),
    (error) => error,
  );
const refused = (status: number, body: unknown, headers = {}) =>
  failure(Response.json(body, { status, headers }));

test("joins characters that were cut between two chunks", async () => {
  const text = JSON.stringify({ ...webset, title: "aü😀" });
  const body = new ReadableStream({
    start(controller) {
      for (const byte of new TextEncoder().encode(text)) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await (await read(new Response(body, json))).text()).toBe(text);
});

const json = { headers: { "content-type": "application/json" } };

test("takes a body of exactly the limit, and not one byte more", async () => {
  const { length } = JSON.stringify(webset);
  expect(await (await read(Response.json(webset), length)).json()).toEqual(webset);
  expect((await failure(Response.json(webset), length - 1)).reason).toBe("too-large");
});

test("counts what comes after a chunk that ends at the limit", async () => {
  const text = JSON.stringify(webset);
  const body = new ReadableStream({
    start(controller) {
      for (const part of [text, " "]) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  expect((await failure(new Response(body, json), text.length)).reason).toBe("too-large");
});

test("counts what comes, not what Content-Length says", async () => {
  const response = Response.json(webset, { headers: { "content-length": "2" } });
  expect((await failure(response, 5)).reason).toBe("too-large");
});

test("takes the request id from the header, or else from the body", async () => {
  const header = { "x-request-id": "header" };
  expect((await refused(500, { requestId: "body" }, header)).requestId).toBe("header");
  expect((await refused(500, { requestId: "body" })).requestId).toBe("body");
  expect((await refused(500, {})).requestId).toBeUndefined();
});

test.each([
  [400, { error: "x-api-key header is invalid" }, "AuthenticationError"],
  [400, { error: "Bad", tag: "INVALID_API_KEY" }, "AuthenticationError"],
  [400, { error: "metadata must be an object" }, "BadRequestError"],
  [403, { error: "x-api-key header is invalid" }, "PermissionDeniedError"],
  [418, {}, "ApiError"],
])("takes %i with %j for an %s", async (status, body, name) => {
  expect(await refused(status, body)).toMatchObject({ name, status });
});

test.each([
  [null],
  ["<p>no</p>"],
  [[]],
  [7],
  [{ message: { toString: 1 }, error: [], tag: 7, requestId: {} }],
])("keeps the body %j of a refusal as it is", async (body) => {
  const error = await refused(500, body);
  expect([error.name, error.body]).toEqual(["InternalServerError", body]);
  expect(error.message).toBe(`500 ${JSON.stringify(body)}`);
});

test("quotes no more than the beginning of a long refusal", async () => {
  const error = await refused(500, "x".repeat(1000));
  expect(error.message).toBe(`500 "${"x".repeat(199)}`);
});

test("shows what was read before it judges it, without cookies and without the key", async () => {
  const seen: unknown[] = [];
  const response = Response.json(
    { error: "secret-key-1" },
    { status: 404, headers: { "set-cookie": "session=1" } },
  );
  const outcome = receive(response, 100, "secret-key-1", now, (shown) => void seen.push(shown));
  await expect(outcome).rejects.toThrow("404");
  const headers = { "content-type": "application/json" };
  expect(seen).toEqual([{ status: 404, headers, body: '{"error":"[redacted]"}' }]);
});

test("leaves a text alone in which a very short key would stand by chance", async () => {
  const answer = await receive(Response.json(webset), 100, "web", now, () => {});
  expect(await answer.json()).toEqual(webset);
});

test("takes any JSON, or nothing, where no Webset was asked for", async () => {
  const headers = { "content-type": "application/json" };
  const judge = (body: string, webset?: boolean) =>
    receive(new Response(body, { headers }), 99, "key", 0, () => {}, webset).then(
      () => "taken",
      ({ reason }) => reason,
    );
  const bodies = ["", "[]", "{}", "text"];
  expect(await Promise.all(bodies.map((body) => judge(body)))).toEqual([
    "taken",
    "taken",
    "taken",
    "not-json",
  ]);
  expect(await Promise.all(bodies.map((body) => judge(body, true)))).toEqual([
    "empty",
    "not-a-webset",
    "not-a-webset",
    "not-json",
  ]);
});
