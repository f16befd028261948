import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { checkRecordings } from "../../src/drift/check-recordings.ts";
import { packagedContractPath } from "../../src/packaged-contract.ts";
import { readContract } from "../../src/report/contract-place.ts";
import example from "../../src/report/example-report.json" with { type: "json" };
import { html } from "../../src/report/formats/html/page.ts";
import { mergeReports } from "../../src/report/merge.ts";
import { readReport } from "../../src/report/read-report.ts";
import { rules } from "../../src/rules.ts";
import { examinePage, type PageFacts } from "./examine-page.ts";

/**
 * Opens the HTML report in a real browser, at two widths and in both colour schemes, and holds it to what a reader
 * needs: nothing loaded, nothing run that is not its own, nothing wider than the screen, the tree on the first screen,
 * all of it by keyboard and search, and nothing that axe finds.
 */
const usage = `Usage: npm run test:html

Opens the HTML report in headless Chromium at 1280 and 390 px, light and dark, and runs axe on it.
Needs Chromium (apt-get install chromium, or CHROMIUM=<path>).
Screenshots are left in node_modules/.cache/test-html.
Exit codes: 0 all passed, 1 a check failed, 2 the browser is missing.
`;

const root = join(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/test-html");
const file = join(folder, "report.html");
const address = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const findChromium = (): string | undefined =>
  [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path && existsSync(path));

/** Some traffic that drifts in body, headers and status, and the hostile values of the example. */
async function page(): Promise<string> {
  const json = { "content-type": "application/json" };
  const line = (status: number, body: unknown, sent: unknown = { metadata: {} }) => ({
    request: { method: "POST", url: "/v0/websets/ws_1", headers: json, body: JSON.stringify(sent) },
    response: { status, headers: json, body: JSON.stringify(body) },
  });
  const webset = { id: "ws_1", object: "webset", status: "archived", searches: [{ count: 0 }] };
  const traffic = [
    line(200, { ...webset, externalId: 7, priority: 5, metadata: { "a@b.example": 1 } }),
    line(200, webset, { metadata: { note: "x".repeat(1200) }, extra: true }),
    line(404, { error: "none" }),
    line(418, {}),
  ];
  const text = traffic.map((exchange) => JSON.stringify(exchange)).join("\n");
  const checked = await checkRecordings({
    files: ["traffic/2026-06-15.ndjson"],
    open: () => Readable.from([Buffer.from(text)]),
    description: JSON.parse(readFileSync(packagedContractPath("json"), "utf8")),
    servers: [],
    threads: 0,
  });
  const hostile = readReport(JSON.stringify(example));
  const contract = packagedContractPath("yaml");
  const same = (data: string) => data;
  return html(mergeReports([checked, hostile]), {
    ...{ rules, failOn: "error", relative: same },
    paint: { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same },
    contract: await readContract(readFileSync(contract, "utf8"), contract),
  });
}

/** What is wrong with the page as this reader gets it. */
async function examine(
  browser: Browser,
  width: number,
  colorScheme: "light" | "dark",
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
  const wrong: string[] = [];
  page.on("console", (said) => wrong.push(`the browser says: ${said.text()}`));
  page.on("pageerror", (error) => wrong.push(`a script failed: ${error.message}`));
  page.on("dialog", () => wrong.push("a script of the data ran"));
  page.on("request", (request) => {
    if (request.url() !== address) wrong.push(`${request.url()} was asked for`);
  });
  await page.goto(address);
  // tsx keeps the names of functions with a helper that the page does not have.
  await page.evaluate("globalThis.__name = (named) => named");
  const facts: PageFacts = await page.evaluate(examinePage);
  wrong.push(...facts.wrong);
  await page.screenshot({ path: join(folder, `${width}-${colorScheme}.png`) });
  await page.screenshot({ path: join(folder, `${width}-${colorScheme}-all.png`), fullPage: true });
  wrong.push(...(await useKeyboard(page, facts.focusable)), ...(await useSearch(page)));
  wrong.push(...(await runAxe(page)));
  await page.close();
  return wrong;
}

/** A word leaves the findings that hold it; without it all come back. */
async function useSearch(page: Page): Promise<string[]> {
  const shown = () => page.locator(".level .finding:visible").count();
  const before = await shown();
  await page.fill("#search", "EXTERNALID body");
  const [some, told] = [await shown(), await page.textContent("#found")];
  await page.fill("#search", "");
  if (
    some === 0 ||
    some >= before ||
    !told?.startsWith(`${some} of `) ||
    (await shown()) !== before
  )
    return [`the search shows ${some} of ${before} findings and says "${told}"`];
  return [];
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Every rule of axe, best practices included, with everything open. */
async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await page.evaluate(axe);
  const found = await page.evaluate("axe.run().then(({ violations }) => violations)");
  // What axe gives for each rule that is broken.
  return (found as Violation[]).map(
    ({ id, nodes }) => `axe: ${id}: ${nodes[0]?.html.slice(0, 200)}`,
  );
}

/** Tabs through the page, opens and closes what opens, and hides a level. */
async function useKeyboard(page: Page, focusable: number): Promise<string[]> {
  const wrong: string[] = [];
  let reached = 0;
  let hid = false;
  for (let step = 0; step < focusable; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const { activeElement: element } = document;
      if (!element || element === document.body) return undefined;
      const ring = getComputedStyle(element).outlineStyle !== "none";
      return { tag: element.localName, id: element.id, ring };
    });
    if (!at) break;
    reached++;
    if (!at.ring) wrong.push(`no focus ring on <${at.tag}> number ${reached}`);
    if (at.id === "show-error") {
      const shown = () =>
        page.evaluate(() => (document.querySelector(".level.error")?.clientHeight ?? 0) > 0);
      const before = await shown();
      await page.keyboard.press("Space");
      const after = await shown();
      await page.keyboard.press("Space");
      hid = before && !after && (await shown());
    }
    if (at.tag === "summary") {
      const open = () =>
        page.evaluate(() => document.activeElement?.parentElement?.hasAttribute("open") ?? false);
      const before = await open();
      await page.keyboard.press("Enter");
      if ((await open()) === before)
        wrong.push(`Enter does not open or close summary number ${reached}`);
      await page.keyboard.press("Enter");
    }
  }
  if (reached < focusable) wrong.push(`the keyboard reaches ${reached} of ${focusable} places`);
  if (!hid) wrong.push("the space bar on the first switch does not hide and show the errors");
  return wrong;
}

async function main(): Promise<number> {
  const executablePath = findChromium();
  if (!executablePath || process.argv.length > 2) {
    if (!executablePath) process.stderr.write("test-html: Chromium not found\n\n");
    process.stderr.write(usage);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, await page());
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  let failed = 0;
  try {
    for (const width of [1280, 390]) {
      for (const scheme of ["light", "dark"] as const) {
        const wrong = await examine(browser, width, scheme);
        failed += wrong.length > 0 ? 1 : 0;
        process.stdout.write(`${wrong.length > 0 ? "failed" : "passed"}  ${width} px, ${scheme}\n`);
        for (const line of wrong) process.stdout.write(`        ${line}\n`);
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(
    `${4 - failed} passed, ${failed} failed; screenshots: ${pathToFileURL(folder).href}\n`,
  );
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
