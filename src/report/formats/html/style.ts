/** The page's style sheet. Colours keep at least 4.5:1 against their ground in both schemes (WCAG 2.2, 1.4.3). */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --panel: #ffffff; --line: #e4e1db; --ink: #1d1c1a; --quiet: #66625b;
  --error: #b3261e; --warning: #8a5300; --info: #1f5fa8; --good: #22693a; --focus: #1f5fa8;
  --error-soft: #fbe9e7; --warning-soft: #fbf0dc; --info-soft: #e6eff9;
  --s1: #e2efec; --s2: #b5d8d1; --s3: #5fa79b; --s4: #17695d;
  --on1: #1d1c1a; --on2: #1d1c1a; --on3: #10211e; --on4: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161615; --panel: #1e1e1c; --line: #35342f; --ink: #ecebe7; --quiet: #a5a198;
    --error: #ff8a7e; --warning: #e9b35c; --info: #86b8f0; --good: #7fcf97; --focus: #86b8f0;
    --error-soft: #3a201e; --warning-soft: #362a16; --info-soft: #1b2a3b;
    --s1: #1f2f2c; --s2: #23504a; --s3: #2f8175; --s4: #7fd6c6;
    --on1: #ecebe7; --on2: #ecebe7; --on3: #ffffff; --on4: #0c211d;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 84rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
code, .name, .facet { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code { font-size: .8125rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ol, ul, dl, dd, figure { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
summary { cursor: pointer; }

header { padding-bottom: 1.5rem; }
nav {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 -2rem 2rem; padding: .625rem 2rem;
  background: var(--ground); border-block: 1px solid var(--line); font-size: .9375rem;
}
nav a { text-decoration: none; padding: .25rem 0; }
nav a:hover { text-decoration: underline; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .8125rem; overflow-wrap: anywhere; }
.product { color: var(--quiet); font-size: .875rem; }
h1 { font-size: 2.5rem; line-height: 1.15; font-weight: 650; letter-spacing: -.02em; margin: .125rem 0 .375rem; }
.sign { font-weight: 400; }
.drift h1 { color: var(--error); } .unchecked h1, .incomplete h1 { color: var(--warning); }
.clean h1, .passed h1 { color: var(--good); }
.lead { color: var(--quiet); max-width: 60ch; }
header dl { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin-top: 1.5rem; }
dt { color: var(--quiet); font-size: .8125rem; }
dd { font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.error dd { color: var(--error); } .warning dd { color: var(--warning); } .info dd { color: var(--info); }
dl .zero dd { color: var(--quiet); font-weight: 400; }
.coverage { margin-top: 1.5rem; max-width: 34rem; }
.coverage svg { display: block; width: 100%; height: .5rem; border-radius: .25rem; }
.track { fill: var(--line); } .fill { fill: var(--s4); }
figcaption { margin-top: .375rem; color: var(--quiet); font-size: .8125rem; }

main { display: grid; gap: 3rem; }
main > * { min-width: 0; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin-bottom: .75rem; }
h3 { font-size: .8125rem; font-weight: 600; color: var(--quiet); }
h4 { font-size: .8125rem; font-weight: 400; color: var(--quiet); margin: 0 0 .375rem; }

.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; margin-bottom: 1rem; }
.search { display: flex; align-items: center; gap: .5rem; font-size: .875rem; color: var(--quiet); }
.search[hidden], .finding[hidden] { display: none; }
.search input { font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: .375rem; padding: .25rem .5rem; width: 16rem; max-width: 50vw; }
.search output { font-variant-numeric: tabular-nums; }
.filters { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; border: 0; margin: 0; padding: 0; font-size: .875rem; }
.filters legend { float: left; padding: 0; line-height: 1.75rem; color: var(--quiet); }
.filters label { display: inline-flex; align-items: center; gap: .375rem; min-height: 1.75rem; cursor: pointer; }
.filters b { font-weight: 400; color: var(--quiet); font-variant-numeric: tabular-nums; }
.filters input { margin: 0; width: 1rem; height: 1rem; accent-color: var(--s4); }
body:has(#show-error:not(:checked)) .level.error,
body:has(#show-warning:not(:checked)) .level.warning,
body:has(#show-info:not(:checked)) .level.info { display: none; }
.level + .level { margin-top: 1.75rem; }
.group + .group { margin-top: 1rem; }
.group:not(:has(.finding:not([hidden]))), .level:not(:has(.finding:not([hidden]))) { display: none; }
.level h3 { margin-bottom: .5rem; }
.level.error h3 { color: var(--error); } .level.warning h3 { color: var(--warning); } .level.info h3 { color: var(--info); }
.finding {
  padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--line); border-top-width: 0;
}
.finding:first-child { border-top-width: 1px; border-radius: .5rem .5rem 0 0; }
.finding:last-child { border-radius: 0 0 .5rem .5rem; }
.finding:only-child { border-radius: .5rem; }
.finding:target.error { background: var(--error-soft); }
.finding:target.warning { background: var(--warning-soft); }
.finding:target.info { background: var(--info-soft); }
.message { font-weight: 500; overflow-wrap: anywhere; }
.reason { font-size: .875rem; overflow-wrap: anywhere; }
.where { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: .125rem; color: var(--quiet); }
.evidence { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .75rem; margin-top: .625rem; }
.evidence figure { min-width: 0; }
.evidence figcaption { margin: 0 0 .25rem; font-size: .75rem; }
.evidence figcaption code { font-size: .75rem; }
pre {
  margin: 0; padding: .5rem .625rem; background: var(--ground); border: 1px solid var(--line); border-radius: .375rem;
  font: .75rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
mark { display: inline-block; min-width: 100%; margin: 0 -.25rem; padding: 0 .25rem; border-radius: .1875rem; color: var(--ink); background: var(--info-soft); }
.finding.error mark { background: var(--error-soft); } .finding.warning mark { background: var(--warning-soft); }
.seen { margin-top: .375rem; font-size: .8125rem; color: var(--quiet); }
.seen ul { padding: .25rem 0 0 1.125rem; }
.times { font-variant-numeric: tabular-nums; }
.none { color: var(--quiet); }
.waived { margin-top: 1.75rem; }
.waived > summary { font-size: .875rem; color: var(--quiet); margin-bottom: .5rem; }

.traffic, .inputs { margin-top: 3rem; }
.traffic table { width: 100%; border-collapse: collapse; font-size: .8125rem; }
.traffic th, .traffic td { padding: .375rem .5rem; border-bottom: 1px solid var(--line); text-align: right; font-weight: 400; font-variant-numeric: tabular-nums; }
.traffic th:first-child { text-align: left; padding-left: 0; overflow-wrap: anywhere; }
.traffic thead th { color: var(--quiet); }
.traffic .zero { color: var(--quiet); }
.inputs ul { font-size: .8125rem; } .inputs li { padding: .1875rem 0; overflow-wrap: anywhere; }
.inputs small { color: var(--quiet); font-size: .75rem; } .inputs strong { color: var(--error); font-weight: 500; }

.scroll { overflow: auto; overscroll-behavior: contain; }
.contract h3 { margin: .25rem 0 .5rem; }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem; color: var(--quiet); font-size: .8125rem; margin-bottom: .75rem; }
.tree { font-size: .875rem; }
.tree ul { margin-left: .4375rem; padding-left: .875rem; border-left: 1px solid var(--line); }
.line { display: flex; align-items: center; gap: .5rem; min-height: 1.75rem; padding: .125rem 0; }
.tree > li + li { border-top: 1px solid var(--line); }
.name { font-size: .8125rem; overflow-wrap: anywhere; min-width: 0; }
.tree > li > details > summary .name, .tree > li > .line .name { font-family: inherit; font-size: .9375rem; font-weight: 600; }
.tree summary { list-style: none; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: "▸"; flex: none; width: .75rem; margin-right: -.25rem; color: var(--quiet); font-size: .75rem; }
.tree details[open] > summary::before { content: "▾"; }
.shade, .never {
  margin-left: auto; flex: none; min-width: 3.25rem; padding: 0 .4375rem; border-radius: .25rem; text-align: right;
  font-size: .75rem; line-height: 1.25rem; font-variant-numeric: tabular-nums;
}
.never { color: var(--quiet); box-shadow: inset 0 0 0 1px var(--line); }
.legend .shade, .legend .never { min-width: 0; margin-left: 0; }
.s1 { background: var(--s1); color: var(--on1); } .s2 { background: var(--s2); color: var(--on2); }
.s3 { background: var(--s3); color: var(--on3); } .s4 { background: var(--s4); color: var(--on4); }
.sum { flex: none; width: 3.25rem; color: var(--quiet); font-size: .75rem; font-variant-numeric: tabular-nums; text-align: right; }
.name + .sum, .mark + .sum { margin-left: auto; }
.facets { display: flex; flex-wrap: wrap; gap: .25rem; padding: 0 0 .375rem .875rem; }
.facet { padding: 0 .375rem; border-radius: .25rem; background: var(--s1); color: var(--on1); font-size: .75rem; line-height: 1.375rem; overflow-wrap: anywhere; }
.facet small { font: inherit; font-size: .6875rem; color: inherit; }
.facet.unseen { background: none; color: var(--quiet); box-shadow: inset 0 0 0 1px var(--line); }
.links { display: flex; flex-wrap: wrap; gap: .25rem; padding: 0 0 .375rem .875rem; }
.mark { flex: none; padding: 0 .375rem; border-radius: .25rem; font-size: .75rem; line-height: 1.25rem; font-weight: 600; text-decoration: none; }
a.mark { text-decoration: underline; text-underline-offset: .125em; }
.mark.error { color: var(--error); background: var(--error-soft); }
.mark.warning { color: var(--warning); background: var(--warning-soft); }
.mark.info { color: var(--info); background: var(--info-soft); }

@media (min-width: 68rem) {
  main.two { grid-template-columns: minmax(0, 26rem) minmax(0, 1fr); }
  .contract { position: sticky; top: 4rem; align-self: start; }
  .contract .scroll { max-height: calc(100vh - 11rem); }
}
@media (max-width: 67.99rem) { .contract .scroll { max-height: 45vh; border-block: 1px solid var(--line); } }
@media (max-width: 40rem) {
  body { padding: 1rem 1rem 3rem; }
  header { padding-bottom: 1rem; }
  nav { margin: 0 -1rem 1rem; padding: .375rem 1rem; }
  main { gap: 2rem; }
  .coverage, header dl { margin-top: 1rem; }
  .search, .search input { flex: 1; }
  h1 { font-size: 2rem; }
  header dl { display: grid; grid-template-columns: repeat(3, max-content); gap: .75rem 2rem; }
  .tree ul { margin-left: .3125rem; padding-left: .5rem; }
  .finding { padding: .75rem; }
}
@media print { nav, .tools { display: none; } .contract .scroll { max-height: none; } .finding { break-inside: avoid; } }
`;
