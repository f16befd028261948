import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readContract } from "../../contract-place.ts";
import example from "../../example-report.json" with { type: "json" };
import { readReport } from "../../read-report.ts";
import type { FormatContext } from "../format.ts";
import { html as markup } from "./markup.ts";
import { html } from "./page.ts";
import { search } from "./search.ts";
import { style } from "./style.ts";
import { shade } from "./tree.ts";

const report = readReport(JSON.stringify(example));
const same = (data: string) => data;
const context: FormatContext = {
  rules: new Map(),
  failOn: "error",
  relative: same,
  paint: { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same },
};
const page = html(report, context);

test("escapes every value of a template unless it is markup", () => {
  const data = `<a href="x">&'\``;
  expect(
    markup`<p title="${data}">${[data, markup`<b>${1}</b>`]}${false}${undefined}</p>`.markup,
  ).toBe(
    `<p title="&#60;a href=&#34;x&#34;&#62;&#38;&#39;&#96;">&#60;a href=&#34;x&#34;&#62;&#38;&#39;&#96;<b>1</b></p>`,
  );
});

test("holds only the elements and attributes that the page itself writes, whatever the data", () => {
  const body = page.slice(page.indexOf("<body>")).replace(`<script>${search}</script>`, "");
  const tags = [...body.matchAll(/<\/?([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)\/?>/gi)];
  expect(tags.length).toBe(body.match(/</g)?.length);
  const names = new Set(tags.map(([, name]) => name));
  for (const never of ["script", "img", "iframe", "style", "link", "object", "form"])
    expect(names).not.toContain(never);
  const attributes = new Set(
    tags.flatMap(([, , all]) => (all ?? "").match(/(?<= )[a-z-]+(?=[= ]|$)/gi) ?? []),
  );
  expect(
    [...attributes].filter((name) => name.startsWith("on") || name === "src" || name === "style"),
  ).toEqual([]);
});

test("allows its own style sheet and script, and nothing else", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  expect(page).toContain(`<style>${style}</style>`);
  expect(page).toContain(`<script>${search}</script>`);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(search).not.toMatch(/innerHTML|insertAdjacent|eval|fetch|<\//);
  expect(page).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash(style)}&#39;; script-src &#39;sha256-${hash(search)}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  );
  expect(style).not.toMatch(/url\(|@import|</);
});

test("gives every finding an anchor, and every mark in the tree one to lead to", () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { fingerprint } of [...report.findings, ...(report.waived ?? [])])
    expect(ids).toContain(`f-${fingerprint}`);
  const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(2);
  for (const target of targets) expect(ids).toContain(target);
});

test("names every level that can be shown or hidden in the style sheet", () => {
  const switches = [...page.matchAll(/id="(show-[a-z]+)"/g)].map(([, id]) => id);
  expect(switches).toEqual(["show-error", "show-warning", "show-info"]);
  for (const id of switches) expect(style).toContain(`#${id}:not(:checked)`);
});

test("says the verdict in the title and the heading", () => {
  expect(page).toMatch(/<title>Drift: 2 errors, 1 warning/);
  expect(page).toContain("</span> Drift</h1>");
  expect(html(report, { ...context, failOn: "none" })).toContain("</span> Passed</h1>");
});

test("puts no link and no control inside a summary", () => {
  const [first] = report.findings;
  if (!first) throw new Error("the example has findings");
  // At a place that opens and closes: its mark would be a link inside the summary.
  const findings = [...report.findings, { ...first, location: "/response/body/searches" }];
  const written = html({ ...report, findings }, context);
  expect(written).toMatch(/<p class="links"><a class="mark error"/);
  for (const [summary] of written.matchAll(/<summary.*?<\/summary>/gs))
    expect(summary).not.toMatch(/<(a|input|button|label)\b/);
});

test("shows the part of the exchange with its line marked, and the contract's beside it", async () => {
  const yaml = "paths:\n  /v0/websets/{id}:\n    post:\n      responses: {}\n";
  const contract = await readContract(yaml, "contract.yaml");
  const written = html(report, { ...context, contract });
  expect(written).toContain("<mark>  &#34;status&#34;: string of 8</mark>");
  expect(written).toContain("In the contract, <code>contract.yaml:4</code>");
  expect(written).toContain("<mark>responses: {}</mark>");
  expect(page).not.toContain("In the contract");
});

test("leaves the contract out where no exchange was looked at", () => {
  const { summary, findings } = report;
  expect(html({ summary, findings }, context)).not.toContain("Contract</h2>");
});

test("shades by the share of what was seen most", () => {
  expect([1, 9, 10, 99, 100, 499, 500, 1000].map((count) => shade(count, 1000))).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4,
  ]);
});
