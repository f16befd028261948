import { expect, test } from "vitest";
import { CannotRun } from "./command.ts";
import { updateBody } from "./update-body.ts";

test.each([
  [{ metadata: ["a=1", "b=x=y", "c="] }, { metadata: { a: "1", b: "x=y", c: "" } }],
  [{ title: "" }, { title: "" }],
  [
    { metadata: ["__proto__=x"], title: "t" },
    { metadata: JSON.parse('{"__proto__":"x"}'), title: "t" },
  ],
  [{ metadata: [`a=${"😀".repeat(1000)}`] }, { metadata: { a: "😀".repeat(1000) } }],
])("reads %j", (values, body) => {
  expect(JSON.stringify(updateBody(values))).toBe(JSON.stringify(body));
});

test.each([
  [{}, /nothing to change/],
  [{ metadata: ["a"] }, /takes key=value, not "a"/],
  [{ metadata: ["=x"] }, /takes key=value/],
  [{ metadata: ["a=1", "a=2"] }, /the key "a" twice/],
  [{ metadata: [`a=${"x".repeat(1001)}`] }, /has 1001 characters; at most 1000/],
])("refuses %j", (values, message) => {
  expect(() => updateBody(values)).toThrow(CannotRun);
  expect(() => updateBody(values)).toThrow(message);
});
