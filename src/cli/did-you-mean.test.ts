import { expect, test } from "vitest";
import { nearestName } from "./did-you-mean.ts";

const names = ["update", "check", "diff", "record", "--format", "--fail-on"];

test.each([
  ["chekc", "check"],
  ["chek", "check"],
  ["diffs", "diff"],
  ["updaet", "update"],
  ["--fromat", "--format"],
  ["--failon", "--fail-on"],
])("%s was meant to be %s", (typed, name) => {
  expect(nearestName(typed, names)).toBe(name);
});

test.each(["xyz", "", "recheckall", "--url"])("%j is near to none", (typed) => {
  expect(nearestName(typed, names)).toBeUndefined();
});
