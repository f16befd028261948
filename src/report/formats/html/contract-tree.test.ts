import { expect, test } from "vitest";
import example from "../../example-report.json" with { type: "json" };
import { readReport } from "../../read-report.ts";
import type { CoveragePoint, ReportedFinding } from "../../report.ts";
import { contractTree, type TreeNode, tally } from "./contract-tree.ts";

const { coverage, findings } = readReport(JSON.stringify(example));
const seen = coverage ?? { exercised: 0, total: 0, points: [] };
const finding = (more: Partial<ReportedFinding>): ReportedFinding => {
  const [first] = findings;
  if (!first) throw new Error("the example has findings");
  return { ...first, args: {}, ...more };
};

function find(node: TreeNode | undefined, ...path: string[]): TreeNode | undefined {
  return path.reduce((at: TreeNode | undefined, name) => at?.children.get(name), node);
}

/** Paths of the nodes that findings hang on, with the branch's status in front. */
function placesOf(...some: ReportedFinding[]): string[] {
  const walk = (node: TreeNode, path: string): string[] => [
    ...(node.findings.length > 0 ? [path] : []),
    ...[...node.children.values()].flatMap((child) => walk(child, `${path}/${child.name}`)),
  ];
  return contractTree(seen, some).flatMap(({ status, root }) =>
    walk(root, String(status ?? "request")),
  );
}

test("has a branch for the request and one for each status, in the order of the contract", () => {
  const branches = contractTree(seen, []);
  expect(branches.map(({ status, root }) => [status, root.count])).toEqual([
    [undefined, undefined],
    [200, 16],
    [404, 1],
  ]);
});

test("counts a place by its property, and its values as facets", () => {
  const status = find(contractTree(seen, [])[1]?.root, "body", "status");
  expect(status?.count).toBe(16);
  expect(status?.facets.map(({ value, count }: CoveragePoint) => [value, count])).toEqual([
    ["idle", 16],
    ["paused", 0],
  ]);
});

test("hangs a finding where it is, under the status it names", () => {
  expect(placesOf(finding({ location: "/response/body/status" }))).toEqual(["200/body/status"]);
  expect(placesOf(finding({ location: "/response/body/error", args: { status: 404 } }))).toEqual([
    "404/body/error",
  ]);
});

test("hangs a finding that names no status in the branch that knows most of its path", () => {
  const known = {
    operation: "POST /v0/websets/{id}",
    status: 404,
    location: "/response/body/error",
  };
  const points = [...seen.points, { ...known, kind: "property" as const, count: 1 }];
  const branches = contractTree({ ...seen, points }, [finding({ location: known.location })]);
  const [, ok, missing] = branches.map(({ root }) => find(root, "body", "error")?.findings.length);
  expect([ok, missing]).toEqual([undefined, 1]);
});

test("hangs a field that the contract does not know below the object it was seen in", () => {
  const location = "/response/body/searches/*/a~1b~0c";
  expect(placesOf(finding({ location }))).toEqual(["200/body/searches/*/a/b~c"]);
});

test("gives a status that the contract does not know a branch of its own", () => {
  expect(placesOf(finding({ location: "/response/status", args: { status: 418 } }))).toEqual([
    "418",
  ]);
});

test("leaves out a finding of an operation that has no points", () => {
  expect(placesOf(finding({ operation: "GET /elsewhere" }))).toEqual([]);
});

test("adds up what is below a place", () => {
  const root = contractTree(seen, [finding({ location: "/response/body/status" })])[1]?.root;
  expect(root && tally(root)).toMatchObject({ seen: 4, total: 6, findings: [{ count: 17 }] });
});

test("takes hostile names for names", () => {
  const location = "/response/body/__proto__/constructor";
  expect(placesOf(finding({ location }))).toEqual(["200/body/__proto__/constructor"]);
});
