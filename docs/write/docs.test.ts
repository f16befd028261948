import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { pages } from "./docs.ts";

describe("the generated pages", () => {
  it.each([...pages()])("%s says what it is made from", async (path, text) => {
    expect(await readFile(new URL(`../../${path}`, import.meta.url), "utf8")).toBe(text);
  });
});
