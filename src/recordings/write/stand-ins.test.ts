import { describe, expect, test } from "vitest";
import type { Schema } from "../../openapi/description.ts";
import { StandIns, standInText } from "./stand-ins.ts";

describe("a text that stands in", () => {
  test.each<[string, string, Schema, number]>([
    ["keeps a length that fits", "a".repeat(40), { minLength: 2, maxLength: 100 }, 40],
    ["is shortened where that is allowed", "a".repeat(500), { maxLength: 1000 }, 64],
    ["is shortened no further than the contract allows", "a".repeat(500), { minLength: 200 }, 200],
    ["stays too long", "a".repeat(1001), { maxLength: 1000 }, 1001],
    ["stays too short", "a", { minLength: 2 }, 1],
    ["is empty where the other was", "", {}, 0],
    ["counts characters, not code units", "😀😀", { maxLength: 2 }, 2],
  ])("%s", (_, text, schema, length) => {
    expect([...standInText(text, schema)]).toHaveLength(length);
  });

  test.each([
    ["date-time", "2025-11-23T00:48:09.119Z", "2025-01-01T00:00:00.000Z"],
    ["date-time", "yesterday", "scrubbed."],
    ["uri", "https://exa.ai/x", "https://example.com/"],
    ["uri", "exa.ai", "scrubb"],
  ])("is as good or bad a %s as %j", (format, text, expected) => {
    expect(standInText(text, { format })).toBe(expected);
  });
});

test("the same name has one stand-in for each kind, and an empty one stays empty", () => {
  const names = new StandIns();
  const given = ["a", "b", "a", ""].map((value) => names.name("id", value));
  expect(given).toEqual(["id-1", "id-2", "id-1", ""]);
  expect(names.name("key", "a")).toBe("key-3");
});
