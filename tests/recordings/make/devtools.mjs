// What chrome-har makes of the events that Chromium's DevTools protocol gives; it asks for no bodies by itself.
import { writeFileSync } from "node:fs";
import { harFromMessages } from "chrome-har";
import { chromium } from "playwright-core";
import { flags } from "./browser.mjs";
import { calls, origin } from "./server.mjs";

const events = [
  "Page.loadEventFired",
  "Page.domContentEventFired",
  "Page.frameStartedLoading",
  "Page.frameAttached",
  "Page.frameScheduledNavigation",
].concat(
  [
    "requestWillBeSent",
    "requestServedFromCache",
    "dataReceived",
    "responseReceived",
    "resourceChangedPriority",
    "loadingFinished",
    "loadingFailed",
    "requestWillBeSentExtraInfo",
    "responseReceivedExtraInfo",
  ].map((name) => `Network.${name}`),
);

export async function recordChromeHar(out) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const messages = [];
  for (const method of events) session.on(method, (params) => messages.push({ method, params }));
  await session.send("Page.enable");
  await session.send("Network.enable");
  await page.goto(`${origin}/`);
  for (const { url, ...init } of calls)
    await page.evaluate(
      ([to, how]) =>
        fetch(to, how)
          .then((answer) => answer.text())
          .catch(String),
      [url, init],
    );
  writeFileSync(`${out}/chrome-har.har`, `${JSON.stringify(harFromMessages(messages), null, 2)}\n`);
  await browser.close();
}
