import type { Report } from "../../report.ts";
import { placeOf } from "../../verdict.ts";
import { html, type Markup } from "./markup.ts";

/** Where the exchanges went, and what became of them. */
export function trafficSection({ traffic = [] }: Report): Markup | undefined {
  if (traffic.length === 0) return undefined;
  const cell = (count: number) => html`<td${count === 0 && html` class="zero"`}>${count}</td>`;
  return html`<section class="traffic" aria-labelledby="traffic">
<h2 id="traffic">Traffic</h2>
<table>
<thead><tr><th scope="col">Where</th><th scope="col">Checked</th><th scope="col">Skipped</th><th scope="col">Unreadable</th></tr></thead>
<tbody>${traffic.map(
    ({ host, method, path, checked, skipped, unreadable }) => html`
<tr><th scope="row"><code>${method} ${breakable(`${host}${path}`)}</code></th>${cell(checked)}${cell(skipped)}${cell(unreadable)}</tr>`,
  )}</tbody>
</table>
</section>`;
}

/** What was read, and what could not be read to its end. */
export function inputsSection({ run }: Report): Markup | undefined {
  if (!run || run.inputs.length === 0) return undefined;
  return html`<section class="inputs" aria-labelledby="inputs">
<h2 id="inputs">Inputs</h2>
<ul>${run.inputs.map(
    (input) => html`
<li><code>${breakable(placeOf(input))}</code>${input.bytes !== undefined && html` <small>${input.bytes} bytes</small>`}${input.fault !== undefined && html` <strong>not read to the end: ${input.fault}</strong>`}</li>`,
  )}</ul>
</section>`;
}

/** A long path may break after each slash, so that it fits a narrow screen. */
export function breakable(path: string): Markup[] {
  return path
    .split(/(?<=\/)/)
    .map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`));
}
