import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Outcome } from "../case.ts";
import { Missing, type TestedRuntime } from "./runtime.ts";

/** What is used of playwright-core, which is installed only when this runs. */
interface Playwright {
  chromium: {
    launch(options: object): Promise<Browser>;
  };
}
interface Browser {
  version(): string;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(code: string): Promise<T>;
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Headless Chromium: the matrix runs in a page of another origin than the server's, as a real page would be. */
export const chromium: TestedRuntime = {
  name: "chromium",
  host: "page",
  async run(cache, script, { own, other, refused, tls, pages }) {
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    if (!existsSync(executablePath))
      throw new Missing(
        `no Chromium at ${executablePath}: apt-get install chromium, or set CHROMIUM to its path`,
      );
    const folder = cache.install("playwright-core", "playwright-core@1");
    const playwright: Playwright = createRequire(join(folder, "package.json"))("playwright-core");
    pages.set("/page.mjs", { type: "text/javascript", body: readFileSync(script, "utf8") });
    pages.set("/page", {
      type: "text/html",
      body: '<link rel="icon" href="data:,"><script type="module" src="/page.mjs"></script>',
    });
    const browser = await playwright.chromium.launch({ executablePath, args });
    try {
      const page = await browser.newPage();
      await page.goto(`${other}/page`);
      const call = `runFaultMatrix(${JSON.stringify({ own, refused, tls })})`;
      const outcome = await page.evaluate<Outcome>(call);
      return { version: browser.version(), outcome };
    } finally {
      await browser.close();
    }
  },
};
