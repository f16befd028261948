import { expect, test } from "vitest";
import type { Finding, Rule } from "../findings/finding.ts";
import { clipPointer, presentable, shapeOf } from "./values.ts";

const rule: Rule = {
  ...{
    id: "wrong",
    level: "error",
    direction: "response",
    area: "body",
    text: "{field} is {actual}",
  },
  ...{ key: ["actual"], values: ["actual"] },
};
const finding = (actual: Finding["args"][string], location = "/response/body/status"): Finding => ({
  ...{ id: "wrong", level: "error", operation: "", location },
  args: { field: location.replace("/response/body", ""), actual, allowed: ["idle"] },
});

test.each<[unknown, string]>([
  ["alice@example.com", "string of 17"],
  ["😀", "string of 1"],
  [12345, "number"],
  [true, "true"],
  [null, "null"],
  [[1, 2], "array of 2"],
  [{ a: 1 }, "object"],
  ["object", "object"],
])("the shape of %j is %s", (value, shape) => {
  expect(shapeOf(value)).toBe(shape);
});

test("shows a value's shape, and the value where it is asked for; what the contract allows always", () => {
  const location = "/response/body/status";
  const hidden = presentable(finding("alice@example.com"), rule, location, false);
  expect(hidden.args).toEqual({ field: "/status", actual: "string of 17", allowed: ["idle"] });
  const shown = presentable(finding("alice@example.com"), rule, location, true);
  expect(shown.args.actual).toBe("alice@example.com");
});

test("folds the field like its location, so that no key of a map is told", () => {
  const found = finding(1, "/response/body/metadata/alice@example.com");
  const { args, location } = presentable(found, rule, "/response/body/metadata/*", false);
  expect([args.field, location]).toEqual(["/metadata/*", "/response/body/metadata/*"]);
});

test("folds what field and location have in common at their ends, and shows each of several values", () => {
  const { args } = presentable(
    {
      ...finding(["alice@example.com", null, 7], "/response/body/a/map/alice"),
      args: { field: "/map/alice", actual: ["alice@example.com", null, 7] },
    },
    rule,
    "/response/body/a/map/*",
    false,
  );
  expect(args).toEqual({ field: "/map/*", actual: ["string of 17", "null", "number"] });
  const body = { ...finding(1, "/response/body"), args: { field: "The body" } };
  expect(presentable(body, rule, "/response/body", false).args.field).toBe("The body");
});

test("cuts long names and long values alike", () => {
  const name = "n".repeat(1_000_000);
  expect(clipPointer(`/response/body/${name}/x`)).toBe(`/response/body/${"n".repeat(80)}…/x`);
  expect(clipPointer("/a".repeat(100_000)).length).toBeLessThan(1100);
  const found = presentable(finding("v".repeat(5000), `/response/body/${name}`), rule, "/x", true);
  expect(String(found.args.actual)).toHaveLength(301);
  expect(String(found.args.field).length).toBeLessThan(200);
});
