import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { rulePages } from "./rules-docs.ts";

describe("the pages about rules", () => {
  it.each([...rulePages()])("%s says what the tables say", async (path, text) => {
    expect(await readFile(new URL(`../${path}`, import.meta.url), "utf8")).toBe(text);
  });
});
