// Makes ../made again: npm ci here, and from Debian chromium, firefox-esr, mitmproxy, python3-vcr, ruby-vcr, ruby-webmock.
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { recordPlaywright } from "./browser.mjs";
import { recordChromeHar } from "./devtools.mjs";
import { recordFirefox } from "./firefox.mjs";
import { recordNock, recordPolly } from "./node-tools.mjs";
import { recordMitmproxy } from "./proxies.mjs";
import { calls, start } from "./server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../made");
const versionOf = (name) =>
  JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), "utf8")).version;
const debian = (name) =>
  execFileSync("dpkg-query", ["-W", `-f=\${Version}`, name], { encoding: "utf8" });

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const stop = await start();
const browser = await recordPlaywright(out);
await recordChromeHar(out);
await recordFirefox(out);
await recordMitmproxy(out);
await recordNock(out);
await recordPolly(out);
await runs("/usr/bin/python3", [here("record_vcrpy.py"), out, JSON.stringify(calls)]);
await runs("ruby", [here("record_vcr.rb"), out, JSON.stringify(calls)]);
await stop();

// Polly names its folder by a hash, which says nothing.
const [folder] = readdirSync(`${out}/polly`);
renameSync(`${out}/polly/${folder}/recording.har`, `${out}/polly.har`);
rmSync(`${out}/polly`, { recursive: true });

const playwright = `playwright-core ${versionOf("playwright-core")}, ${browser}`;
const made = {
  "playwright-embed.har": playwright,
  "playwright-omit.har": playwright,
  "playwright-attach/recording.har": playwright,
  "playwright-attach.zip": playwright,
  "playwright-minimal.har": playwright,
  "chrome-har.har": `chrome-har ${versionOf("chrome-har")}, ${browser}`,
  "firefox.har": `Firefox ${debian("firefox-esr")}`,
  "firefox-omit.har": `Firefox ${debian("firefox-esr")}, response bodies off`,
  "firefox-limit.har": `Firefox ${debian("firefox-esr")}, bodies of at most 400 bytes`,
  "mitmproxy.har": `mitmproxy ${debian("mitmproxy")}, har_dump.py`,
  "mitmproxy.flows": `mitmproxy ${debian("mitmproxy")}`,
  "nock.json": `nock ${versionOf("nock")}`,
  "polly.har": `@pollyjs/core ${versionOf("@pollyjs/core")}`,
  "vcrpy.yaml": `vcrpy ${debian("python3-vcr")}`,
  "vcrpy.json": `vcrpy ${debian("python3-vcr")}`,
  "vcr-ruby.yml": `ruby-vcr ${debian("ruby-vcr")}`,
};
writeFileSync(here("../made.json"), `${JSON.stringify(made, null, 2)}\n`);

/** The server answers meanwhile. */
function runs(command, args) {
  return new Promise((resolve, reject) => {
    execFile(command, args, (error) => (error ? reject(error) : resolve()));
  });
}
