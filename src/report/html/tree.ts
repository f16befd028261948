import { type Branch, contractTree, labelOf, type TreeNode, tally } from "../contract-tree.ts";
import { levels, type Report, type ReportedFinding } from "../report.ts";
import { plural } from "../verdict.ts";
import { html, type Markup } from "./markup.ts";

/** The contract, each place shaded by how often it was seen and marked where it drifted. */
export function treeSection(report: Report): Markup | undefined {
  if (!report.coverage) return undefined;
  const branches = contractTree(report);
  const most = Math.max(1, ...branches.map(({ root }) => highest(root)));
  const operations = [...new Set(branches.map(({ operation }) => operation))];
  return html`<section class="contract" aria-labelledby="contract">
<h2 id="contract">Contract</h2>
<p class="legend" aria-hidden="true">Seen <span class="never">never</span><span class="shade s1">1</span><span class="shade s2"></span><span class="shade s3"></span><span class="shade s4">${most}</span> times</p>
${operations.map(
  (operation) => html`<h3><code>${operation}</code></h3>
<ul class="tree">${branches.filter((branch) => branch.operation === operation).map((branch) => branchItem(branch, most))}</ul>`,
)}
</section>`;
}

function branchItem({ status, root }: Branch, most: number): Markup {
  return item(root, status === undefined ? "Request" : `Answer ${status}`, most, 0);
}

/** A place without children is a line; one with children opens and closes. */
function item(node: TreeNode, label: string, most: number, depth: number): Markup {
  const { seen, total, findings } = tally(node);
  const line = html`<span class="name">${label}</span>${marks(node.findings)}${count(node, most)}`;
  const facets =
    node.facets.length > 0 && html`<span class="facets">${node.facets.map(facet)}</span>`;
  if (node.children.size === 0) return html`<li><div class="line">${line}</div>${facets}</li>`;
  const open =
    findings.length > node.findings.length || (depth === 0 ? node.count !== 0 : depth < 2);
  const children = [...node.children.values()].map((child) =>
    item(child, nameOf(child), most, depth + 1),
  );
  const sum = html`<span class="sum">${seen}/${total}</span>`;
  return html`<li><details${open && html` open`}><summary class="line">${line}${sum}</summary>${facets}<ul>${children}</ul></details></li>`;
}

const nameOf = ({ name }: TreeNode): string => (name === "*" ? "each" : name);

function count({ count: times }: TreeNode, most: number): Markup | undefined {
  if (times === undefined) return undefined;
  if (times === 0) return html`<span class="never">never</span>`;
  return html`<span class="shade s${shade(times, most)}" title="${`seen ${times} times`}">${times}</span>`;
}

/** 1 to 4, by order of magnitude: what is seen in every array item would drown the rest otherwise. */
export function shade(times: number, most: number): number {
  if (most <= 1) return 4;
  return 1 + Math.min(3, Math.floor((3.999 * Math.log(times)) / Math.log(most)));
}

const facet = (point: TreeNode["facets"][number]): Markup =>
  html`<span class="facet${point.count === 0 && html` unseen`}">${labelOf(point)} <small>${point.count === 0 ? "never" : point.count}</small></span>`;

/** One mark for each level, which leads to the first finding of it. */
function marks(findings: readonly ReportedFinding[]): Markup[] {
  return levels.flatMap((level) => {
    const [first, ...others] = findings.filter((finding) => finding.level === level);
    if (!first) return [];
    return [
      html`<a class="mark ${level}" href="#f-${first.fingerprint}">${plural(others.length + 1, level)}</a>`,
    ];
  });
}

function highest(node: TreeNode): number {
  return Math.max(node.count ?? 0, ...[...node.children.values()].map(highest));
}
