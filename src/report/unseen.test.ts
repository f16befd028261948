import { expect, test } from "vitest";
import type { CoveragePoint, Report } from "./report.ts";
import { percentSeen, unseenSentence, withMinimum } from "./unseen.ts";

const report = (exercised: number, minimum?: number, checked = 1): Report => ({
  summary: { exchanges: 1, checked, skipped: 0, errors: 0, warnings: 0, infos: 0 },
  findings: [],
  coverage: { exercised, total: 1000, ...(minimum !== undefined && { minimum }), points: [] },
});
const ids = ({ findings }: Report) => findings.map(({ id }) => id);

test("rounds the percentage down, and compares what is not rounded", () => {
  expect(percentSeen({ exercised: 999, total: 1000, points: [] })).toBe(99);
  expect(percentSeen({ exercised: 0, total: 0, points: [] })).toBe(100);
  expect(ids(withMinimum(report(999, 99.9)))).toEqual([]);
  expect(ids(withMinimum(report(999, 100)))).toEqual(["coverage-below-minimum"]);
});

test("fails nothing where no minimum was asked for, or nothing was checked", () => {
  expect(ids(withMinimum(report(0)))).toEqual([]);
  expect(ids(withMinimum(report(0, 50, 0)))).toEqual([]);
});

test("asks again what was asked before", () => {
  const failed = withMinimum(report(1, 50));
  expect(failed.summary.errors).toBe(1);
  expect(withMinimum(failed)).toEqual(failed);
  const { coverage } = report(600, 50);
  const passed = withMinimum({ ...failed, ...(coverage && { coverage }) });
  expect([passed.findings, passed.summary.errors]).toEqual([[], 0]);
});

test.each<[CoveragePoint["kind"], string]>([
  ["status", "response 200: no exchange had it"],
  ["header", "response 200: a/b was never sent"],
  ["property", "response 200: a/b was never present"],
  ["value", "response 200: a/b was never x"],
  ["null", "response 200: a/b was never null"],
  ["non-null", "response 200: a/b was always null"],
  ["empty", "response 200: a/b was never empty"],
  ["filled", "response 200: a/b was always empty"],
  ["variant", "response 200: a/b was never of the kind x"],
])("says of an unseen %s: %s", (kind, sentence) => {
  const value = kind === "value" || kind === "variant" ? { value: "x" } : {};
  const point = { operation: "o", status: 200, location: "/response/body/a/b", kind, count: 0 };
  expect(unseenSentence({ ...point, ...value })).toBe(sentence);
});

test("calls the body by its name where there is no field", () => {
  const point = { operation: "o", location: "/request/body", kind: "non-null", count: 0 } as const;
  expect(unseenSentence(point)).toBe("request: the body was always null");
});
