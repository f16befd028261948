import type { Level } from "../../../findings/finding.ts";
import { placeInContract } from "../../contract-place.ts";
import { levels, type Report, type ReportedFinding, type WaivedFinding } from "../../report.ts";
import { placeOf, plural } from "../../verdict.ts";
import type { FormatContext } from "../format.ts";
import { html, type Markup } from "./markup.ts";
import { breakable } from "./run.ts";

const titles: Record<Level, string> = { error: "Errors", warning: "Warnings", info: "Infos" };

/** The findings by level and operation, with a switch for each level that works in the style sheet alone. */
export function findingsSection({ findings, waived = [] }: Report, context: FormatContext): Markup {
  const groups = levels
    .map((level) => ({ level, list: findings.filter((finding) => finding.level === level) }))
    .filter(({ list }) => list.length > 0);
  const item = (finding: ReportedFinding) => findingItem(finding, context);
  return html`<section class="findings" aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${groups.length === 0 && html`<p class="none">No findings.</p>`}
<div class="tools">
${findings.length + waived.length > 1 && searchBox}
${
  groups.length > 1 &&
  html`<fieldset class="filters"><legend>Show</legend>${groups.map(
    ({ level, list }) =>
      html`<label><input type="checkbox" id="show-${level}" checked> ${titles[level]} <b>${list.length}</b></label>`,
  )}</fieldset>`
}
</div>
${groups.map(
  ({ level, list }) => html`<section class="level ${level}" aria-labelledby="level-${level}">
<h3 id="level-${level}">${titles[level]}</h3>
${byOperation(list).map(
  ([operation, members]) =>
    html`<div class="group">${operation !== "" && html`<h4><code>${operation}</code></h4>`}<ol>${members.map(item)}</ol></div>`,
)}
</section>`,
)}
${
  waived.length > 0 &&
  html`<details class="waived"><summary>${waived.length} waived</summary><ol>${waived.map((finding) => findingItem(finding, context, finding))}</ol></details>`
}
</section>`;
}

/** Shown by the script that it needs. */
const searchBox = html`<p class="search" hidden><label for="search">Search</label> <input type="search" id="search" autocomplete="off" spellcheck="false"> <output id="found" for="search"></output></p>`;

/** In the order in which they first occur. */
function byOperation(list: readonly ReportedFinding[]): [string, ReportedFinding[]][] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of list)
    groups.set(finding.operation, [...(groups.get(finding.operation) ?? []), finding]);
  return [...groups];
}

function findingItem(
  finding: ReportedFinding,
  context: FormatContext,
  waiver?: WaivedFinding,
): Markup {
  const { id, level, location, message, fingerprint } = finding;
  return html`<li class="finding ${level}" id="f-${fingerprint}">
<p class="message">${message}</p>
${waiver && html`<p class="reason">Waived until <time>${waiver.expires}</time>: ${waiver.reason}</p>`}
<p class="where"><code>${id}</code>${location !== "" && html`<code class="location">${breakable(location)}</code>`}</p>
${evidence(finding, context)}
${seen(finding)}
</li>`;
}

/** The part of the exchange, and beside it what the contract says. */
function evidence(finding: ReportedFinding, context: FormatContext): Markup | undefined {
  const { excerpt } = finding;
  const parts = [
    excerpt && figure("In the exchange", excerpt.lines, excerpt.mark),
    contractFigure(finding, context),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : html`<div class="evidence">${parts}</div>`;
}

function contractFigure(finding: ReportedFinding, { contract, relative }: FormatContext) {
  if (!contract || !/^\/(request|response)(\/|$)/.test(finding.location)) return undefined;
  const { file, line, text } = placeInContract(contract, finding);
  const name = relative(file).split("/").slice(-2).join("/");
  return figure(html`In the contract, <code>${name}:${line}</code>`, text, 0);
}

function figure(caption: Markup | string, lines: readonly string[], mark: number): Markup {
  const rows = lines.map((line, index) =>
    index === mark ? html`<mark>${line}</mark>\n` : html`${line}\n`,
  );
  return html`<figure><figcaption>${caption}</figcaption><pre>${rows}</pre></figure>`;
}

function seen({ count, sources }: ReportedFinding): Markup | undefined {
  const times = html`<span class="times">Seen ${plural(count, "time")}</span>`;
  const [only, ...others] = sources;
  if (!only) return count > 1 ? html`<p class="seen">${times}</p>` : undefined;
  if (others.length === 0)
    return html`<p class="seen">${times} in <code>${breakable(placeOf(only))}</code></p>`;
  const more = count > sources.length && html`<li>and more</li>`;
  return html`<details class="seen"><summary>${times}</summary><ul>${sources.map((source) => html`<li><code>${breakable(placeOf(source))}</code></li>`)}${more}</ul></details>`;
}
