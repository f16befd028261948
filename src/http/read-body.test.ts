import { expect, test } from "vitest";
import { discardBody, readBody } from "./read-body.ts";

const text = '{"title":"aü😀"}';
const bytes = new TextEncoder().encode(text);
const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

test.each<[string, Parameters<typeof readBody>[0]]>([
  ["a stream", { body: streamOf(bytes) }],
  [
    "a stream that cuts characters in two",
    { body: streamOf(...Array.from(bytes, (b) => Uint8Array.of(b))) },
  ],
  ["a stream beside text()", { body: streamOf(bytes), text: async () => "not this" }],
  [
    "text() beside a stream of Node, as node-fetch has it",
    { body: { pipe() {} }, text: async () => text },
  ],
  ["text() alone, as React Native has it", { text: async () => text }],
  ["json() alone, as many tests have it", { json: async () => JSON.parse(text) }],
])("reads %s", async (_, response) => {
  expect(await readBody(response, 100)).toBe(text);
});

test("takes what has no body for empty", async () => {
  expect(await readBody({}, 100)).toBe("");
  expect(await readBody({ body: null, json: async () => undefined }, 100)).toBe("");
});

test.each<[string, () => Parameters<typeof readBody>[0]]>([
  ["a stream", () => ({ body: streamOf(bytes) })],
  ["text()", () => ({ text: async () => text })],
])("counts the bytes of %s: the limit, and not one more", async (_, make) => {
  expect(await readBody(make(), bytes.length)).toBe(text);
  expect(await readBody(make(), bytes.length - 1)).toBeUndefined();
});

test("stops reading at the limit, and frees the stream", async () => {
  let canceled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: () => void canceled++,
  });
  expect(await readBody({ body }, 25)).toBeUndefined();
  expect(canceled).toBe(1);
});

test("keeps what broke a body", async () => {
  const cause = new Error("cut");
  const body = new ReadableStream({ pull: (controller) => controller.error(cause) });
  await expect(readBody({ body }, 9)).rejects.toBe(cause);
  const text = () => Promise.reject(cause);
  await expect(readBody({ text }, 9)).rejects.toBe(cause);
});

test("frees a body that is not read, of either kind, and minds no failure", async () => {
  const freed: string[] = [];
  const body = new ReadableStream({
    cancel() {
      freed.push("web");
      throw new Error("cannot");
    },
  });
  discardBody({ body });
  discardBody({ body: { destroy: () => void freed.push("node") } });
  discardBody({ body: null });
  discardBody({});
  await new Promise(setImmediate);
  expect(freed).toEqual(["web", "node"]);
});
