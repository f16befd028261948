import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { bundleHost } from "../package/consumer.ts";
import type { Outcome } from "./case.ts";
import { cases } from "./cases.ts";
import { runProcess } from "./runtimes/process.ts";
import { type FaultyServer, startFaultyServer } from "./server.ts";

let server: FaultyServer;
let outcome: Outcome;

beforeAll(async () => {
  server = await startFaultyServer();
  const script = await bundleHost(inject("packed").consumer, "process");
  outcome = await runProcess({ runtime: "node", path: process.execPath, args: [] }, script, server);
}, 60_000);

afterAll(() => server?.close());

test.for(cases.map(({ group, row }, index) => [`${group}: ${row.name}`, index] as const))(
  "%s",
  ([, index], { skip }) => {
    const result = outcome.results[index];
    if (result?.state === "skipped") skip(result.reason);
    expect(result?.reason).toBeUndefined();
    expect(result?.state).toBe("passed");
  },
);

test("leaves no rejection unhandled, no handle open and sends nothing astray", () => {
  expect(outcome.unhandled).toEqual([]);
});

test("has a name of its own for each case", () => {
  expect(new Set(cases.map(({ row }) => row.name)).size).toBe(cases.length);
});
