import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packagedContractPath } from "./packaged-contract.ts";

test("leads to the contract as it was written and as it was bundled", () => {
  expect(readFileSync(packagedContractPath("yaml"), "utf8")).toMatch(/^openapi: 3\.1/m);
  expect(JSON.parse(readFileSync(packagedContractPath("json"), "utf8")).openapi).toMatch(/^3\.1/);
});
