import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding, Rule } from "../findings/finding.ts";
import { buildReport, createCollector, cutRule, fingerprint, foldIndices } from "./build.ts";

const row = (id: string, more: Partial<Rule> = {}): [string, Rule] => [
  id,
  { id, level: "error", direction: "response", area: "body", text: "{value} is wrong", ...more },
];
const rules = new Map([
  row("wrong"),
  row("mild", { level: "warning" }),
  row("status", { key: ["status"] }),
]);
const none = { exchanges: 0, checked: 0, skipped: 0 };
const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{
    id: "wrong",
    level: "error",
    operation: "POST /x",
    location: "/response/body/a",
    args: { value: 1 },
  },
  ...more,
});
const at = (line: number, file = "a.har") => ({ file, line });

test("joins findings of one rule, operation and location, array indices folded", () => {
  const findings = [
    finding({ location: "/response/body/list/0/b", source: at(2) }),
    finding({ location: "/response/body/list/17/b", source: at(1) }),
    finding({ location: "/response/body/list/0/c" }),
    finding({ location: "/response/body/list/0/b", operation: "POST /y" }),
  ];
  const { findings: groups, summary } = buildReport(findings, none, { rules });
  expect(groups.map(({ operation, location, count }) => [operation, location, count])).toEqual([
    ["POST /x", "/response/body/list/*/b", 2],
    ["POST /x", "/response/body/list/*/c", 1],
    ["POST /y", "/response/body/list/*/b", 1],
  ]);
  expect(groups[0]?.sources).toEqual([at(1), at(2)]);
  expect(summary.errors).toBe(3);
});

test("has all operations of the findings that it joins, where one of them touches several", () => {
  const [one, other] = [finding(), finding({ operations: ["POST /x", "GET /a"] })];
  const operations = (...list: Finding[]) =>
    buildReport(list, none, { rules }).findings.map((joined) => joined.operations);
  expect(operations(other)).toEqual([["POST /x", "GET /a"]]);
  expect(operations(one, other)).toEqual([["GET /a", "POST /x"]]);
  expect(operations(one, one)).toEqual([undefined]);
});

test("keeps findings apart by the key args of their rule", () => {
  const statuses = [418, 299, 418].map((status) => finding({ id: "status", args: { status } }));
  const { findings } = buildReport(statuses, none, { rules });
  expect(findings.map(({ args, count }) => [args.status, count]).sort()).toEqual([
    [299, 1],
    [418, 2],
  ]);
});

test("folds only pointers into an exchange, and only array indices", () => {
  expect(foldIndices("/response/body/a/0/1b/-/10")).toBe("/response/body/a/*/1b/-/*");
  expect(foldIndices("/request/body/01")).toBe("/request/body/01");
  expect(foldIndices("/paths/~1x/post/responses/404")).toBe("/paths/~1x/post/responses/404");
});

test("names the first five places, each once, in order", () => {
  const lines = [9, 1, 1, 8, 2, 7, 3, 6, 4];
  const findings = lines.map((line) => finding({ source: at(line) }));
  const [group] = buildReport(findings, none, { rules }).findings;
  expect(group?.sources).toEqual([1, 2, 3, 4, 6].map((line) => at(line)));
  expect(group?.count).toBe(9);
});

test("reports the same whatever the order of reading", () => {
  const some = fc.record({
    location: fc.constantFrom("/response/body/a/0", "/response/body/a/1", "/response/body/b"),
    value: fc.integer({ min: 0, max: 3 }),
    line: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  });
  const shuffled = fc
    .array(some)
    .chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
  const build = (list: { location: string; value: number; line: number | undefined }[]) =>
    buildReport(
      list.map(({ location, value, line }) =>
        finding({ location, args: { value }, ...(line !== undefined && { source: at(line) }) }),
      ),
      none,
      { rules },
    );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(build(other)).toEqual(build(list));
    }),
  );
});

test("sorts the worst first", () => {
  const findings = [finding({ id: "mild", level: "warning" }), finding()];
  expect(buildReport(findings, none, { rules }).findings.map(({ level }) => level)).toEqual([
    "error",
    "warning",
  ]);
});

test("lists no more groups than the limit, counts the rest, and fails as badly as they do", () => {
  const collector = createCollector({ rules, limit: 1 });
  collector.add(finding({ id: "mild", level: "warning" }));
  collector.add(finding({ id: "mild", level: "warning", location: "/response/body/b" }));
  for (let index = 0; index < 3; index++)
    collector.add(finding({ location: `/response/body/x${index}` }));
  collector.add(finding({ id: "mild", level: "warning" }));
  const { findings } = collector.report(none);
  expect(findings.map(({ id, level, count }) => [id, level, count])).toEqual([
    [cutRule.id, "error", 4],
    ["mild", "warning", 2],
  ]);
});

test("shows the beginning of a value that is too long to show", () => {
  const [group] = buildReport([finding({ args: { value: "x".repeat(1000) } })], none, {
    rules,
  }).findings;
  expect(group?.message).toBe(`${"x".repeat(300)}… is wrong`);
});

test("gives a drift one fingerprint, whatever its place in an array, its args and its source", () => {
  const one = buildReport([finding({ location: "/response/body/l/1", source: at(1) })], none, {
    rules,
  });
  const two = buildReport([finding({ location: "/response/body/l/2", args: { value: 2 } })], none, {
    rules,
  });
  expect(one.findings[0]?.fingerprint).toBe(two.findings[0]?.fingerprint);
  expect(one.findings[0]?.fingerprint).toBe(fingerprint("wrong", "POST /x", "/response/body/l/*"));
  expect(fingerprint("wrong", "POST /x", "/response/body/l/*")).toBe("561a570cdfc969d2");
});

test("refuses a finding that no rule table knows", () => {
  expect(() => buildReport([finding({ id: "nobody" })], none, { rules })).toThrow('"nobody"');
});
