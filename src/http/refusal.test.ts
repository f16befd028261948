import { expect, test } from "vitest";
import { readRefusal } from "./refusal.ts";

const read = (status: number, body: unknown, headers = {}) =>
  readRefusal(new Response(null, { status, headers }), body);

test("prefers the message to the name of the status", () => {
  expect(
    read(404, { statusCode: 404, message: "Import not found", error: "Not Found" }).reason,
  ).toBe("404 Import not found");
  expect(read(402, { error: "No credits", tag: "NO_MORE_CREDITS" })).toMatchObject({
    reason: "402 No credits",
    tag: "NO_MORE_CREDITS",
  });
});

test("takes the request id from the header, or else from the body", () => {
  expect(read(500, { requestId: "body" }, { "x-request-id": "header" }).requestId).toBe("header");
  expect(read(500, { requestId: "body" }).requestId).toBe("body");
});

test.each([
  [400, { error: "x-api-key header is invalid" }, 401],
  [400, { error: "Bad", tag: "INVALID_API_KEY" }, 401],
  [400, { error: "metadata must be an object" }, 400],
  [403, { error: "x-api-key header is invalid" }, 403],
])("takes %i with %j for %i", (status, body, kind) => {
  expect(read(status, body).kind).toBe(kind);
});

test.each([
  [null],
  ["<p>no</p>"],
  [[]],
  [7],
  [{ message: { toString: 1 }, error: [], tag: 7, requestId: {} }],
])("makes nothing of the body %j", (body) => {
  expect(read(500, body)).toEqual({
    kind: 500,
    reason: "500 ",
    tag: undefined,
    requestId: undefined,
  });
});
