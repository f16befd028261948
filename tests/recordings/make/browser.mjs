// What Playwright records in each of its modes, with Chromium.
import { rmSync } from "node:fs";
import { chromium } from "playwright-core";
import { calls, origin } from "./server.mjs";

export const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
];

/** @param out a folder */
export async function recordPlaywright(out) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
  const modes = {
    "playwright-embed.har": { content: "embed" },
    "playwright-omit.har": { content: "omit" },
    "playwright-attach/recording.har": { content: "attach" },
    "playwright-attach.zip": { content: "attach" },
    "playwright-minimal.har": { mode: "minimal" },
  };
  for (const [name, options] of Object.entries(modes)) {
    rmSync(`${out}/${name.split("/")[0]}`, { recursive: true, force: true });
    const context = await browser.newContext({ recordHar: { path: `${out}/${name}`, ...options } });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    for (const { url, ...init } of calls)
      await page.evaluate(
        ([to, how]) =>
          fetch(to, how)
            .then((answer) => answer.text())
            .catch(String),
        [url, init],
      );
    await context.close();
  }
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}
