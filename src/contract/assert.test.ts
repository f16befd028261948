import { describe, expect, it } from "vitest";
import * as a from "./assert.ts";
import { type Check, type Violation, Violations } from "./violation.ts";

/** What a call adds to violations that were found before. */
function added(call: (out: Violations) => void): Violation[] {
  const out = new Violations();
  out.add({ keyword: "type", pointer: "/before", args: {} });
  call(out);
  const [before, ...rest] = out.list;
  expect(before).toEqual({ keyword: "type", pointer: "/before", args: {} });
  return rest;
}

const no: Check = (_, out) => a.bad(out, "/x", "type", {});
const undocumented: Check = (_, out) => a.bad(out, "/x", "undocumentedProperty", {});
const yes: Check = () => {};

describe("a violation tells what its rule's sentence needs:", () => {
  it.each([
    [null, "null"],
    [[], "array"],
    [{}, "object"],
    [true, "boolean"],
    [5, "number"],
    ["secret", "string"],
  ])("of %j, the type and not the value", (value, actual) => {
    const violation = { keyword: "type", pointer: "/a", args: { expected: "text", actual } };
    expect(added((out) => a.type(out, "/a", "text", value))).toEqual([violation]);
    const stranger = { keyword: "undocumentedProperty", pointer: "/b", args: { actual } };
    expect(added((out) => a.strangers(out, { b: value }, [], "undocumentedProperty"))).toEqual([
      stranger,
    ]);
  });

  it.each([
    ["new", "new"],
    ["x".repeat(64), "x".repeat(64)],
    ["x".repeat(65), "string"],
    [5, 5],
    [false, false],
    [null, "null"],
    [{}, "object"],
    [[], "array"],
  ])("of %j in an enum, the value if it is short and scalar", (value, actual) => {
    const args = { allowed: ["a", "b"], actual };
    expect(added((out) => a.notMember(out, "/a", value, ["a", "b"]))).toEqual([
      { keyword: "enum", pointer: "/a", args },
    ]);
  });

  it("a const, where there is one value", () => {
    const args = { allowed: ["a"], actual: "b" };
    expect(added((out) => a.notMember(out, "", "b", ["a"]))).toEqual([
      { keyword: "const", pointer: "", args },
    ]);
  });

  it("lengths, in characters", () => {
    expect(added((out) => a.length(out, "/a", "🦉🦉", 3, 9))).toEqual([
      { keyword: "minLength", pointer: "/a", args: { limit: 3, actual: 2 } },
    ]);
    expect(added((out) => a.length(out, "/a", "🦉🦉", 0, 1))).toEqual([
      { keyword: "maxLength", pointer: "/a", args: { limit: 1, actual: 2 } },
    ]);
    expect(added((out) => a.length(out, "/a", "🦉🦉", 2, 2))).toEqual([]);
  });

  it("bounds, patterns and formats", () => {
    expect(added((out) => a.bound(out, "/a", false, "minimum", 3, 2))).toEqual([
      { keyword: "minimum", pointer: "/a", args: { limit: 3, actual: 2 } },
    ]);
    expect(added((out) => a.matches(out, "/a", false, "format", "uri"))).toEqual([
      { keyword: "format", pointer: "/a", args: { expected: "uri" } },
    ]);
    expect(added((out) => a.bound(out, "/a", true, "minimum", 3, 3))).toEqual([]);
    expect(added((out) => a.matches(out, "/a", true, "format", "uri"))).toEqual([]);
  });

  it("what is missing, where it would stand", () => {
    expect(added((out) => a.missing(out, "a/b~c"))).toEqual([
      { keyword: "required", pointer: "/a~1b~0c", args: {} },
    ]);
  });
});

describe("a place is written from the outside in:", () => {
  const pointers = (call: (out: Violations) => void) => added(call).map(({ pointer }) => pointer);

  it("below a property, an item, a name", () => {
    expect(pointers((out) => a.at(out, "/p", no, 0))).toEqual(["/p/x"]);
    expect(pointers((out) => a.each(out, "/p", no, [0, 0]))).toEqual(["/p/0/x", "/p/1/x"]);
    expect(pointers((out) => a.others(out, { a: 0, "b/": 0 }, ["a"], no))).toEqual(["/b~1/x"]);
    expect(
      pointers((out) => a.strangers(out, { a: 0, "b~": 0 }, ["a"], "undocumentedProperty")),
    ).toEqual(["/b~0"]);
  });

  it("below a union, for what does not keep a branch from fitting", () => {
    expect(pointers((out) => a.union(out, "/u", 0, [no, undocumented], "oneOf"))).toEqual(["/u/x"]);
  });
});

describe("union", () => {
  const union = (checks: Check[], keyword: "oneOf" | "anyOf") =>
    added((out) => a.union(out, "/u", 0, checks, keyword));

  it("wants one branch of oneOf to fit, and no more", () => {
    expect(union([no, yes], "oneOf")).toEqual([]);
    expect(union([no, no], "oneOf")).toEqual([
      { keyword: "oneOf", pointer: "/u", args: { branches: 2, actual: 0 } },
    ]);
    expect(union([yes, no, yes], "oneOf")).toEqual([
      { keyword: "oneOf", pointer: "/u", args: { branches: 3, actual: 2 } },
    ]);
  });

  it("wants at least one branch of anyOf to fit", () => {
    expect(union([yes, yes], "anyOf")).toEqual([]);
    expect(union([no, no], "anyOf")).toEqual([
      { keyword: "anyOf", pointer: "/u", args: { branches: 2, actual: 0 } },
    ]);
  });
});

describe("what an object has", () => {
  it("is counted without what it inherits from Object", () => {
    expect(a.size({})).toBe(0);
    expect(a.size({ a: 1, b: undefined })).toBe(2);
  });

  it("is its own, whatever the name", () => {
    expect(a.own({}, "constructor")).toBeUndefined();
    expect(a.own({ constructor: 1 }, "constructor")).toBe(1);
  });

  it("makes it an object only where it is no array and not null", () => {
    expect([{}, [], null, "a", undefined].map(a.isObject)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
