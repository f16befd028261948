import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { matchOperation } from "../src/contract/index.ts";
import { createCoverage } from "../src/drift/coverage/coverage.ts";
import { operationsOf } from "../src/openapi/description.ts";
import type { CoveragePoint } from "../src/report/report.ts";
import { description } from "./support/contract.ts";
import { readAll, recordingsFolder } from "./support/recordings.ts";

interface Har {
  readonly log: {
    readonly _provenance: {
      readonly origin: string;
      readonly note?: string;
      readonly date?: string;
    };
    readonly entries: readonly { readonly request: { readonly headers: readonly Header[] } }[];
  };
}

interface Header {
  readonly name: string;
  readonly value: string;
}

/** The headers that carry a key, whichever operation asks for it. */
const credentials = new Set([
  "authorization",
  ...Object.values(description.components?.securitySchemes ?? {}).map(({ name = "" }) =>
    name.toLowerCase(),
  ),
]);

const folder = mkdtempSync(join(tmpdir(), "recordings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the recordings exercise everything that the contract documents", async () => {
  const coverage = createCoverage(description);
  for (const { exchange } of await readAll()) {
    const { method, url } = exchange.request;
    coverage.add(matchOperation(method, url)?.name ?? "", exchange);
  }
  const { points, total } = coverage.points();
  expect(total).toBeGreaterThan(0);
  // What answers with an error is shared, so it need be shown by one operation only.
  const shown = new Set(points.filter(({ count }) => count > 0).map(answerOf));
  const missing = points.filter((point) => point.count === 0 && !shown.has(answerOf(point)));
  expect(missing.map(named)).toEqual([]);
});

/** `POST /things/{id} 200 /response/body/status value paused`. */
function named({ operation, status, location, kind, value }: CoveragePoint): string {
  return [operation, status, location, kind, value].filter((part) => part !== undefined).join(" ");
}

/** The component that an error status answers with; every other point is itself. */
function answerOf(point: CoveragePoint): string {
  const found = operationsOf(description).find(({ name }) => name === point.operation);
  const $ref = found?.operation.responses?.[point.status ?? 0]?.$ref;
  return point.kind === "status" && (point.status ?? 0) >= 400 && $ref ? $ref : named(point);
}

test.for(operationsOf(description).map(({ name }) => name))(
  "a recording shows a success of %s",
  async (name) => {
    const successes = (await readAll()).filter(({ exchange: { request, response } }) => {
      const isSuccess = response.status >= 200 && response.status < 300;
      return isSuccess && matchOperation(request.method, request.url)?.name === name;
    });
    expect(successes).not.toEqual([]);
  },
);

test("every recording says where it comes from, and holds no key", async () => {
  for (const file of new Set((await readAll()).map(({ source }) => source.file))) {
    // `readAll` has found it to be a HAR file; whether the rest is so is what is tested.
    const { log } = JSON.parse(readFileSync(join(recordingsFolder, file), "utf8")) as Har;
    const { origin, note, date } = log._provenance;
    expect(["documentation", "live"]).toContain(origin);
    expect(note || date, `${file} says no more than its origin`).toBeTruthy();
    if (origin === "live") expect(date).toMatch(/^\d{4}-\d{2}-\d{2}/);
    for (const { request } of log.entries) {
      const keys = request.headers.filter(({ name }) => credentials.has(name.toLowerCase()));
      expect(keys.map(({ value }) => value.replace(/^(Bearer|Basic) /, ""))).toEqual(["REDACTED"]);
    }
  }
});

test.for([
  ["text that is no recording", "hello", /^broken\.har.*neither HAR/],
  [
    "an entry without a response",
    '{"log":{"entries":[{"request":{"method":"POST","url":"/"}}]}}',
    /^broken\.har entry 0: .*response/,
  ],
  ["a HAR without entries", '{"log":{"entries":[]}}', /^broken\.har.*/],
] as const)("%s is named, never skipped", async ([, text, message]) => {
  writeFileSync(join(folder, "broken.har"), text);
  await expect(readAll(folder)).rejects.toThrow(message);
});
