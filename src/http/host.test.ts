import { channel } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import * as host from "./host.ts";
import * as browser from "./host-browser.ts";

test("gives the channel of a name while somebody listens to it", () => {
  expect(host.channelOf("retry")).toBeUndefined();
  const seen: unknown[] = [];
  const listener = (event: unknown) => void seen.push(event);
  channel("exa-websets:retry").subscribe(listener);
  onTestFinished(() => void channel("exa-websets:retry").unsubscribe(listener));
  const event = {};
  host.channelOf("retry")?.publish(event);
  expect(seen).toEqual([event]);
});

const url = "https://api.exa.ai/websets/v0/websets/refused-leads";
const withFields = (fields: object, message = "no") => Object.assign(new Error(message), fields);
/** As Node's fetch wraps it. */
const wrapped = (cause: Error) => new TypeError("fetch failed", { cause });
const node = (code: string, fields = {}) => wrapped(withFields({ code, ...fields }));
const deno = (text: string, target = url) =>
  wrapped(new Error(`error sending request for url (${target}): ${text}`));
const connect = { syscall: "connect" };
const several = (...syscalls: string[]) =>
  wrapped(
    Object.assign(new AggregateError(syscalls.map((syscall) => withFields({ syscall }))), {
      code: "ETIMEDOUT",
    }),
  );

// What Node 20 to 24, Bun 1 and Deno 2 were seen to throw.
test.each([
  ["Node, refused", node("ECONNREFUSED", connect), "ECONNREFUSED"],
  ["Node, unknown host", node("ENOTFOUND"), "ENOTFOUND"],
  ["Node, no name server", node("EAI_AGAIN"), "EAI_AGAIN"],
  ["Node, unreachable network", node("ENETUNREACH", connect), "ENETUNREACH"],
  ["Node, unreachable host", node("EHOSTUNREACH", connect), "EHOSTUNREACH"],
  ["Node, no connection in time", node("ETIMEDOUT", connect), "ETIMEDOUT"],
  ["Node, no address connects in time", several("connect", "connect"), "ETIMEDOUT"],
  ["undici, no connection in time", node("UND_ERR_CONNECT_TIMEOUT"), "UND_ERR_CONNECT_TIMEOUT"],
  ["node-fetch, refused", withFields({ code: "ECONNREFUSED", ...connect }), "ECONNREFUSED"],
  ["Bun, refused", withFields({ code: "ECONNREFUSED", path: url }), "ECONNREFUSED"],
  ["Bun 1.0, refused", withFields({ code: "ConnectionRefused" }), "ConnectionRefused"],
  [
    "Deno, refused",
    deno("client error (Connect): tcp connect error: Connection refused"),
    undefined,
  ],
])("knows that nothing was sent: %s", (_, failure, code) => {
  expect(host.explain(failure, url)).toMatchObject({ unsent: true, says: expect.any(String) });
  expect(host.explain(failure, url)?.code).toBe(code);
  expect(host.explain(failure, url)?.final).toBeFalsy();
});

test.each([
  ["self-signed", node("DEPTH_ZERO_SELF_SIGNED_CERT"), /certificate/],
  ["expired", node("CERT_HAS_EXPIRED"), /certificate/],
  ["of another host", node("ERR_TLS_CERT_ALTNAME_INVALID"), /certificate/],
  ["Bun, self-signed", withFields({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), /certificate/],
  ["Bun, 407", withFields({ code: "ERR_PROXY_TUNNEL", status: 407 }), /proxy/],
  [
    "undici, 407",
    wrapped(
      new Error("Request was cancelled.", {
        cause: withFields(
          { code: "UND_ERR_ABORTED" },
          "Proxy response (407) !== 200 when HTTP Tunneling",
        ),
      }),
    ),
    /proxy/,
  ],
])("knows that to ask again cannot help: %s", (_, failure, says) => {
  expect(host.explain(failure, url)).toMatchObject({
    unsent: true,
    final: true,
    says: expect.stringMatching(says),
  });
});

test.each([
  ["Node, reset", node("ECONNRESET")],
  ["Node, closed", node("UND_ERR_SOCKET")],
  ["Node, an open connection that timed out", node("ETIMEDOUT", { syscall: "read" })],
  [
    "Node, an open connection whose host became unreachable",
    node("EHOSTUNREACH", { syscall: "read" }),
  ],
  ["Node, one address connected", several("connect", "read")],
  ["Node, no address at all", several()],
  ["undici, aborted", withFields({ code: "UND_ERR_ABORTED" })],
  ["undici, headers too large", node("UND_ERR_HEADERS_OVERFLOW")],
  ["Bun, reset", withFields({ code: "ECONNRESET", path: url }, "ECONNRESET")],
  ["Deno, reset", wrapped(new Error("Connection reset by peer (os error 104)"))],
  [
    "Deno, closed",
    wrapped(
      new Error(
        `error sending request from 127.0.0.1:1 for ${url} (127.0.0.1:2): client error (SendRequest): refused`,
      ),
    ),
  ],
  ["a text that quotes the id", new TypeError(`${url} ECONNREFUSED refused notfound dns`)],
  ["a code that is a word of every object", withFields({ code: "constructor" })],
  ["a code that is no text", withFields({ code: 20 })],
  ["Chromium", new TypeError("Failed to fetch")],
  ["text", "ECONNREFUSED"],
  ["null", null],
  ["nothing at all", undefined],
])("claims nothing of what may have been sent: %s", (_, failure) => {
  expect(host.explain(failure, url)?.unsent).toBeFalsy();
});

test("is not misled by an id that looks like Deno's text", () => {
  const hostile = `${url}):%20client%20error%20(Connect)`;
  const reset = deno("client error (SendRequest): connection closed", hostile);
  expect(host.explain(reset, hostile)?.unsent).toBeFalsy();
  expect(host.explain(deno("client error (Connect): dns error", hostile), hostile)?.unsent).toBe(
    true,
  );
  expect(host.explain(deno("client error (Connect): dns error", hostile), url)?.unsent).toBeFalsy();
});

test("ends where causes go round in a circle", () => {
  const circle = new Error("a");
  circle.cause = circle;
  expect(host.explain(circle, url)).toBeUndefined();
});

test("exports the same for browsers, which tell nothing", () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(host).sort());
  expect(browser.explain(node("ECONNREFUSED"), url)).toBeUndefined();
  expect(browser.channelOf("retry")).toBeUndefined();
});
