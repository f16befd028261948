import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { packagedContractPath } from "../../packaged-contract.ts";
import { rules } from "../../rules.ts";
import { createCollector } from "../build.ts";
import { readContract } from "../contract-place.ts";
import example from "../example-report.json" with { type: "json" };
import { readReport } from "../read-report.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { FormatContext } from "./format.ts";
import { sarif } from "./sarif.ts";

/*
 * GitHub's rules for SARIF, beyond the schema, as it publishes them. A file that breaks one is refused as a whole, or its
 * results are not shown: "SARIF support for code scanning" and "SARIF results exceed limits" in docs.github.com.
 */

const file = packagedContractPath("yaml");
const contract = await readContract(readFileSync(file, "utf8"), file);
const same = (text: string) => text;
const context: FormatContext = {
  ...{ rules, failOn: "error", contract },
  relative: (path) => (path === file ? "openapi/websets.yaml" : path),
  paint: { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same },
};
const report = readReport(JSON.stringify(example));

/** A finding of every rule there is, without any source. */
const everyRule: Report = (() => {
  const collector = createCollector({ rules });
  for (const { id, level } of rules.values())
    collector.add({ id, level, operation: "", location: "", args: {} });
  return collector.report({ exchanges: 0, checked: 0, skipped: 0 });
})();

/** More findings than GitHub shows, each with the longest names and the most places. */
const large: Report = (() => {
  const [first] = report.findings;
  if (!first) throw new Error("the example has findings");
  const findings = Array.from({ length: 6000 }, (_, index): ReportedFinding => {
    const fingerprint = index.toString(16).padStart(16, "0");
    const sources = Array.from({ length: 5 }, (_, line) => ({ file: `${fingerprint}.har`, line }));
    return {
      ...first,
      fingerprint,
      sources,
      location: `/response/body/${"n".repeat(900)}${index}`,
    };
  });
  return { ...report, findings };
})();

interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation?: { readonly uri?: string };
    readonly region?: Readonly<Record<string, number>>;
  };
}

/** What is wrong with a place. */
function placeFaults({ physicalLocation }: Location): string[] {
  const uri = physicalLocation?.artifactLocation?.uri ?? "";
  const {
    startLine = 0,
    startColumn = 0,
    endLine = 0,
    endColumn = 0,
  } = physicalLocation?.region ?? {};
  return [
    uri === "" && "artifactLocation.uri is required, and not empty",
    !URL.canParse(uri, "file:///root/") && "the URI is one (RFC 3986)",
    /^([a-z][a-z\d+.-]*:|\/)/i.test(uri) && "the URI is relative to the root of the repository",
    !(startLine >= 1 && startColumn >= 1) && "region.startLine and startColumn are required",
    !(endLine >= startLine && endColumn >= 1) && "region.endLine and endColumn are required",
    endLine === startLine && endColumn <= startColumn && "a region has a first character",
  ].filter((fault) => fault !== false);
}

function ruleFaults(rule: Record<string, Record<string, string>>): string[] {
  const { id, name, shortDescription, fullDescription, help, properties } = rule;
  const isText = (text: unknown, most: number) =>
    typeof text === "string" && text !== "" && text.length <= most;
  return [
    !isText(id, 255) && "id is required",
    !isText(name, 255) && "name has at most 255 characters",
    !isText(shortDescription?.text, 1024) && "shortDescription.text has at most 1024 characters",
    !isText(fullDescription?.text, 1024) && "fullDescription.text has at most 1024 characters",
    !isText(help?.text, Number.POSITIVE_INFINITY) && "help.text is required",
    /[{}]/.test(help?.text ?? "") && "help can be read by a person",
    (properties?.tags?.length ?? 0) > 10 && "ten tags of a rule are shown",
    !["error", "warning", "recommendation"].includes(properties?.["problem.severity"] ?? "") &&
      "problem.severity is one of three",
  ].filter((fault) => fault !== false);
}

test.each<[string, Report]>([
  ["the example", report],
  ["a finding of every rule", everyRule],
  ["more findings than are shown", large],
  ["a clean run", { ...report, findings: [], waived: [] }],
])("GitHub takes %s, and shows every result", (_, given) => {
  const text = sarif(given, context);
  const log = JSON.parse(text);
  expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringMatching(/sarif-2\.1\.0/) });
  expect(log.runs).toHaveLength(1); // at most 20
  const [{ tool, results, automationDetails }] = log.runs;
  expect(tool.driver.name).not.toBe("");
  if (given.run) {
    expect(tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/);
    expect(automationDetails.id).toMatch(/^[^/]+\/$/); // a category, and no run id
  }
  expect(results.length).toBeLessThanOrEqual(5000); // more are refused or not shown
  expect(gzipSync(text).byteLength).toBeLessThan(10_000_000);

  expect(tool.driver.rules.flatMap(ruleFaults)).toEqual([]);
  expect(results.flatMap((result: Result) => resultFaults(result, tool.driver.rules))).toEqual([]);
  const hashes = results.map((one: Result) => one.partialFingerprints.primaryLocationLineHash);
  expect(new Set(hashes).size).toBe(results.length);
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

function resultFaults(result: Result, known: readonly { id: string }[]): string[] {
  const { ruleId, ruleIndex, message, locations, relatedLocations = [] } = result;
  return [
    known[ruleIndex]?.id !== ruleId && "ruleIndex points at the rule",
    message.text === "" && "message.text is required",
    locations.length !== 1 && "one location is required, and only the first is used",
    ...[...locations, ...relatedLocations].flatMap(placeFaults),
  ].filter((fault) => fault !== false);
}

test("what is left out is said", () => {
  const [{ invocations }] = JSON.parse(sarif(large, context)).runs;
  const [{ message }] = invocations[0].toolExecutionNotifications;
  expect(message.text).toBe("1001 results left out: a run has at most 5000");
});
