import { describe, expect, it } from "vitest";
import { checkStaleness, stalenessRules } from "./staleness.ts";

describe("checkStaleness", () => {
  it("finds nothing where both are the same", () => {
    expect(checkStaleness("generated", new Map([["a", "x"]]), new Map([["a", "x"]]))).toEqual([]);
  });

  it("finds what is stale with its first changed line, what is missing, and what is extra", () => {
    const expected = new Map([
      ["stale", "1\n2\n3"],
      ["longer", "1\n2"],
      ["missing", ""],
    ]);
    const committed = new Map([
      ["stale", "1\nX\n3"],
      ["longer", "1\n2\n3"],
      ["extra", ""],
    ]);
    const findings = checkStaleness("generated", expected, committed);
    expect(findings.map(({ id, source }) => [id, source?.file, source?.line])).toEqual([
      ["generated-extra", "generated/extra", undefined],
      ["generated-stale", "generated/longer", 3],
      ["generated-missing", "generated/missing", undefined],
      ["generated-stale", "generated/stale", 2],
    ]);
  });

  it("emits every rule of its table", () => {
    const ids = checkStaleness(
      "g",
      new Map([
        ["a", "1"],
        ["b", ""],
      ]),
      new Map([
        ["a", "2"],
        ["c", ""],
      ]),
    ).map(({ id }) => id);
    expect(ids.sort()).toEqual(stalenessRules.map(({ id }) => id).sort());
  });
});
