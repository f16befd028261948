import { expect, test } from "vitest";
import type { Level } from "../../src/findings/finding.ts";
import { diffRules } from "../../src/spec-diff/rules/all.ts";
import known from "./checks.json" with { type: "json" };
import { leftOut, type Reasons, stricter } from "./differences.ts";

const checks = Object.entries(known.checks as Record<string, Level>);
const severity: Readonly<Record<Level, number>> = { info: 0, warning: 1, error: 2 };
const reasons = (of: Reasons, id: string) => of.filter(([ids]) => ids.test(id)).length;

/** How much severer a rule here is than oasdiff's of the same id; undefined where there is none. */
function above(id: string, level: Level): number | undefined {
  const rule = diffRules.get(id);
  return rule && severity[rule.level] - severity[level];
}

test("has each rule of oasdiff, or says once why not", () => {
  const missing = checks.filter(([id]) => !diffRules.has(id)).map(([id]) => id);
  expect(missing.filter((id) => reasons(leftOut, id) !== 1)).toEqual([]);
});

test("is nowhere milder than oasdiff, and says once why it is stricter", () => {
  expect(checks.filter(([id, level]) => (above(id, level) ?? 0) < 0)).toEqual([]);
  const severer = checks.filter(([id, level]) => (above(id, level) ?? 0) > 0);
  expect(severer.filter(([id]) => reasons(stricter, id) !== 1)).toEqual([]);
});

test("gives no reason that nothing needs", () => {
  const needed = (of: Reasons, wanted: (gap: number | undefined) => boolean) =>
    of.filter(([ids]) => !checks.some(([id, level]) => ids.test(id) && wanted(above(id, level))));
  expect(needed(leftOut, (gap) => gap === undefined)).toEqual([]);
  expect(needed(stricter, (gap) => gap !== undefined && gap > 0)).toEqual([]);
});
