import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describe } from "../findings/finding.ts";
import { coverageFindings } from "./coverage/coverage-findings.ts";
import { driftRules } from "./rules.ts";

const ids = driftRules.map(({ id }) => id);

test("each rule is detected somewhere in this folder, and no other is", () => {
  const folder = new URL("./", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/test\.ts$|^rules\.ts$/.test(file),
  );
  const text = sources.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
  const named = new Set(
    text.match(/(?<=")recording-[a-z-]+(?=")|(?<=")coverage-below[a-z-]+(?=")/g),
  );
  const unseen = ids.filter((id) => /^coverage-.*-unseen$/.test(id));
  expect([...named, ...unseen].sort()).toEqual([...ids].sort());
});

test("each kind of point has its rule, whose sentence needs nothing that a finding lacks", () => {
  const kinds = [
    "status",
    "header",
    "property",
    "value",
    "null",
    "non-null",
    "empty",
    "filled",
    "variant",
  ] as const;
  const points = kinds.map((kind, status) => {
    const value = kind === "value" || kind === "variant" ? { value: "x" } : {};
    return { operation: "o", status, location: "/response/body/field", kind, count: 0, ...value };
  });
  const found = coverageFindings({ exercised: 0, total: 9, points }, 1);
  expect(found).toHaveLength(10);
  for (const finding of found) {
    const rule = driftRules.find(({ id }) => id === finding.id);
    expect(rule && describe(finding, rule)).toMatch(/^[\w %,():-]+$/);
  }
});
