import { createHash } from "node:crypto";
import type { Report } from "../../report.ts";
import {
  coverageLine,
  incompleteLine,
  runLine,
  scopeLine,
  type Verdict,
  verdictLine,
  verdictOf,
  verdictWords,
} from "../../verdict.ts";
import type { Format, FormatContext } from "../format.ts";
import { findingsSection } from "./findings.ts";
import { type Markup, html as markup, trusted } from "./markup.ts";
import { inputsSection, trafficSection } from "./run.ts";
import { search } from "./search.ts";
import { style } from "./style.ts";
import { treeSection } from "./tree.ts";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");

/**
 * One page that needs nothing else: no font, no image. The policy in its head keeps it so, should a hostile value ever
 * get through: only this very style sheet and this very script may apply, and nothing may be loaded or sent.
 */
export const html: Format = (report, context) => {
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(search)}'; base-uri 'none'; form-action 'none'`;
  const tree = treeSection(report, context);
  const traffic = trafficSection(report);
  const inputs = inputsSection(report);
  const hasSearch = report.findings.length + (report.waived?.length ?? 0) > 1;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdictLine(report, context.failOn)}</title>
<style>${trusted(style)}</style>
</head>
<body>
${header(report, context)}
<nav aria-label="Parts of the report">
${tree && markup`<a href="#contract">Contract</a>`}
<a href="#findings">Findings</a>
${traffic && markup`<a href="#traffic">Traffic</a>`}
${inputs && markup`<a href="#inputs">Inputs</a>`}
</nav>
<main${tree && markup` class="two"`}>
${tree}
<div>
${findingsSection(report, context)}
${traffic}
${inputs}
</div>
</main>
<footer><p>${runLine(report)}</p></footer>
${hasSearch && markup`<script>${trusted(search)}</script>`}
</body>
</html>
`;
  return page.markup;
};

const signs: Record<Verdict, string> = {
  ...{ clean: "✓", passed: "✓", drift: "✕", unchecked: "?", incomplete: "?" },
};

function header(report: Report, { failOn }: FormatContext): Markup {
  const verdict = verdictOf(report, failOn);
  const { summary, waived = [], coverage } = report;
  const stats: readonly (readonly [string, number, string])[] = [
    ["Errors", summary.errors, "error"],
    ["Warnings", summary.warnings, "warning"],
    ["Infos", summary.infos, "info"],
    ...(report.waived ? [["Waived", waived.length, "plain"] as const] : []),
    ...(summary.exchanges > 0
      ? [
          ["Checked", summary.checked, "plain"] as const,
          ["Skipped", summary.skipped, "plain"] as const,
        ]
      : []),
  ];
  return markup`<header class="${verdict}">
<p class="product">Contract report</p>
<h1><span class="sign" aria-hidden="true">${signs[verdict]}</span> ${verdictWords[verdict]}</h1>
<p class="lead">${sentence(report, failOn)}</p>
<dl>${stats.map(([name, value, kind]) => markup`<div class="${kind}${value === 0 && markup` zero`}"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${coverage && coverageBar(report)}
</header>`;
}

function sentence(report: Report, failOn: FormatContext["failOn"]): string {
  const threshold =
    failOn === "none"
      ? "No finding fails this run."
      : `Findings of level ${failOn} or worse fail this run.`;
  const facts = [incompleteLine(report), scopeLine(report)].filter((line) => line !== "");
  const capital = (line: string) => line.charAt(0).toUpperCase() + line.slice(1);
  return [...facts.map((line) => `${capital(line)}.`), threshold].join(" ");
}

/** Drawn as SVG, because its width is data and the policy allows no inline style. */
function coverageBar(report: Report): Markup {
  const { exercised = 0, total = 0 } = report.coverage ?? {};
  const width = total === 0 ? 100 : (100 * exercised) / total;
  return markup`<figure class="coverage"><svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="fill" width="${width.toFixed(2)}" height="1"/></svg><figcaption>${coverageLine(report)}</figcaption></figure>`;
}
