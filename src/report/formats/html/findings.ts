import type { Level } from "../../../findings/finding.ts";
import { levels, type Report, type ReportedFinding, type WaivedFinding } from "../../report.ts";
import { placeOf, plural } from "../../verdict.ts";
import { html, type Markup } from "./markup.ts";

const titles: Record<Level, string> = { error: "Errors", warning: "Warnings", info: "Infos" };

/** The findings by level, with a switch for each level that works in the style sheet alone. */
export function findingsSection({ findings, waived = [] }: Report): Markup {
  const groups = levels
    .map((level) => ({ level, list: findings.filter((finding) => finding.level === level) }))
    .filter(({ list }) => list.length > 0);
  return html`<section class="findings" aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${groups.length === 0 && html`<p class="none">No findings.</p>`}
${
  groups.length > 1 &&
  html`<fieldset class="filters"><legend>Show</legend>${groups.map(
    ({ level, list }) =>
      html`<label><input type="checkbox" id="show-${level}" checked> ${titles[level]} <b>${list.length}</b></label>`,
  )}</fieldset>`
}
${groups.map(
  ({ level, list }) => html`<section class="level ${level}" aria-labelledby="level-${level}">
<h3 id="level-${level}">${titles[level]}</h3>
<ol>${list.map((finding) => findingItem(finding))}</ol>
</section>`,
)}
${
  waived.length > 0 &&
  html`<details class="waived"><summary>${waived.length} waived</summary><ol>${waived.map((finding) => findingItem(finding, finding))}</ol></details>`
}
</section>`;
}

function findingItem(finding: ReportedFinding, waiver?: WaivedFinding): Markup {
  const { id, level, operation, location, message, fingerprint } = finding;
  return html`<li class="finding ${level}" id="f-${fingerprint}">
<p class="message">${message}</p>
${waiver && html`<p class="reason">Waived until <time>${waiver.expires}</time>: ${waiver.reason}</p>`}
<p class="where"><code>${id}</code>${operation !== "" && html`<code>${operation}</code>`}${location !== "" && html`<code class="location">${breakable(location)}</code>`}</p>
${seen(finding)}
</li>`;
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

/** A long path may break after each slash, so that it fits a narrow screen. */
function breakable(path: string): Markup[] {
  return path
    .split(/(?<=\/)/)
    .map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`));
}
