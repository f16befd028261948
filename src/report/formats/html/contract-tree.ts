import type { Json } from "../../../findings/finding.ts";
import { namesOf } from "../../../json/pointer.ts";
import type { Coverage, CoveragePoint, ReportedFinding } from "../../report.ts";

/** One place of the contract, with what was seen there and what drifted. */
export interface TreeNode {
  /** The last segment of the pointer, decoded; `*` for the items of an array or the values of a map. */
  readonly name: string;
  /** How often it was seen; absent where the contract has no point for the place itself. */
  count?: number;
  /** Points about its value: enum values, null, empty, variants. */
  readonly facets: CoveragePoint[];
  readonly findings: ReportedFinding[];
  readonly children: Map<string, TreeNode>;
}

/** One side of an operation: its request, or its answer with one status. */
export interface Branch {
  readonly operation: string;
  /** Absent for the request. */
  readonly status?: number;
  readonly root: TreeNode;
}

/**
 * The contract as the coverage points draw it. A finding hangs where its location is, in the branch of its `status`
 * arg or, without one, in the likeliest branch: the one that knows most of its path, then the one seen most.
 * A field that the contract does not know thus shows up below the object it was seen in.
 */
export function contractTree(coverage: Coverage, findings: readonly ReportedFinding[]): Branch[] {
  const branches: Branch[] = [];
  for (const point of coverage.points) addPoint(branchOf(branches, point), point);
  for (const finding of findings) {
    const branch = undocumented(branches, finding) ?? likeliest(branches, finding);
    if (!branch) continue;
    const path = finding.location === "/response/status" ? [] : segments(finding.location);
    nodeAt(branch.root, path).findings.push(finding);
  }
  return branches;
}

/** Points of the node and everything below it: how many there are and how many were seen. */
export function tally(node: TreeNode): {
  seen: number;
  total: number;
  findings: ReportedFinding[];
} {
  const own = [
    ...node.facets.map(({ count }) => count),
    ...(node.count === undefined ? [] : [node.count]),
  ];
  const sum = {
    seen: own.filter((count) => count > 0).length,
    total: own.length,
    findings: [...node.findings],
  };
  for (const child of node.children.values()) {
    const below = tally(child);
    sum.seen += below.seen;
    sum.total += below.total;
    sum.findings.push(...below.findings);
  }
  return sum;
}

/** A value as it is written in a contract, short enough for a label. */
export function labelOf({ kind, value }: CoveragePoint): string {
  return value === undefined ? kind : plainValue(value);
}

const plainValue = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const emptyNode = (name: string): TreeNode => ({
  name,
  facets: [],
  findings: [],
  children: new Map(),
});

function branchOf(
  branches: Branch[],
  { operation, status }: { operation: string; status?: number },
): Branch {
  const found = branches.find(
    (branch) => branch.operation === operation && branch.status === status,
  );
  if (found) return found;
  const side = status === undefined ? "request" : "response";
  const branch: Branch = {
    operation,
    ...(status !== undefined && { status }),
    root: emptyNode(side),
  };
  branches.push(branch);
  return branch;
}

function addPoint({ root }: Branch, point: CoveragePoint): void {
  const node = point.kind === "status" ? root : nodeAt(root, segments(point.location));
  if (point.kind === "property" || point.kind === "header" || point.kind === "status") {
    node.count = (node.count ?? 0) + point.count;
  } else node.facets.push(point);
}

/** The pointer's segments below `/request` or `/response`. */
function segments(location: string): string[] {
  return namesOf(location).slice(1);
}

/** The node at the path; what is missing on the way is made. */
function nodeAt(root: TreeNode, path: readonly string[]): TreeNode {
  let node = root;
  for (const name of path) {
    const child = node.children.get(name) ?? emptyNode(name);
    node.children.set(name, child);
    node = child;
  }
  return node;
}

/** A status that the contract does not know is a branch of its own. */
function undocumented(branches: Branch[], finding: ReportedFinding): Branch | undefined {
  const { operation, location, args } = finding;
  const { status } = args;
  if (location !== "/response/status" || typeof status !== "number") return undefined;
  return branchOf(branches, { operation, status });
}

function likeliest(branches: readonly Branch[], finding: ReportedFinding): Branch | undefined {
  const { operation, location, args } = finding;
  const side = location.split("/")[1];
  const path = segments(location);
  const depth = ({ root }: Branch): number => {
    let node: TreeNode | undefined = root;
    let known = 0;
    for (const name of path) {
      node = node?.children.get(name);
      if (
        !node ||
        (node.count === undefined && node.facets.length === 0 && node.children.size === 0)
      )
        break;
      known++;
    }
    return known;
  };
  const candidates = branches.filter(
    (branch) => branch.operation === operation && branch.root.name === side,
  );
  const exact = candidates.find(({ status }) => status !== undefined && status === args.status);
  if (exact) return exact;
  return candidates
    .map((branch) => ({ branch, depth: depth(branch), count: branch.root.count ?? 0 }))
    .sort((a, b) => b.depth - a.depth || b.count - a.count)[0]?.branch;
}
