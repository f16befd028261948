import { channel } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import * as host from "./host.ts";
import * as browser from "./host-browser.ts";

test("publishes on the channel of the name", () => {
  const seen: unknown[] = [];
  const listener = (event: unknown) => void seen.push(event);
  channel("exa-websets:retry").subscribe(listener);
  onTestFinished(() => void channel("exa-websets:retry").unsubscribe(listener));
  const event = {};
  host.publish("retry", event);
  host.publish("request", {});
  expect(seen).toEqual([event]);
});

const failure = (code: string, message = "fetch failed") =>
  new TypeError(message, { cause: Object.assign(new Error("no"), { code }) });

test.each([
  ["Node, refused", failure("ECONNREFUSED"), true],
  ["Node, unknown host", failure("ENOTFOUND"), true],
  ["Node, no name server", failure("EAI_AGAIN"), true],
  ["Node, reset", failure("ECONNRESET"), false],
  ["Node, closed", failure("UND_ERR_SOCKET"), false],
  ["Bun, refused", Object.assign(new Error("no"), { code: "ConnectionRefused" }), true],
  ["Bun, unknown host", Object.assign(new Error("no"), { code: "FailedToOpenSocket" }), true],
  ["Deno, refused", new TypeError("tcp connect error: Connection refused (os error 111)"), true],
  ["Deno, unknown host", new TypeError("client error (Connect): dns error: no address"), true],
  ["Chromium", new TypeError("Failed to fetch"), false],
  ["nothing at all", undefined, false],
])("knows whether something was sent: %s", (_, error, unsent) => {
  let called = false;
  host.onceUnsent(error, () => {
    called = true;
  });
  expect(called).toBe(unsent);
});

test("exports the same for browsers", () => {
  expect(Object.keys(browser)).toEqual(Object.keys(host));
});
