import { expect, describe as group, test } from "vitest";
import type { Rule } from "../../findings/finding.ts";
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
const rule: Rule = {
  ...{ id: "response-body-enum", level: "error", direction: "response", area: "body" },
  ...{ text: "{field} is {actual}", key: ["actual"] },
};
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

const withGap: Report = {
  ...clean,
  coverage: {
    ...{ exercised: 0, total: 1 },
    points: [{ operation: "GET /x", location: "/request/body/a", kind: "null", count: 0 }],
  },
};

test("a clean run is one line, however little of the contract was seen", () => {
  expect(text(withGap, context)).toBe(
    "Clean: no findings; 2 of 2 exchanges checked; 0 of 1 points of the contract seen (0 %)\n",
  );
  expect(github(withGap, context).trimEnd().split("\n")).toHaveLength(1);
  expect(JSON.parse(sarif(withGap, context)).runs[0].results).toEqual([]);
  expect(junit(withGap, context).match(/<testcase /g)).toHaveLength(1);
});

test.each(["text", "junit", "github", "markdown"] as const)(
  "%s lists what was not seen only where it is asked to",
  async (name) => {
    const format = await formats[name]();
    expect(format(withGap, context)).not.toContain("was never null");
    expect(format(withGap, { ...context, listsCoverage: true })).toContain("a was never null");
  },
);

test.each(Object.entries(formats))(
  "%s accounts for the traffic and says what was run",
  async (_, load) => {
    const written = (await load())(report, context).replace(/&#\d+;/g, "");
    expect(written).toContain("api");
    expect(written).toContain("search");
    expect(written).toMatch(/3f3f3f3f3f3f|Drift/);
  },
);

test.each(Object.entries(formats))("%s says what is missing", async (_, load) => {
  const { run } = report;
  if (!run) throw new Error("the example has a run");
  const inputs = [{ file: "bad.har", fault: "the file is cut off" }];
  const missing = { of: 8, done: [1, 2, 4, 5, 6, 7, 8], missing: [3] };
  const part: Report = { ...clean, run: { ...run, inputs, shards: missing } };
  const written = (await load())(part, context).replace(/&#46;/g, ".");
  expect(written).toMatch(/shard 3 of 8 missing|"missing": \[\s*3/i);
  expect(written).toContain("bad.har");
});

group("text", () => {
  test("groups by level, worst first, and ends with the verdict", () => {
    const lines = text(report, context).trimEnd().split("\n");
    expect(lines.filter((line) => /^\S/.test(line))).toEqual([
      "Errors (2)",
      "Warnings (1)",
      "Infos (1)",
      "Waived (1)",
      "Traffic not checked (2)",
      "Drift: 2 errors, 1 warning, 1 info, 1 waived; 17 of 20 exchanges checked, 3 of other endpoints skipped; 6 of 9 points of the contract seen (66 %)",
    ]);
  });

  test("lets no control character of the data reach the terminal", () => {
    expect(text(report, context)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
    expect(text(report, context)).toContain("\\u001b[31m\\u202e");
  });

  test("breaks lines between words where the terminal ends", () => {
    const long = { ...context, width: 40 };
    const lines = text(report, long).trimEnd().split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.join(" ").replace(/\s+/g, " ")).toContain('which is none of ["idle"]');
    expect(
      Math.max(
        ...text(report, context)
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeGreaterThan(100);
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
      '<testsuites name="exa-websets" tests="6" failures="2" errors="0" skipped="1" time="0">',
    );
    expect(written.match(/<failure /g)).toHaveLength(2);
    expect(junit(report, { ...context, failOn: "info" }).match(/<failure /g)).toHaveLength(4);
    expect(junit(report, { ...context, failOn: "none" })).not.toContain("<failure");
  });

  test("gives each test a name of its own, though a rule found two things at one place", () => {
    const [first] = report.findings;
    if (!first) throw new Error("the example has findings");
    const twice = { ...first, args: { actual: "string of 3" }, fingerprint: "0000000000000009" };
    const written = junit({ ...report, findings: [first, twice, twice] }, context);
    const names = [...written.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g)].map(
      ([, name, classname]) => `${classname} ${name}`,
    );
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
    expect(names).toContain(
      "POST /v0/websets/{id} response-body-enum /response/body/status (actual string of 3)",
    );
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
  });

  test("says what a rule means in words", () => {
    const found = run.tool.driver.rules.find(({ id }: { id: string }) => id === rule.id);
    expect(found).toMatchObject({
      name: "Response body enum",
      shortDescription: { text: "Response body enum" },
      fullDescription: { text: "‹field› is ‹actual›" },
      defaultConfiguration: { level: "error" },
    });
    expect(found.help.text).toMatch(/An error: .*\n\n.*the server answers.*\n\n.*--waivers/s);
  });

  test("points at the line of the first source, the others as related", () => {
    const [first] = run.results;
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "traffic/a.har", uriBaseId: "%SRCROOT%" },
      region: { startLine: 40, startColumn: 1, endLine: 40, endColumn: 2 },
    });
    expect(first.relatedLocations[0].physicalLocation.region.startLine).toBe(80);
    expect(first).toMatchObject({ level: "error", occurrenceCount: 17 });
    expect(first.partialFingerprints.primaryLocationLineHash).toBe("0000000000000001:1");
  });

  test("points at the contract where a source is no file of the repository, and says the source", () => {
    const uriOf = ({ locations }: typeof run) => locations[0].physicalLocation.artifactLocation.uri;
    expect(uriOf(run.results[2])).toBe("traffic/%C3%A4%20b%2Cc%3Ad.ndjson");
    expect(uriOf(run.results[3])).toBe("example.com/a%20b.har");
    const [, fromStandardInput] = run.results;
    expect(uriOf(fromStandardInput)).toBe("openapi/websets.yaml");
    expect(fromStandardInput.locations[0].logicalLocations).toEqual([
      { fullyQualifiedName: "POST /v0/websets/{id} /response/status" },
    ]);
    const outside = JSON.parse(sarif(report, { ...context, relative: () => "/tmp/a b.har" }));
    expect(uriOf(outside.runs[0].results[0])).toBe("openapi/websets.yaml");
    expect(outside.runs[0].results[0].message.text).toMatch(
      / Seen in traffic\/a.har:40 \(entry 1\).$/,
    );
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
    const acting = lines.filter((line) => /^\s*::|##\[/.test(line));
    expect(acting.map((line) => line.split(" ")[0])).toEqual([
      ...["::error", "::error", "::warning", "::notice", "::group::Traffic", "::endgroup::"],
    ]);
    expect(lines[2]).toContain("file=traffic/ä b%2Cc%3Ad.ndjson,line=7,");
    expect(lines[2]).toContain("%250A\\u003a:error\\u003a:x\\u000d\\u000a\\u003a:warning");
  });

  test("names a place that is no file of the repository in the message alone", () => {
    const elsewhere = { ...context, relative: () => "/tmp/a b.har" };
    expect(github(report, elsewhere).split("\n")[0]).toMatch(
      /^::error title=response-body-enum::.*%0Ain traffic\/a.har:40 \(entry 1\), traffic\/[^,]*$/,
    );
    const installed = { ...context, relative: () => "node_modules/a/openapi.json" };
    expect(github(report, installed).split("\n")[0]).toMatch(/^::error title=/);
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
    const written = markdown(report, context).replace(/<\/?(code|details|summary|sub)>|<br>/g, "");
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
