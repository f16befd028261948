import type { Client } from "openapi-fetch";
import { expectTypeOf, test } from "vitest";
import type { paths } from "../generated/types.ts";
import {
  ApiError,
  createWebsetsClient,
  type Delivery,
  RateLimitError,
  type RawClient,
  type UpdateResult,
  type Webset,
  type WebsetsClient,
  WebsetsError,
} from "./index.ts";

declare const client: WebsetsClient;

test("an update takes metadata and title, and nothing else", () => {
  client.update("ws_1", { metadata: { team: "search" }, title: "Fleets" });
  client.update("ws_1", { metadata: null, title: null });
  client.update("ws_1", {});
  // @ts-expect-error name is in no schema, though the vendor's own sample passes it
  client.update("ws_1", { name: "x" });
  // @ts-expect-error nor is description
  client.update("ws_1", { metadata: {}, description: "x" });
  // @ts-expect-error values are strings
  client.update("ws_1", { metadata: { count: 1 } });
  // @ts-expect-error a body is required
  client.update("ws_1");
  // @ts-expect-error an id is a string
  client.update(1, {});
  // @ts-expect-error no such option
  client.update("ws_1", {}, { retries: 1 });
});

test("an option may be undefined, and never null", () => {
  client.update("ws_1", {}, { timeout: undefined, signal: undefined, headers: undefined });
  createWebsetsClient({
    apiKey: undefined,
    timeout: undefined,
    hooks: undefined,
    strict: undefined,
  });
  // @ts-expect-error null is no signal
  client.update("ws_1", {}, { signal: null });
  // @ts-expect-error nor a number
  createWebsetsClient({ timeout: null });
});

test("an update gives a Webset, or all that came with it", () => {
  expectTypeOf(client.update("ws_1", {})).resolves.toEqualTypeOf<Webset>();
  expectTypeOf(client.update("ws_1", {}).withResponse()).resolves.toEqualTypeOf<UpdateResult>();
  expectTypeOf<Webset["status"]>().toEqualTypeOf<"idle" | "pending" | "running" | "paused">();
});

test("a list gives a page, and iterates over Websets", async () => {
  expectTypeOf((await client.list({ limit: 5 })).data).toEqualTypeOf<Webset[]>();
  for await (const webset of client.list()) expectTypeOf(webset).toEqualTypeOf<Webset>();
});

test("raw is the openapi-fetch client of the contract, under a name of this package", () => {
  expectTypeOf(client.raw).toEqualTypeOf<RawClient>();
  expectTypeOf(client.raw).toExtend<Client<paths>>();
  // @ts-expect-error there is no such path
  client.raw.POST("/v0/things", { body: {} });
});

test("errors narrow by their class", () => {
  const error: unknown = undefined;
  if (error instanceof RateLimitError) {
    expectTypeOf(error.name).toEqualTypeOf<"RateLimitError">();
    expectTypeOf(error.retryAt).toEqualTypeOf<Date | undefined>();
    expectTypeOf(error).toExtend<ApiError>();
  }
  if (error instanceof ApiError) expectTypeOf(error.status).toEqualTypeOf<number>();
  if (error instanceof WebsetsError) expectTypeOf(error.delivery).toEqualTypeOf<Delivery>();
});

test("errors narrow by their name", () => {
  const error: unknown = undefined;
  if (!(error instanceof WebsetsError)) return;
  switch (error.name) {
    case "UnreadableResponseError":
      expectTypeOf(error.reason).toExtend<string>();
      break;
    case "ContractViolationError":
      expectTypeOf(error.findings.length).toEqualTypeOf<number>();
      break;
    case "RateLimitError":
    case "ApiError":
      expectTypeOf(error.tag).toEqualTypeOf<string | undefined>();
      expectTypeOf(error.headers).toEqualTypeOf<Headers>();
      break;
    case "TimeoutError":
      // @ts-expect-error a timeout has no status
      error.status;
      break;
    // @ts-expect-error there is no such error
    case "TeapotError":
      break;
  }
});

test("the key is text or a function that gives it", () => {
  createWebsetsClient({ apiKey: "k" });
  createWebsetsClient({ apiKey: async () => "k" });
  // @ts-expect-error a key is no number
  createWebsetsClient({ apiKey: 7 });
});
