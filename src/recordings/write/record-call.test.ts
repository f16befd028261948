import { expect, test } from "vitest";
import { UnreadableResponseError } from "../../errors.ts";
import { recordCall } from "./record-call.ts";

const options = { apiKey: "a-key", baseUrl: "https://api.example/websets", maxRetries: 1 };
const json = { "content-type": "application/json" };
const busy = () =>
  new Response('{"error":"busy"}', { status: 503, headers: { "retry-after": "0", ...json } });

/** Records an update that gets these answers in turn. */
function record(...answers: (() => Response)[]) {
  const answering: typeof fetch = async () => {
    const next = answers.shift();
    if (!next) throw new TypeError("fetch failed");
    return next();
  };
  return recordCall({ ...options, fetch: answering }, (client) =>
    client.update("a/b", { title: "t" }),
  );
}

test("gives the request and the last attempt's answer as they went over the wire", async () => {
  const { exchange, failure } = await record(
    busy,
    () => new Response('{"a":"ü"}', { headers: json }),
  );
  expect(exchange).toMatchObject({
    request: {
      method: "POST",
      url: "https://api.example/websets/v0/websets/a%2Fb",
      headers: { "x-api-key": "a-key", "content-type": "application/json" },
      body: '{"title":"t"}',
    },
    response: { status: 200, headers: json, body: '{"a":"ü"}' },
  });
  expect(failure).toBeInstanceOf(UnreadableResponseError);
});

test("does not take an earlier attempt's answer for that of one that got none", async () => {
  await expect(record(busy)).rejects.toThrow();
});

test("gives an answer that may have no body", async () => {
  const { exchange } = await record(() => new Response(null, { status: 204 }));
  expect(exchange.response).toEqual({ status: 204, headers: {} });
});

test("reads no more than the client does, and says so", async () => {
  let pulled = 0;
  const endless = (type: string) => () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
        },
      }),
      { headers: { "content-type": type } },
    );
  const page = await record(endless("text/html"));
  expect(page.exchange.response.gaps).toEqual({ body: "not-recorded" });
  expect(pulled).toBeLessThan(4);
  const { exchange } = await record(endless("application/json"));
  expect(exchange.response.gaps).toEqual({ body: "cut" });
  expect(pulled).toBeLessThan(20);
});

test("takes a header of any name for a header", async () => {
  const named = { ...json, constructor: "x", __proto__: "y" };
  const { exchange } = await record(() => new Response("{}", { headers: named }));
  expect(exchange.response.headers.constructor).toBe("x");
});
