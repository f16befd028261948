import { compareText } from "../../order.ts";
import { levels, type Report, type ReportedFinding } from "../../report.ts";
import { plural } from "../../verdict.ts";
import type { FormatContext } from "../format.ts";
import { type Branch, contractTree, labelOf, type TreeNode, tally } from "./contract-tree.ts";
import { html, type Markup } from "./markup.ts";

/** The contract, each place shaded by how often it was seen and marked where it drifted. */
export function treeSection(report: Report, { rules }: FormatContext): Markup | undefined {
  if (!report.coverage) return undefined;
  const drift = report.findings.filter(({ id }) => rules.get(id)?.area !== "coverage");
  const branches = contractTree(report.coverage, drift);
  const most = Math.max(1, ...branches.map(({ root }) => highest(root)));
  branches.sort((a, b) => (a.status ?? 0) - (b.status ?? 0)); // the request first
  const operations = [...new Set(branches.map(({ operation }) => operation))].sort(compareText);
  // It scrolls by itself, so it can be focused: the keyboard must reach what it hides.
  return html`<section class="contract" aria-labelledby="contract">
<h2 id="contract">Contract</h2>
<p class="legend">Shaded by how often it was seen, against ${most}: <span class="never">never</span><span class="shade s1">&lt; 1 %</span><span class="shade s2">&lt; 10 %</span><span class="shade s3">&lt; 50 %</span><span class="shade s4">more</span></p>
<div class="scroll" tabindex="0" role="region" aria-label="The contract, place by place">
${operations.map(
  (operation) => html`<h3><code>${operation}</code></h3>
<ul class="tree">${branches.filter((branch) => branch.operation === operation).map((branch) => branchItem(branch, most))}</ul>`,
)}
</div>
</section>`;
}

function branchItem({ status, root }: Branch, most: number): Markup {
  return item(root, status === undefined ? "Request" : `Response ${status}`, most, 0);
}

/** A place without children is a line; one with children opens and closes. What opens holds no link: the line below does. */
function item(node: TreeNode, label: string, most: number, depth: number): Markup {
  const { seen, total, findings } = tally(node);
  const name = html`<span class="name">${label}</span>`;
  const times = count(node, most);
  const links = marks(node.findings);
  const facets =
    node.facets.length > 0 && html`<span class="facets">${node.facets.map(facet)}</span>`;
  if (node.children.size === 0) {
    return html`<li><div class="line">${name}${links}${times}<span class="sum"></span></div>${facets}</li>`;
  }
  const children = [...node.children.values()].map((child) =>
    item(child, nameOf(child), most, depth + 1),
  );
  const sum = html`<span class="sum">${seen}/${total}</span>`;
  const own = links.length > 0 && html`<p class="links">${links}</p>`;
  return html`<li><details${isOpen(node, findings, depth) && html` open`}><summary class="line">${name}${signs(findings)}${times}${sum}</summary>${own}${facets}<ul>${children}</ul></details></li>`;
}

/** How many findings of the worst level are here and below. */
function signs(findings: readonly ReportedFinding[]): Markup | undefined {
  const level = levels.find((worst) => findings.some((finding) => finding.level === worst));
  if (level === undefined) return undefined;
  const number = findings.filter((finding) => finding.level === level).length;
  return html`<span class="mark ${level}">${plural(number, level)}</span>`;
}

/** Open at first: the way to whatever drifted, and the bodies of what was seen. */
function isOpen(node: TreeNode, below: readonly ReportedFinding[], depth: number): boolean {
  const own = new Set(node.findings);
  if (below.some((finding) => finding.level !== "info" && !own.has(finding))) return true;
  return depth === 0 ? node.count !== 0 : depth === 1 && node.name === "body";
}

const nameOf = ({ name }: TreeNode): string => (name === "*" ? "each" : name);

function count({ count: times }: TreeNode, most: number): Markup | undefined {
  if (times === undefined) return undefined;
  if (times === 0) return html`<span class="never">never</span>`;
  return html`<span class="shade s${shade(times, most)}" title="${`seen ${times} times`}">${times}</span>`;
}

/** 1 to 4: below a hundredth, a tenth, a half of what was seen most, and above. */
export function shade(times: number, most: number): number {
  const share = times / most;
  return share < 0.01 ? 1 : share < 0.1 ? 2 : share < 0.5 ? 3 : 4;
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
