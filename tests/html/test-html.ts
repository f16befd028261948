import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import example from "../../src/report/example-report.json" with { type: "json" };
import { html } from "../../src/report/formats/html/page.ts";
import { readReport } from "../../src/report/read-report.ts";
import { rules } from "../../src/rules.ts";
import { examinePage, type PageFacts } from "./examine-page.ts";

/**
 * Opens the HTML report in a real browser, at two widths and in both colour schemes, and holds it to what a reader
 * needs: nothing loaded, nothing run, nothing wider than the screen, readable contrast, all of it by keyboard.
 */
const usage = `Usage: npm run test:html

Opens the HTML report in headless Chromium at 1280 and 390 px, light and dark.
Needs playwright-core (npm install --no-save playwright-core) and Chromium (apt-get install chromium, or CHROMIUM=<path>).
Screenshots are left in node_modules/.cache/test-html.
Exit codes: 0 all passed, 1 a check failed, 2 the browser is missing.
`;

/** What is used of playwright-core, which is not among the project's dependencies. */
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(read: (() => T) | string): Promise<T>;
  screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>;
  on(event: "console" | "request" | "pageerror" | "dialog", listener: (what: Said) => void): void;
  keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}
type Said = { text?(): string; url?(): string; message?: unknown };
interface Browser {
  newPage(options: {
    viewport: { width: number; height: number };
    colorScheme: "light" | "dark";
  }): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> };
}

const root = join(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/test-html");
const file = join(folder, "report.html");
const address = pathToFileURL(file).href;

function findPlaywright(): Playwright | undefined {
  const cached = "node_modules/.cache/runtimes/playwright-core/package.json";
  for (const from of [
    join(root, "package.json"),
    join(root, cached),
    join(process.cwd(), "package.json"),
  ]) {
    try {
      return createRequire(from)("playwright-core") as Playwright; // shaped as above
    } catch {
      // Not here; the next place, and a message when none is left.
    }
  }
  return undefined;
}

const findChromium = (): string | undefined =>
  [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path && existsSync(path));

const same = (text: string) => text;
const paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const text = html(readReport(JSON.stringify(example)), {
  rules,
  failOn: "error",
  relative: same,
  paint,
});

/** What is wrong with the page as this reader gets it. */
async function examine(
  browser: Browser,
  width: number,
  colorScheme: "light" | "dark",
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
  const wrong: string[] = [];
  page.on("console", (said) => wrong.push(`the browser says: ${said.text?.()}`));
  page.on("pageerror", (error) => wrong.push(`a script ran and failed: ${error.message}`));
  page.on("dialog", () => wrong.push("a script of the data ran"));
  page.on("request", (request) => {
    if (request.url?.() !== address) wrong.push(`${request.url?.()} was asked for`);
  });
  await page.goto(address);
  // tsx keeps the names of functions with a helper that the page does not have.
  await page.evaluate("globalThis.__name = (named) => named");
  const facts: PageFacts = await page.evaluate(examinePage);
  wrong.push(...facts.wrong);
  await page.screenshot({ path: join(folder, `${width}-${colorScheme}.png`), fullPage: true });
  wrong.push(...(await useKeyboard(page, facts.focusable)));
  await page.close();
  return wrong;
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
  const [playwright, executablePath] = [findPlaywright(), findChromium()];
  if (!playwright || !executablePath || process.argv.length > 2) {
    const missing = [!playwright && "playwright-core", !executablePath && "Chromium"].filter(
      Boolean,
    );
    if (missing.length > 0)
      process.stderr.write(`test-html: ${missing.join(" and ")} not found\n\n`);
    process.stderr.write(usage);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  const browser = await playwright.chromium.launch({ executablePath, args: ["--no-sandbox"] });
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
