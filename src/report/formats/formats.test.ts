import { expect, describe as group, test } from "vitest";
import { cutRule } from "../build.ts";
import example from "../example-report.json" with { type: "json" };
import { readReport } from "../read-report.ts";
import type { Report, ReportedFinding } from "../report.ts";
import { formats } from "./all.ts";
import type { FormatContext } from "./format.ts";
import { github } from "./github.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

const report = readReport(JSON.stringify(example));
const same = (data: string) => data;
const paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const rule = { ...cutRule, id: "response-body-enum", text: "{field} is {actual}" };
const context: FormatContext = {
  rules: new Map([[rule.id, rule]]),
  failOn: "error",
  relative: (file) => file,
  paint,
};
const clean: Report = {
  summary: { exchanges: 2, checked: 2, skipped: 0, errors: 0, warnings: 0, infos: 0 },
  findings: [],
};

/** A report of so many errors, warnings and infos. */
function many(...counts: readonly [number, number, number]): Report {
  const [first] = report.findings;
  if (!first) throw new Error("the example has findings");
  const levels = ["error", "warning", "info"] as const;
  const findings = levels.flatMap((level, index) =>
    Array.from(
      { length: counts[index] ?? 0 },
      (_, n): ReportedFinding => ({ ...first, level, message: `${level} ${n}` }),
    ),
  );
  return { ...clean, findings };
}

test.each(Object.entries(formats))(
  "%s ends in one newline and says the same twice",
  async (_, load) => {
    const format = await load();
    const written = format(report, context);
    expect(written).toMatch(/[^\n]\n$/);
    expect(format(report, context)).toBe(written);
  },
);

group("text", () => {
  test("groups by level, worst first, and ends with the verdict", () => {
    const lines = text(report, context).trimEnd().split("\n");
    expect(lines.filter((line) => /^\S/.test(line))).toEqual([
      "Errors (2)",
      "Warnings (1)",
      "Infos (1)",
      "Waived (1)",
      "Drift: 2 errors, 1 warning, 1 info, 1 waived; 17 of 20 exchanges checked, 3 of other endpoints skipped; 6 of 9 points of the contract seen (66 %)",
    ]);
  });

  test("lets no control character of the data reach the terminal", () => {
    expect(text(report, context)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
    expect(text(report, context)).toContain("\\u001b[31m\\u202e");
  });

  test("says where and how often, and who waived it why", () => {
    const written = text(report, context);
    expect(written).toContain(
      "17 times: traffic/a.har:40 (entry 1), traffic/a.har:80 (entry 2), …",
    );
    expect(written).toContain("standard input:3");
    expect(written).toContain("waived until 2027-01-31: <b>the vendor</b> knows | 4711");
  });
});

group("junit", () => {
  test("fails for what fails the run, passes for the rest, skips what is waived", () => {
    const written = junit(report, context);
    expect(written).toContain(
      '<testsuites name="exa-websets" tests="6" failures="2" errors="0" skipped="1">',
    );
    expect(written.match(/<failure /g)).toHaveLength(2);
    expect(junit(report, { ...context, failOn: "info" }).match(/<failure /g)).toHaveLength(4);
    expect(junit(report, { ...context, failOn: "none" })).not.toContain("<failure");
  });

  test("has a passing test when nothing was found, and an error when nothing was checked", () => {
    expect(junit(clean, context)).toContain('tests="1" failures="0"');
    const coverage = { exercised: 0, total: 1, points: [] };
    const unchecked = { ...clean, coverage, summary: { ...clean.summary, checked: 0 } };
    expect(junit(unchecked, context)).toContain('errors="1"');
  });

  test("holds no character that XML 1.0 forbids, and no markup of the data", () => {
    const written = junit(report, context);
    expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(written).not.toMatch(/<script|<\/style|<b>/);
    expect(written).toContain("&#60;script&#62;");
  });
});

group("sarif", () => {
  const run = JSON.parse(sarif(report, context)).runs[0];

  test("lists each rule that found something once, and points at it by index", () => {
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
    expect(run.tool.driver.rules[1]).toEqual({
      id: rule.id,
      shortDescription: { text: rule.text },
      defaultConfiguration: { level: "warning" },
      properties: { direction: "none", area: "report" },
    });
  });

  test("points at the line of the first source, the others as related", () => {
    const [first] = run.results;
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "traffic/a.har", uriBaseId: "%SRCROOT%" },
      region: { startLine: 40 },
    });
    expect(first.relatedLocations[0].physicalLocation.region).toEqual({ startLine: 80 });
    expect(first).toMatchObject({
      level: "error",
      occurrenceCount: 17,
      partialFingerprints: { "drift/v1": "0000000000000001" },
    });
  });

  test("writes paths as relative references, outside ones as file URLs, and standard input not at all", () => {
    const { artifactLocation } = run.results[2].locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe("traffic/%C3%A4%20b%2Cc%3Ad.ndjson");
    expect(run.results[1].locations[0]).toEqual({
      logicalLocations: [{ fullyQualifiedName: "POST /v0/websets/{id} /response/status" }],
    });
    const outside = JSON.parse(sarif(report, { ...context, relative: () => "/tmp/a b.har" }))
      .runs[0];
    expect(outside.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: "file:///tmp/a%20b.har",
    });
  });

  test("gives what is waived as suppressed, with the reason", () => {
    expect(run.results[4].suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "<b>the vendor</b> knows | 4711" },
    ]);
  });

  test("lets no data read as a placeholder or a link", () => {
    const { text: message } = run.results[2].message;
    expect(message).toContain("{{0}}");
    expect(message).toContain("\\[a](https://evil.example)");
  });
});

group("github", () => {
  test("annotates file and line, worst first", () => {
    const [first, second] = github(report, context).split("\n");
    expect(first).toBe(
      '::error file=traffic/a.har,line=40,title=response-body-enum::/status is archived, which is none of ["idle"]%0APOST /v0/websets/{id}%0A/response/body/status%0Aseen 17 times',
    );
    expect(second).toMatch(/^::error title=response-status-undocumented::/);
  });

  test("escapes what would end a property or a line, so that no data becomes a command", () => {
    const lines = github(report, context)
      .trimEnd()
      .split(/\r\n|[\r\n]/);
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain("file=traffic/ä b%2Cc%3Ad.ndjson,line=7,");
    expect(lines[2]).toContain("%250A::error::x%0D%0A::warning::y");
  });

  test("shows ten of a level", () => {
    expect(github(many(10, 10, 10), context).match(/^::/gm)).toHaveLength(30);
  });

  test("says in the tenth how many were cut", () => {
    const lines = github(many(11, 0, 25), context).split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines[9]).toContain("2 more errors not shown here");
    expect(lines.filter((line) => line.startsWith("::notice "))).toHaveLength(10);
    expect(lines[19]).toContain("16 more infos not shown here");
  });
});

group("markdown", () => {
  test("has one row for each finding, of as many cells as the head", () => {
    const rows = markdown(report, context)
      .split("\n")
      .filter((line) => line.startsWith("| "));
    const cells = rows.map((line) => line.split("|").length);
    expect(cells).toEqual([6, 6, 6, 6, 6, 6, 7, 7, 7]);
  });

  test("leaves no character of the data that Markdown, HTML or GitHub would act on", () => {
    const written = markdown(report, context).replace(/<\/?(code|details|summary)>|<br>/g, "");
    expect(written).not.toMatch(/[<>`@\u001b]|\]\(|https:/);
    expect(written).toContain("&#64;&#8203;octocat");
  });

  test("stays within the size of a comment and says what is missing", () => {
    const written = markdown(many(3000, 0, 0), context);
    expect(written.length).toBeLessThan(65_536);
    const shown = written.split("\n").filter((line) => line.startsWith("| error")).length;
    expect(written).toContain(`${3000 - shown} more are not shown`);
  });
});
