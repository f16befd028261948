import { describe, expect, it } from "vitest";
import { parseYaml } from "./parse-yaml.ts";
import { ParseFault } from "./parsed.ts";

const fault = async (text: string): Promise<string> => {
  const error = await parseYaml(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof ParseFault)) throw new Error("no ParseFault", { cause: error });
  return `${error.line}: ${error.message}`;
};

describe("parseYaml", () => {
  it("reads aliases and merges, and tells where everything stands", async () => {
    const text = "a: &a { b: 1 }\nc:\n  <<: *a\n  d:\n    - 2\n    - *a\n";
    const { value, lineOf } = await parseYaml(text);
    expect(value).toEqual({ a: { b: 1 }, c: { b: 1, d: [2, { b: 1 }] } });
    const lines = ["", "/a/b", "/c", "/c/b", "/c/d", "/c/d/0", "/c/d/1/b", "/nowhere"].map(lineOf);
    expect(lines).toEqual([1, 1, 2, 2, 4, 5, 6, 1]);
  });

  it("reads an empty text as null", async () => {
    expect((await parseYaml("# nothing\n")).value).toBeNull();
  });

  it.each([
    ["a: 1\nb: 2\na: 3", "3: not valid YAML: a name occurs twice in one object"],
    ["a: [", /^1: not valid YAML: Flow sequence/],
    ["a: *b", /^undefined: not readable as YAML: Unresolved alias/],
  ])("refuses %j with line and reason", async (text, message) => {
    expect(await fault(text)).toMatch(message);
  });

  it("refuses what is nested more than 500 deep", async () => {
    for (const depth of [502, 20_000])
      expect(await fault("[".repeat(depth) + "]".repeat(depth))).toMatch(
        /: nested more than 500 deep/,
      );
  });

  it("quotes nothing of the text", async () => {
    for (const text of [
      "a: *secret",
      "a: 'x' secret",
      "- a\nsecret",
      '"secret": 1\n"secret": 2',
      "a: |secret\n b",
      "{ a: !<secret b }",
    ])
      expect(await fault(text)).not.toContain("secret");
  });

  it("takes as many names as a file may hold in its stride", { timeout: 30_000 }, async () => {
    const { value, lineOf } = await parseYaml(
      Array.from({ length: 100_000 }, (_, i) => `k${i}: ${i}`).join("\n"),
    );
    expect(Object.keys(value as object)).toHaveLength(100_000);
    expect(lineOf("/k99999")).toBe(100_000);
  });
});
