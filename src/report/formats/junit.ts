import type { Report, ReportedFinding, WaivedFinding } from "../report.ts";
import { fails, placeOf, verdictLine, verdictOf } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";
import { wellFormed } from "./printable.ts";

/**
 * JUnit XML, in the form that CI servers agree on (https://github.com/testmoapp/junitxml): one test for the run as
 * a whole, so that a clean run is not an empty one, and one for each finding. A finding that does not fail the run
 * passes and says what it found; a waived one is skipped.
 */
export const junit: Format = (report, context) => {
  const cases = [
    runCase(report, context),
    ...report.findings.map((finding) => findingCase(finding, context)),
    ...(report.waived ?? []).map(waivedCase),
  ];
  const of = (tag: string) => cases.filter((text) => text.includes(`<${tag} `)).length;
  const counts = `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="exa-websets" ${counts}>`,
    `  <testsuite name="contract" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>\n",
  ].join("\n");
};

function runCase(report: Report, { failOn }: FormatContext): string {
  const line = escapeXml(verdictLine(report, failOn));
  const body =
    verdictOf(report, failOn) === "unchecked"
      ? `<error message="${line}"/>`
      : `<system-out>${line}</system-out>`;
  return `    <testcase name="run" classname="exa-websets">${body}</testcase>`;
}

function findingCase(finding: ReportedFinding, { failOn }: FormatContext): string {
  const body = fails(finding.level, failOn)
    ? `<failure message="${escapeXml(finding.message)}" type="${escapeXml(finding.id)}">${escapeXml(details(finding))}</failure>`
    : `<system-out>${escapeXml(`${finding.message}\n${details(finding)}`)}</system-out>`;
  return testCase(finding, body);
}

const waivedCase = (finding: WaivedFinding): string =>
  testCase(
    finding,
    `<skipped message="${escapeXml(`waived until ${finding.expires}: ${finding.reason}`)}"/>`,
  );

function testCase(finding: ReportedFinding, body: string): string {
  const name = escapeXml(`${finding.id} ${finding.location}`.trim());
  const classname = escapeXml(finding.operation || "exa-websets");
  const first = finding.sources[0];
  const file = first ? ` file="${escapeXml(first.file)}"` : "";
  const line = first?.line === undefined ? "" : ` line="${first.line}"`;
  return `    <testcase name="${name}" classname="${classname}"${file}${line}>${body}</testcase>`;
}

function details({ level, count, sources, fingerprint }: ReportedFinding): string {
  const places = sources.map((source) => `  ${placeOf(source)}`);
  return [`${level}, seen ${count} times, fingerprint ${fingerprint}`, ...places].join("\n");
}

/** XML 1.0 has no way to write most control characters and lone surrogates (section 2.2); they become U+FFFD. */
function escapeXml(data: string): string {
  return wellFormed(data)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
