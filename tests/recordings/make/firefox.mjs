// What Firefox's own DevTools export, by their automatic export: all bodies, none, and bodies cut at a limit.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { origin } from "./server.mjs";

const har = "devtools.netmonitor.har";

export async function recordFirefox(out) {
  await record(join(out, "firefox.har"), {});
  await record(join(out, "firefox-omit.har"), { [`${har}.includeResponseBodies`]: false });
  await record(join(out, "firefox-limit.har"), { "devtools.netmonitor.responseBodyLimit": 400 });
}

async function record(file, more) {
  const folder = mkdtempSync(join(tmpdir(), "firefox-"));
  const profile = join(folder, "profile");
  mkdirSync(profile);
  const prefs = {
    [`${har}.enableAutoExportToFile`]: true,
    [`${har}.includeResponseBodies`]: true,
    [`${har}.forceExport`]: true,
    [`${har}.defaultLogDir`]: folder,
    [`${har}.defaultFileName`]: "traffic",
    [`${har}.pageLoadedTimeout`]: 4000,
    "devtools.toolbox.selectedTool": "netmonitor",
    "browser.shell.checkDefaultBrowser": false,
    "toolkit.telemetry.reportingpolicy.firstRun": false,
    "app.update.enabled": false,
    "browser.startup.homepage": "about:blank",
    "browser.aboutwelcome.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "network.captive-portal-service.enabled": false,
    ...more,
  };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const args = [
    "--headless",
    "--devtools",
    "--no-remote",
    "--profile",
    profile,
    `${origin}/start.html`,
  ];
  const browser = spawn("firefox-esr", args, {
    stdio: "ignore",
    env: { ...process.env, HOME: folder },
  });
  const written = join(folder, "traffic.har");
  for (let n = 0; n < 480 && !existsSync(written); n++)
    await new Promise((resolve) => setTimeout(resolve, 250));
  await new Promise((resolve) => setTimeout(resolve, 500));
  browser.kill();
  await once(browser, "exit");
  copyFileSync(written, file);
  rmSync(folder, { recursive: true, force: true });
}
