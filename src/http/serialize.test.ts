import { expect, test } from "vitest";
import { serializeAs, serializeJson } from "./serialize-body.ts";
import { joinedQuery } from "./serialize-query.ts";

test("joins the arrays that the contract joins, and repeats the others", () => {
  const write = joinedQuery({ a: ",", b: " ", c: "|" });
  const list = ["x", "y&z"];
  expect(write({ a: list, b: list, c: list, d: list, e: 1, f: undefined })).toBe(
    "a=x,y%26z&b=x%20y%26z&c=x|y%26z&d=x&d=y%26z&e=1",
  );
  expect(write({})).toBe("");
});

test("writes text of any type as it is, an object as a form, and nothing else", () => {
  expect(serializeAs("text/csv")("a;b")).toBe("a;b");
  const form = serializeAs("application/x-www-form-urlencoded");
  expect(form({ a: "x y", b: "&" })).toBe("a=x+y&b=%26");
  for (const body of [undefined, null, 7]) expect(form(body)).toBeUndefined();
  expect(serializeAs("text/csv")({})).toBeUndefined();
});

test("writes an object as JSON, by what toJSON makes of it, and nothing else", () => {
  expect(serializeJson({ a: 1, b: undefined })).toBe('{"a":1}');
  expect(serializeJson({ toJSON: () => ({ a: 1 }) })).toBe('{"a":1}');
  for (const body of [undefined, null, "text", [{}], { a: 1n }, new Date(0)])
    expect(serializeJson(body)).toBeUndefined();
});
