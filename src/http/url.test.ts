import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInputError } from "../errors.ts";
import { checkBaseUrl, checkUrl } from "./url.ts";

test.each([
  ["https://api.exa.ai/websets", "https://api.exa.ai/websets"],
  ["https://api.exa.ai/websets//", "https://api.exa.ai/websets"],
  ["HTTPS://API.Exa.ai", "https://api.exa.ai"],
  ["https://proxy.test:8443/a/../b", "https://proxy.test:8443/b"],
  ["http://localhost:4010", "http://localhost:4010"],
  ["http://127.0.0.2", "http://127.0.0.2"],
  ["http://[::1]:80/x", "http://[::1]/x"],
  [" https://api.exa.ai\n", "https://api.exa.ai"],
  ["https://api.exa.ai\\web sets", "https://api.exa.ai/web%20sets"],
])("takes the base URL %s as %s", (given, base) => {
  expect(checkBaseUrl(given, false)).toBe(base);
});

test.each([
  "",
  "/websets",
  "api.exa.ai",
  "ftp://api.exa.ai",
  "xhttps://api.exa.ai",
  "file:///etc/passwd",
  "data:,x",
  "http://api.exa.ai",
  "http://localhost.evil.test",
  "http://127.0.0.1.evil.test",
  "https://api.exa.ai/?t=1",
  "https://api.exa.ai/?",
  "https://api.exa.ai/#x",
  "https://user:secret@api.exa.ai",
  "https://secret@api.exa.ai",
  "https://",
])("refuses the base URL %j without repeating it", (given) => {
  const check = () => checkBaseUrl(given, false);
  expect(check).toThrow(InvalidInputError);
  expect(check).not.toThrow("secret");
});

test("takes plain http beyond loopback only where it is allowed", () => {
  expect(checkBaseUrl("http://mock.internal", true)).toBe("http://mock.internal");
  expect(() => checkBaseUrl("ftp://mock.internal", true)).toThrow(InvalidInputError);
});

const base = "https://api.exa.ai/websets";
const url = (id: string) => `${base}/v0/websets/${encodeURIComponent(id)}`;

test.each([
  ["ws_1", "ws_1"],
  ["a/b", "a%2Fb"],
  ["../../admin", "..%2F..%2Fadmin"],
  ["%2e%2e", "%252e%252e"],
  ["ws_1/cancel", "ws_1%2Fcancel"],
  ["a?x=1", "a%3Fx%3D1"],
  ["a#f", "a%23f"],
  ["a\\b", "a%5Cb"],
  ["...", "..."],
  ["$&{id}", "%24%26%7Bid%7D"],
  [" ", "%20"],
  ["ü😀", "%C3%BC%F0%9F%98%80"],
])("carries the id %j as the one segment %s", (id, segment) => {
  expect(checkUrl(url(id), base)).toBe(`/v0/websets/${segment}`);
});

test.each(["", ".", "..", "ws_1\n", "\u0000", "\u001f", "a\u007f", "\u0080", "\u009f"])(
  "refuses the id %j",
  (id) => {
    expect(() => checkUrl(url(id), base)).toThrow(InvalidInputError);
  },
);

test("gives back every id that it takes, from a URL of exactly the same segments", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0x10ffff), { minLength: 1, maxLength: 20 }), (points) => {
      const id = String.fromCodePoint(...points);
      if (/^\.{1,2}$|[\p{Cc}\p{Cs}]/u.test(id)) return true;
      const { pathname, href } = new URL(url(id));
      const [, , , , segment = "", ...more] = pathname.split("/");
      checkUrl(url(id), base);
      return (
        decodeURIComponent(segment) === id &&
        more.length === 0 &&
        href === `https://api.exa.ai${pathname}`
      );
    }),
  );
});

test.each([
  ["another origin", "https://evil.test/websets/v0/websets/x"],
  ["a longer host", "https://api.exa.ai.evil.test/websets/v0/websets/x"],
  ["a path beside the base", "https://api.exa.ai/websetsx/v0"],
  ["the base itself", base],
  ["a template that was not filled", `${base}/v0/websets/{id}`],
  ["a dot segment", `${base}/v0/websets/..`],
  ["an encoded dot segment", `${base}/v0/websets/%2e%2e`],
  ["an empty segment", `${base}/v0//x`],
  ["no id", `${base}/v0/websets/`],
  ["a line end", `${base}/v0/websets/x\n`],
])("refuses a URL with %s", (_, target) => {
  expect(() => checkUrl(target, base)).toThrow(InvalidInputError);
});
