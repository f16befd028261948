import { expect, test } from "vitest";
import type { Finding, Rule } from "../../findings/finding.ts";
import { buildReport } from "../build.ts";
import { applyWaivers, policyRules, type Waiver } from "./apply.ts";

const rule: Rule = {
  id: "wrong",
  level: "error",
  direction: "response",
  area: "body",
  text: "wrong",
};
const rules = new Map([rule, ...policyRules].map((row) => [row.id, row]));
const none = { exchanges: 0, checked: 0, skipped: 0 };
const today = "2026-06-15";

const finding = (location: string): Finding => ({
  ...{ id: "wrong", level: "error", operation: "POST /x", location, args: {} },
});
const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  ...{ rule: "wrong", location: "/response/body/a", reason: "known", expires: "2026-12-31" },
  source: { file: "waivers.json", line: 3 },
  ...more,
});

/** Applies the waivers to one finding at the location; what is left and what is waived, by rule. */
function apply(location: string, ...waivers: Waiver[]) {
  const report = applyWaivers(
    buildReport([finding(location)], none, { rules }),
    waivers,
    today,
    rules,
  );
  const ids = report.findings.map(({ id }) => id);
  return { report, ids, waived: report.waived?.map(({ id }) => id) };
}

test("a waived finding does not count and is still shown, with the reason", () => {
  const { report } = apply("/response/body/a", waiver());
  expect(report.summary.errors).toBe(0);
  expect(report.findings).toEqual([]);
  expect(report.waived).toMatchObject([{ id: "wrong", reason: "known", expires: "2026-12-31" }]);
});

test.each([
  ["another rule", { rule: "other" }],
  ["another location", { location: "/response/body/b" }],
  ["a location above", { location: "/response/body" }],
  ["a location below", { location: "/response/body/a/b" }],
  ["another operation", { operation: "POST /y" }],
])("a waiver of %s covers nothing, and says so", (_, more) => {
  const { ids, waived, report } = apply("/response/body/a", waiver(more));
  expect(ids).toEqual(["wrong", "waiver-unused"]);
  expect(waived).toEqual([]);
  expect(report.findings[1]).toMatchObject({
    level: "warning",
    sources: [{ file: "waivers.json", line: 3 }],
  });
});

test("a star in a location stands for any one segment", () => {
  expect(
    apply("/response/body/list/0/b", waiver({ location: "/response/*/list/*/b" })).ids,
  ).toEqual([]);
  expect(apply("/response/body/list/0/b", waiver({ location: "/response/*/b" })).ids).toHaveLength(
    2,
  );
});

test("an array index in a location stands for every index, as in findings", () => {
  expect(
    apply("/response/body/list/7/b", waiver({ location: "/response/body/list/0/b" })).ids,
  ).toEqual([]);
});

test("holds through its last day, and is an error from the next", () => {
  expect(apply("/response/body/a", waiver({ expires: today })).ids).toEqual([]);
  const ended = apply("/response/body/a", waiver({ expires: "2026-06-14" }));
  expect(ended.ids.sort()).toEqual(["waiver-expired", "wrong"]);
  expect(ended.report.summary.errors).toBe(2);
});

test("keeps two useless waivers apart", () => {
  const waivers = [waiver({ location: "/x" }), waiver({ location: "/y" })];
  expect(apply("/response/body/a", ...waivers).ids).toEqual([
    "wrong",
    "waiver-unused",
    "waiver-unused",
  ]);
});

test("says the same of a waiver once when a report is judged again", () => {
  const { report } = apply("/response/body/a", waiver({ location: "/x" }));
  const again = applyWaivers(report, [waiver({ location: "/x" })], today, rules);
  expect(again.findings).toEqual(report.findings);
});
