import { expect, test } from "vitest";
import { InvalidInputError } from "../errors.ts";
import { checkKey, limits } from "./input.ts";

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

test("prefers the call to the client and the client to the default", () => {
  expect(limits({ timeout: 1, deadline: 2 }, { deadline: 3 })).toEqual({
    timeout: 1,
    deadline: 3,
    maxRetries: 2,
    maxResponseBytes: 10_485_760,
  });
});

test("takes undefined for not said", () => {
  const call = { timeout: undefined } as unknown as { timeout: number }; // as JavaScript callers write it
  expect(limits({ timeout: 1 }, call).timeout).toBe(1);
});

test.each(["timeout", "deadline", "maxRetries", "maxResponseBytes"])(
  "names %s where it is no number from 0",
  (name) => {
    for (const value of [-1, Number.NaN, "soon", {}]) {
      expect(() => limits({ [name]: value })).toThrow(`${name} must be a number from 0`);
      expect(() => limits({}, { [name]: value })).toThrow(InvalidInputError);
    }
    expect(limits({ [name]: 0 })).toHaveProperty(name, 0);
  },
);
