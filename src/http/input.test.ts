import { expect, test } from "vitest";
import { InvalidInputError } from "../errors.ts";
import { checkKey } from "./input.ts";

test.each([
  undefined,
  null,
  "",
  " ",
  "secret key",
  "secret\n",
  "\tsecret",
  "secret\u0000",
  "sécret",
  7,
  {},
])("refuses the key %j without repeating it", (key) => {
  expect(() => checkKey(key)).toThrow(InvalidInputError);
  expect(() => checkKey(key)).not.toThrow(/s.cret|7/);
});

test("gives a key back as it is", () => {
  expect(checkKey("5d33e423-~!")).toBe("5d33e423-~!");
});
