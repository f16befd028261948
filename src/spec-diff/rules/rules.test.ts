import { describe, expect, it } from "vitest";
import { diffSpecs } from "../diff-specs.ts";
import { diffRules } from "./all.ts";
import { ruleCases } from "./rules.test-cases.ts";
import { schemaRows } from "./schemas.ts";

const rules = [...diffRules.values()];

describe("the table of rules", () => {
  it("has each id once", () => {
    const ids = schemaRows.map((row) => row.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("names a mirror for each rule, and each mirror names the rule back", () => {
    const broken = rules.flatMap(({ id, mirror }) =>
      mirror
        .filter((other) => !diffRules.get(other)?.mirror.includes(id))
        .map((other) => `${id} → ${other}`),
    );
    expect(broken).toEqual([]);
    expect(rules.filter((rule) => rule.mirror.length === 0)).toEqual([]);
  });

  it("names for each rule its twin in the other direction, or says why it has none", () => {
    const broken = rules.filter(({ direction, twin }) => {
      if ("reason" in twin) return twin.reason === "";
      const other = diffRules.get(twin.id);
      return other === undefined || other.direction === direction || "reason" in other.twin;
    });
    expect(broken.map((rule) => rule.id)).toEqual([]);
  });

  it("never calls a change and its mirror both harmless, unless neither direction minds", () => {
    const mild = rules.filter(
      ({ level, mirror }) =>
        level === "info" && mirror.every((id) => diffRules.get(id)?.level === "info"),
    );
    expect([...new Set(mild.map((rule) => rule.area))].sort()).toEqual([
      "access",
      "default",
      "deprecation",
      "discriminator",
      "path",
      "pattern",
      "requiredness",
      "security",
      "status",
      "union",
    ]);
  });
});

describe("each rule", () => {
  it("has a case, and each case a rule", () => {
    expect([...ruleCases.keys()].sort()).toEqual([...diffRules.keys()].sort());
  });

  it.each([...ruleCases.values()])("$id is all that its case shows", ({ id, base, revision }) => {
    const findings = diffSpecs(base, revision);
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    const [found] = findings;
    const rule = diffRules.get(id);
    if (!found || !rule) throw new Error("unreachable");
    expect(found.level).toBe(rule.level);
    const named = [...rule.text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(found.args)).toEqual(expect.arrayContaining(named));
  });

  it.each([...ruleCases.values()])("$id is silent where nothing changed", ({ base, revision }) => {
    expect(diffSpecs(base, structuredClone(base))).toEqual([]);
    expect(diffSpecs(revision, structuredClone(revision))).toEqual([]);
  });
});
