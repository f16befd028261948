import { createHash } from "node:crypto";
import type { Report } from "../../report.ts";
import {
  coverageLine,
  scopeLine,
  type Verdict,
  verdictLine,
  verdictOf,
  verdictWords,
} from "../../verdict.ts";
import type { Format, FormatContext } from "../format.ts";
import { findingsSection } from "./findings.ts";
import { type Markup, html as markup, trusted } from "./markup.ts";
import { style } from "./style.ts";
import { treeSection } from "./tree.ts";

/**
 * One page that needs nothing else: no script, no font, no image. The policy in its head keeps it so, should a hostile
 * value ever get through: only this very style sheet may apply, and nothing may be loaded or sent.
 */
export const html: Format = (report, context) => {
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const tree = treeSection(report, context);
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
<main${tree && markup` class="two"`}>
${findingsSection(report)}
${tree}
</main>
</body>
</html>
`;
  return page.markup;
};

const signs: Record<Verdict, string> = { clean: "✓", passed: "✓", drift: "✕", unchecked: "?" };

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
  const scope = scopeLine(report);
  return scope === "" ? threshold : `${scope}. ${threshold}`;
}

/** Drawn as SVG, because its width is data and the policy allows no inline style. */
function coverageBar(report: Report): Markup {
  const { exercised = 0, total = 0 } = report.coverage ?? {};
  const width = total === 0 ? 100 : (100 * exercised) / total;
  return markup`<figure class="coverage"><svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="fill" width="${width.toFixed(2)}" height="1"/></svg><figcaption>${coverageLine(report)}</figcaption></figure>`;
}
