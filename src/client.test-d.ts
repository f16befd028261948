import type { Client } from "openapi-fetch";
import { expectTypeOf, test } from "vitest";
import type { paths } from "../generated/types.ts";
import {
  ApiError,
  createWebsetsClient,
  RateLimitError,
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

test("an update gives a Webset, or all that came with it", () => {
  expectTypeOf(client.update("ws_1", {})).resolves.toEqualTypeOf<Webset>();
  expectTypeOf(client.update("ws_1", {}).withResponse()).resolves.toEqualTypeOf<UpdateResult>();
  expectTypeOf<Webset["status"]>().toEqualTypeOf<"idle" | "pending" | "running" | "paused">();
});

test("raw is the openapi-fetch client of the contract", () => {
  expectTypeOf(client.raw).toEqualTypeOf<Client<paths>>();
  // @ts-expect-error there is no such path
  client.raw.POST("/v0/imports", { body: {} });
});

test("errors narrow by their class", () => {
  const error: unknown = undefined;
  if (error instanceof RateLimitError) {
    expectTypeOf(error.name).toEqualTypeOf<"RateLimitError">();
    expectTypeOf(error.retryAt).toEqualTypeOf<Date | undefined>();
    expectTypeOf(error).toExtend<ApiError>();
  }
  if (error instanceof ApiError) expectTypeOf(error.status).toEqualTypeOf<number>();
  if (error instanceof WebsetsError)
    expectTypeOf(error.delivery).toEqualTypeOf<"not-sent" | "rejected" | "unknown">();
});

test("the key is text or a function that gives it", () => {
  createWebsetsClient({ apiKey: "k" });
  createWebsetsClient({ apiKey: async () => "k" });
  // @ts-expect-error a key is no number
  createWebsetsClient({ apiKey: 7 });
});
