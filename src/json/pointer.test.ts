import { expect, it } from "vitest";
import { below, namesOf } from "./pointer.ts";

it("escapes a name and reads it back, whatever it holds", () => {
  for (const name of ["a", "", "a/b", "~", "~1", "~01", "//~~"]) {
    expect(namesOf(below("/x", name))).toEqual(["x", name]);
  }
  expect(below("", "a/b~c")).toBe("/a~1b~0c");
  expect(below("/items", 0)).toBe("/items/0");
  expect(namesOf("")).toEqual([]);
});
