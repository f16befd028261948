import { expect, test } from "vitest";
import { readBody } from "./read-body.ts";

const chunks = (...parts: Uint8Array[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    }),
  );

test("joins characters that were cut between two chunks", async () => {
  const bytes = new TextEncoder().encode("aü😀");
  expect(await readBody(chunks(...[...bytes].map((byte) => Uint8Array.of(byte))), 100)).toBe(
    "aü😀",
  );
});

test("takes a body of exactly the limit, and not one byte more", async () => {
  expect(await readBody(new Response("12345"), 5)).toBe("12345");
  await expect(readBody(new Response("123456"), 5)).rejects.toBeUndefined();
});

test("counts what comes, not what Content-Length says", async () => {
  const response = new Response("123456", { headers: { "content-length": "2" } });
  await expect(readBody(response, 5)).rejects.toBeUndefined();
});

test("reads an answer without a body as empty", async () => {
  expect(await readBody(new Response(null, { status: 204 }), 5)).toBe("");
});
