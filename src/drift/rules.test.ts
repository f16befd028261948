import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { driftRules } from "./rules.ts";

const ids = driftRules.map(({ id }) => id);

test("each rule is detected somewhere in this folder, and no other is", () => {
  const folder = new URL("./", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/test\.ts$|^rules\.ts$/.test(file),
  );
  const text = sources.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
  const named = new Set(text.match(/(?<=")(?:recording|request)-[a-z-]+(?=")/g));
  expect([...named].sort()).toEqual([...ids].sort());
});
