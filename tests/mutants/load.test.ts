import { expect, test } from "vitest";

// A mutant that stops a module from loading stops the files of its tests too, and then no test fails but this one.
test("every module loads", async () => {
  await expect(import("../../src/index.ts")).resolves.toBeDefined();
  await expect(import("../../src/contract/index.ts")).resolves.toBeDefined();
  await expect(import("../../src/rules.ts")).resolves.toBeDefined();
});
