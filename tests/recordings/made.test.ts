import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkRecordings } from "../../src/drift/check-recordings.ts";
import type { Description } from "../../src/openapi/description.ts";
import { openFrom } from "../../src/recordings/read/read-bytes.ts";
import made from "./made.json" with { type: "json" };

const description: Description = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);
const folder = fileURLToPath(new URL("made/", import.meta.url));

/** What was wrong with the answers of make/server.mjs, and is found where the recorder kept what it takes to see it. */
const seen = {
  page: "error response-media-type-undocumented /response/headers/content-type",
  empty: "error response-body-missing /response/body",
  drifted: "error response-body-enum /response/body/status",
  latin1: "error response-body-encoding /response/body",
  slash: "warning request-near-miss /request/url",
  aborted: "warning recording-unanswered /response",
};
const { page, empty, drifted, latin1, slash, aborted } = seen;
const noRequestBody = "warning recording-body-missing /request/body";
const noResponseBody = "warning recording-body-missing /response/body";
const noRequestHeaders = "warning recording-headers-missing /request/headers";

/** Of each file: how many calls of the contract it holds, and what is found in it. */
const expected: Record<keyof typeof made, readonly [checked: number, found: readonly string[]]> = {
  "playwright-embed.har": [8, [page, empty, drifted, latin1, slash, aborted]],
  "playwright-attach/recording.har": [8, [page, empty, drifted, latin1, slash, aborted]],
  "playwright-attach.zip": [8, [page, empty, drifted, latin1, slash, aborted]],
  "playwright-minimal.har": [8, [page, empty, drifted, latin1, slash, aborted]],
  "playwright-omit.har": [8, [page, empty, slash, aborted, noRequestBody, noResponseBody]],
  // It leaves failed calls out.
  "chrome-har.har": [7, [page, empty, slash, noRequestBody, noResponseBody]],
  // It turns every text into UTF-8.
  "firefox.har": [8, [page, empty, drifted, slash, aborted]],
  "firefox-omit.har": [8, [page, empty, slash, aborted, noResponseBody]],
  "firefox-limit.har": [8, [page, empty, slash, aborted, noResponseBody]],
  // So does its script; none of these keeps a call that failed.
  "mitmproxy.har": [7, [page, empty, drifted, slash]],
  "mitmproxy.flows": [0, ["error recording-file-unreadable "]],
  "nock.json": [7, [page, empty, drifted, latin1, slash, noRequestHeaders]],
  "polly.har": [7, [page, empty, drifted, latin1, slash]],
  "vcrpy.yaml": [7, [page, empty, drifted, latin1, slash]],
  // Its JSON holds no bytes, so make/record_vcrpy.py left two answers out.
  "vcrpy.json": [5, [page, empty, drifted, slash]],
  "vcr-ruby.yml": [7, [page, empty, drifted, latin1, slash]],
};

test.each(Object.entries(expected))("reads what made %s", async (name, [checked, found]) => {
  const { summary, findings } = await checkRecordings({
    files: [folder + name],
    open: openFrom(process.stdin),
    description,
    servers: ["http://127.0.0.1:4719/websets"],
    threads: 0,
  });
  const lines = findings.map(({ id, level, location }) => `${level} ${id} ${location}`);
  expect(lines.sort()).toEqual([...found].sort());
  expect(summary.checked).toBe(checked);
});

test("every file says which tool made it", () => {
  const files = readdirSync(folder).filter((name) => name !== "playwright-attach");
  expect(
    Object.keys(made)
      .filter((name) => !name.includes("/"))
      .sort(),
  ).toEqual(files.sort());
});
