import { describe, expect, it } from "vitest";
import { diffSpecs } from "../diff-specs.ts";
import { diffRules } from "./all.ts";
import { changes } from "./changes.ts";
import { descriptionRules } from "./operation-rules.ts";
import { ruleCases } from "./rules.test-cases.ts";

const rules = [...diffRules.values()];

describe("the table of rules", () => {
  it("names a mirror for each rule, and each mirror names the rule back", () => {
    const broken = rules.flatMap(({ id, mirror }) =>
      mirror
        .filter((other) => !diffRules.get(other)?.mirror.includes(id))
        .map((other) => `${id} → ${other}`),
    );
    expect(broken).toEqual([]);
    const oneSided = rules.filter((rule) => rule.mirror.length === 0);
    expect(oneSided.filter(({ id }) => !Object.hasOwn(descriptionRules, id))).toEqual([]);
  });

  it("never calls a change of a schema and its mirror harmless in both directions, unless it only describes", () => {
    const table: Readonly<Record<string, (typeof changes)[keyof typeof changes]>> = changes;
    const mild = Object.values(table).filter(
      (change) =>
        [change, table[change.mirror]].every((one) => one?.request === "info") &&
        [change, table[change.mirror]].every((one) => one?.response === "info"),
    );
    expect([...new Set(mild.map(({ area }) => area))].sort()).toEqual([
      "default",
      "deprecation",
      "union",
    ]);
  });
});

describe("each rule", () => {
  it("has a case, and each case a rule", () => {
    const ids = [...diffRules.keys()].filter((id) => !Object.hasOwn(descriptionRules, id));
    expect([...ruleCases.keys()].sort()).toEqual(ids.sort());
  });

  it.each([...ruleCases.values()])("$id is all that its case shows", ({ id, base, revision }) => {
    const { findings, notCompared } = diffSpecs(base, revision);
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(notCompared).toEqual([]);
    const [found] = findings;
    const rule = diffRules.get(id);
    if (!found || !rule) throw new Error("unreachable");
    expect(found.level).toBe(rule.level);
    const named = [...rule.text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(found.args)).toEqual(expect.arrayContaining(named));
  });

  it.each([...ruleCases.values()])("$id is silent where nothing changed", ({ base, revision }) => {
    for (const one of [base, revision])
      expect(diffSpecs(one, one, { isThorough: true })).toEqual({ findings: [], notCompared: [] });
  });
});
