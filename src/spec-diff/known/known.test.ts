import { describe, expect, it } from "vitest";
import type { Finding } from "../../findings/finding.ts";
import { ParseFault } from "../../json/parsed.ts";
import { type KnownDifference, sortByKnown } from "./known.ts";
import { parseKnown } from "./read.ts";
import { knownText } from "./write.ts";

const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{
    id: "wrong",
    level: "error",
    operation: "GET /a",
    location: "/components/schemas/A",
    args: {},
  },
  ...more,
});
const difference = (more: Partial<KnownDifference> = {}): KnownDifference => ({
  ...{ rule: "wrong", location: "/components/schemas/A", reason: "so it is" },
  source: { file: "known.yaml", line: 3 },
  ...more,
});

/** How many findings are fresh, known and gone. */
function counts(findings: readonly Finding[], ...differences: KnownDifference[]) {
  const { fresh, known, gone } = sortByKnown(findings, differences);
  return [fresh.length, known.length, gone.length];
}

/** What both descriptions have. */
const compared = ["GET /a", "PUT /a", "GET /b"];

describe("a known difference", () => {
  it("covers the finding of its rule at its place, with its reason", () => {
    const { fresh, known, gone } = sortByKnown([finding()], [difference()]);
    expect([fresh, known, gone]).toEqual([[], [{ ...finding(), reason: "so it is" }], []]);
  });

  it.each<[what: string, other: Partial<KnownDifference>]>([
    ["rule", { rule: "other" }],
    ["place", { location: "/components/schemas/B" }],
    ["place above", { location: "/components/schemas" }],
    ["value", { args: { to: "x" } }],
  ])("of another %s covers nothing, and is gone", (_, other) => {
    expect(counts([finding()], difference(other))).toEqual([1, 0, 1]);
  });

  it("that is gone is a warning with the line of the list", () => {
    expect(sortByKnown([], [difference()]).gone).toEqual([
      {
        ...{ id: "known-difference-gone", level: "warning", operation: "", location: "" },
        args: { rule: "wrong", known: "/components/schemas/A", args: {}, where: "" },
        source: { file: "known.yaml", line: 3 },
      },
    ]);
  });

  it("does not cover a further change at the same place", () => {
    const known = difference({ args: { from: 1000, to: 500 } });
    expect(counts([finding({ args: { from: 1000, to: 500 } })], known)).toEqual([0, 1, 0]);
    expect(counts([finding({ args: { from: 1000, to: 200 } })], known)).toEqual([1, 0, 1]);
  });

  it("holds wherever in a list its place stands, and for whatever operation leads to it", () => {
    const location = (index: number) => `/components/schemas/A/required/${index}`;
    const known = difference({
      location: "/components/schemas/A/required/*",
      args: { property: "b" },
    });
    const found = (index: number, property: string, status: string) =>
      finding({ location: location(index), args: { property, status } });
    expect(counts([found(2, "a/b", "200"), found(7, "b", "201")], known)).toEqual([0, 2, 0]);
    expect(counts([found(2, "a/c", "200")], known)).toEqual([1, 0, 1]);
  });
});

describe("a known difference of some operations", () => {
  const known = difference({ operations: ["GET /a", "PUT /a"] });

  it("does not cover the same in another, which is then told of that one", () => {
    const {
      fresh,
      known: covered,
      gone,
    } = sortByKnown([finding({ operations: compared })], [known]);
    expect([covered, gone]).toEqual([[], []]);
    expect(fresh).toEqual([finding({ operation: "GET /b" })]);
    expect(fresh[0]).not.toHaveProperty("operations");
  });

  it("is gone where one of them has it no more", () => {
    const {
      fresh,
      known: covered,
      gone,
    } = sortByKnown([finding({ operation: "PUT /a" })], [known]);
    expect([fresh.length, covered.length]).toEqual([0, 1]);
    expect(gone.map(({ args }) => args.where)).toEqual([" in GET /a"]);
  });

  it("may be several, each with its own", () => {
    const other = difference({ operations: ["GET /b"] });
    expect(counts([finding({ operations: compared })], known, other)).toEqual([0, 1, 0]);
  });

  it("names them in the list, but where all have it or its place is one of them", () => {
    const text = knownText(
      [
        finding({ id: "some", operations: ["PUT /a", "GET /a"] }),
        finding({ id: "all", operations: compared }),
        finding({ id: "one" }),
        finding({ id: "placed", location: "/paths/~1a/get/operationId" }),
      ],
      ...([[], "known.yaml", compared] as const),
    );
    const named = Object.fromEntries(
      text.split("\n").flatMap((line) => {
        const [, id, operations = ""] =
          /rule: "(\w+)".*?(?:operations: (\[.*\]) )?\}$/.exec(line) ?? [];
        return id ? [[id, operations]] : [];
      }),
    );
    expect(named).toEqual({ some: '["GET /a", "PUT /a"]', all: "", one: '["GET /a"]', placed: "" });
  });
});

describe("a list of known differences", () => {
  const findings = [
    finding({ args: { to: ["a", null], property: "a/b" } }),
    finding({
      location: "/paths/~1a/get/parameters/3",
      args: { "odd name": { null: "it's: #1" } },
    }),
    finding(),
  ];

  it.each(["known.yaml", "known.json"])("is written so that it covers all, as %s", async (file) => {
    const text = knownText(findings, [], file, compared);
    const read = await parseKnown(text, file);
    expect(counts(findings, ...read)).toEqual([0, 3, 0]);
    expect(new Set(read.map(({ reason }) => reason)).size).toBe(1);
    expect(knownText([...findings].reverse(), read, file, compared)).toBe(text);
  });

  it("keeps reasons, takes off what is gone, and sets apart what is new", async () => {
    const before = [difference({ location: "/gone", reason: "gone" }), difference()];
    const text = knownText([finding(), finding({ id: "new" })], before, "known.yaml", compared, [
      "# ours",
    ]);
    expect(text.split("\n")[0]).toBe("# ours");
    const read = await parseKnown(text, "known.yaml");
    expect(read.map(({ rule, reason, source }) => [rule, reason, source.line])).toEqual([
      ["wrong", "so it is", 4],
      ["new", expect.stringContaining("nobody has said why"), 7],
    ]);
  });

  it("is written for no findings, too", async () => {
    for (const file of ["known.yaml", "known.json"])
      expect(await parseKnown(knownText([], [], file, compared), file)).toEqual([]);
  });

  it.each([
    ["{}", "1: the file must hold a list of { reason, differences }"],
    ["- 1", "1: an entry must be an object"],
    ["- reason: ' '\n  differences: []", '1: it needs "reason"'],
    ["- differences: []", '1: it needs "reason"'],
    ["- reason: a", '1: it needs "differences"'],
    ["- reason: a\n  differences: []\n  expires: 2030-01-01", '1: there is no field "expires"'],
    ["- reason: a\n  differences:\n    - rule: b", '3: it needs "location"'],
    ["- reason: a\n  differences:\n    - { rule: b, location: c }", '3: it needs "location"'],
    ["- reason: a\n  differences:\n    - { location: /c }", '3: it needs "rule"'],
    ["- reason: a\n  differences:\n    - { rule: b, location: /c, args: 1 }", '3: "args" must be'],
    [
      "- reason: a\n  differences:\n    - { rule: b, location: /c, operations: [1] }",
      '3: "operations" must',
    ],
    ["- [", "not valid YAML"],
  ])("is refused with line and reason: %j", async (text, message) => {
    const error = await parseKnown(text, "known.yaml").catch((thrown: unknown) => thrown);
    if (!(error instanceof ParseFault)) throw new Error("no ParseFault", { cause: error });
    expect(`${error.line}: ${error.message}`).toContain(message);
  });
});
