import { expect, test } from "vitest";
import type { Rule } from "../findings/finding.ts";
import { buildReport } from "./build.ts";
import { mergeRuns } from "./merge-runs.ts";
import type { Coverage, Report } from "./report.ts";
import { withMinimum } from "./unseen.ts";
import { applyWaivers, policyRules, type Waiver } from "./waivers/apply.ts";

const wrong: Rule = {
  id: "wrong",
  level: "error",
  direction: "response",
  area: "body",
  text: "wrong",
};
const rules = new Map([wrong, ...policyRules].map((row) => [row.id, row]));

/** A run that saw the two fields so often. */
function run(a: number, b: number, minimum?: number, hasWrong = false): Report {
  const point = { operation: "POST /x", status: 200, kind: "property" } as const;
  const points = [
    { ...point, location: "/response/body/a", count: a },
    { ...point, location: "/response/body/b", count: b },
  ];
  const exercised = points.filter(({ count }) => count > 0).length;
  const coverage: Coverage = {
    ...{ exercised, total: 2, points },
    ...(minimum !== undefined && { minimum }),
  };
  const { id, level } = wrong;
  const one = { id, level, operation: "POST /x", location: "/response/body/a", args: {} };
  const counts = { exchanges: 1, checked: 1, skipped: 0 };
  return withMinimum(buildReport(hasWrong ? [one] : [], counts, { rules, coverage }));
}

const waiver: Waiver = {
  ...{ rule: "wrong", location: "/response/body/a", reason: "known", expires: "2027-01-31" },
  source: { file: "w.json", line: 1 },
};
const waive = (report: Report, ...waivers: Waiver[]) =>
  applyWaivers(report, waivers, "2026-01-01", rules);
const ids = (report: Report) => report.findings.map(({ id }) => id);

test("holds the whole to the coverage that was asked for: what one machine saw is not unseen", () => {
  expect(ids(run(1, 0, 100))).toContain("coverage-below-minimum");
  expect(ids(mergeRuns([run(1, 0, 100), run(0, 1, 100)]))).toEqual([]);
  expect(ids(mergeRuns([run(1, 0, 100), run(1, 0, 100)]))).toContain("coverage-below-minimum");
});

test("a waiver that one machine needed is not unused", () => {
  const needed = waive(run(1, 1, undefined, true), waiver);
  const idle = waive(run(1, 1), waiver);
  expect(ids(idle)).toEqual(["waiver-unused"]);
  expect(ids(mergeRuns([needed, idle]))).toEqual([]);
  expect(ids(mergeRuns([idle, idle]))).toEqual(["waiver-unused"]);
});

test("a waived gap stays waived as long as it is one", () => {
  const gap = { ...waiver, rule: "coverage-below-minimum", location: "" };
  const half = waive(run(1, 0, 100), gap);
  const both = mergeRuns([half, half]);
  expect([ids(both), both.waived?.length]).toEqual([[], 1]);
  expect(mergeRuns([half, run(0, 1)]).waived).toEqual([]);
});

test("neither order nor grouping matters", () => {
  const [a, b, c] = [run(1, 0, 60, true), waive(run(0, 0, 60), waiver), waive(run(1, 0), waiver)];
  const all = mergeRuns([a, b, c]);
  expect(mergeRuns([c, a, b])).toEqual(all);
  expect(mergeRuns([mergeRuns([a, b]), c])).toEqual(all);
  expect(mergeRuns([a, mergeRuns([b, c])])).toEqual(all);
});
