import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding, Rule } from "../findings/finding.ts";
import { buildReport } from "./build.ts";
import { mergeReports } from "./merge.ts";
import type { CoveragePoint, Report } from "./report.ts";

const rules = new Map<string, Rule>(
  ["a", "b"].map((id) => [
    id,
    { id, level: "error", direction: "response", area: "body", text: "{value}" },
  ]),
);

const finding: fc.Arbitrary<Finding> = fc.record(
  {
    id: fc.constantFrom("a", "b"),
    level: fc.constantFrom("error", "warning"),
    operation: fc.constantFrom("POST /x", "POST /y"),
    location: fc.constantFrom("/response/body/l/0", "/response/body/l/1", "/response/body/m"),
    operations: fc.constantFrom(["POST /x", "POST /w"], ["POST /y", "POST /z"]),
    args: fc.record({ value: fc.integer({ min: 0, max: 3 }) }),
    source: fc.record(
      {
        file: fc.constantFrom("a.har", "b.har"),
        line: fc.integer({ min: 1, max: 9 }),
        entry: fc.nat(3),
      },
      { requiredKeys: ["file"] },
    ),
  },
  { requiredKeys: ["id", "level", "operation", "location", "args"] },
);

const point = (location: string, count: number): CoveragePoint => ({
  ...{ operation: "POST /x", status: 200, location, kind: "property", count },
});
const coverage = fc.tuple(fc.nat(2), fc.nat(2)).map(([a, b]) => {
  const points = [point("/response/body/b", b), point("/response/body/a", a)];
  return { exercised: points.filter(({ count }) => count > 0).length, total: 2, points };
});
const counts = fc.record({ exchanges: fc.nat(99), checked: fc.nat(99), skipped: fc.nat(99) });

const report: fc.Arbitrary<Report> = fc
  .tuple(fc.array(finding), counts, fc.option(coverage, { nil: undefined }), fc.boolean())
  .map(([findings, numbers, seen, waives]) => {
    const built = buildReport(findings, numbers, { rules, ...(seen && { coverage: seen }) });
    if (!waives) return built;
    const waived = built.findings.map((one) => ({
      ...one,
      reason: `r${one.count}`,
      expires: "2027-01-31",
    }));
    return { ...built, waived };
  });

test("merging is commutative", () => {
  fc.assert(
    fc.property(report, report, (a, b) => {
      expect(mergeReports([b, a])).toEqual(mergeReports([a, b]));
    }),
  );
});

test("merging is associative", () => {
  fc.assert(
    fc.property(report, report, report, (a, b, c) => {
      const all = mergeReports([a, b, c]);
      expect(mergeReports([mergeReports([a, b]), c])).toEqual(all);
      expect(mergeReports([a, mergeReports([b, c])])).toEqual(all);
    }),
  );
});

test("the merged report of parts is the report of the whole", () => {
  const level = (one: Finding): Finding => ({ ...one, level: "error" });
  fc.assert(
    fc.property(fc.array(finding), fc.array(finding), (left, right) => {
      const none = { exchanges: 0, checked: 0, skipped: 0 };
      const build = (list: Finding[]) => buildReport(list.map(level), none, { rules });
      expect(mergeReports([build(left), build(right)])).toEqual(build([...left, ...right]));
    }),
  );
});

test("adds counts and coverage", () => {
  const half = (a: number, b: number): Report => ({
    summary: { exchanges: 3, checked: 2, skipped: 1, errors: 0, warnings: 0, infos: 0 },
    findings: [],
    coverage: {
      exercised: 1,
      total: 2,
      points: [point("/response/body/b", b), point("/response/body/a", a)],
    },
  });
  const merged = mergeReports([half(2, 0), half(0, 5)]);
  expect(merged.summary).toMatchObject({ exchanges: 6, checked: 4, skipped: 2 });
  expect(merged.coverage).toEqual({
    exercised: 2,
    total: 2,
    points: [point("/response/body/a", 2), point("/response/body/b", 5)],
  });
});

test("keeps what is waived apart from what is not", () => {
  const args = { value: 1 };
  const one: Finding = { id: "a", level: "error", operation: "", location: "/x", args };
  const open = buildReport([one], { exchanges: 0, checked: 0, skipped: 0 }, { rules });
  const waived = open.findings.map((found) => ({
    ...found,
    reason: "known",
    expires: "2027-01-31",
  }));
  const merged = mergeReports([open, { ...open, findings: [], waived }]);
  expect(merged.findings).toEqual(open.findings);
  expect(merged.waived).toEqual(waived);
});

test("chooses between two reasons for one waiver alike in both orders", () => {
  const one: Finding = {
    id: "a",
    level: "error",
    operation: "",
    location: "/x",
    args: { value: 1 },
  };
  const built = buildReport([one], { exchanges: 0, checked: 0, skipped: 0 }, { rules });
  const waived = (reason: string): Report => ({
    ...built,
    findings: [],
    waived: built.findings.map((found) => ({ ...found, reason, expires: "2027-01-31" })),
  });
  expect(mergeReports([waived("b"), waived("a")])).toEqual(
    mergeReports([waived("a"), waived("b")]),
  );
});
