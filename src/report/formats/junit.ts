import type { Json } from "../../findings/finding.ts";
import { clipText, forMarkup } from "../escape.ts";
import type { Report, ReportedFinding, WaivedFinding } from "../report.ts";
import { unseenPoints, unseenSentence } from "../unseen.ts";
import {
  coverageLine,
  fails,
  placeOf,
  plural,
  runLine,
  scopeLine,
  trafficLine,
  verdictLine,
  verdictOf,
} from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";

/** A test: what identifies it, and what became of it. */
interface Case {
  readonly name: string;
  readonly classname: string;
  readonly place?: string | undefined;
  readonly result: "passed" | "failure" | "error" | "skipped";
  readonly body: string;
}

/**
 * JUnit XML, in the form that CI servers agree on (https://github.com/testmoapp/junitxml): one test for the run as
 * a whole, so that a clean run is not an empty one, and one for each finding. A finding that does not fail the run
 * passes and says what it found; a waived one is skipped. Coverage and traffic are properties and output, no tests.
 */
export const junit: Format = (report, context) => {
  const cases = unique([
    runCase(report, context),
    ...report.findings.map((finding) => findingCase(finding, context)),
    ...(report.waived ?? []).map((finding) => waivedCase(finding, context)),
  ]);
  const count = (result: Case["result"]) => cases.filter((one) => one.result === result).length;
  const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
  const { time } = report.run ?? {};
  // Without fractions and zone, as Ant's schema has it.
  const timestamp = time === undefined ? "" : ` timestamp="${forMarkup(time.slice(0, 19))}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="exa-websets" ${counts} time="0">`,
    `  <testsuite name="contract" ${counts} time="0"${timestamp}>`,
    ...properties(report),
    ...cases.map(written),
    ...output(report, context),
    "  </testsuite>",
    "</testsuites>\n",
  ].join("\n");
};

function properties(report: Report): string[] {
  const { run, coverage } = report;
  const pairs: [name: string, value: string | undefined][] = [
    ["tool", run && `exa-websets ${run.tool}`],
    ["command", run?.command],
    ["contract", run?.contract],
    ["scope", scopeLine(report)],
    ["coverage", coverage && coverageLine(report)],
    ...(run?.inputs ?? []).map((input): [string, string] => ["input", inputWords(input)]),
  ];
  const lines = pairs.flatMap(([name, value]) =>
    value ? [`      <property name="${name}" value="${attribute(value)}"/>`] : [],
  );
  return lines.length === 0 ? [] : ["    <properties>", ...lines, "    </properties>"];
}

const inputWords = ({ file, fault }: { file: string; fault?: string }): string =>
  fault === undefined ? placeOf({ file }) : `${placeOf({ file })} (not read to the end: ${fault})`;

/** What is about the run as a whole and no test. */
function output(report: Report, { listsCoverage }: FormatContext): string[] {
  const { traffic = [], coverage } = report;
  const lines = [
    runLine(report),
    ...traffic.map(trafficLine),
    ...(listsCoverage && coverage
      ? unseenPoints(coverage).map((point) => `${point.operation}, ${unseenSentence(point)}`)
      : []),
  ].filter((line) => line !== "");
  return lines.length === 0 ? [] : [`    <system-out>${element(lines)}</system-out>`];
}

function runCase(report: Report, { failOn }: FormatContext): Case {
  const line = verdictLine(report, failOn);
  const verdict = verdictOf(report, failOn);
  const isError = verdict === "unchecked" || verdict === "incomplete";
  return {
    ...{ name: "run", classname: "exa-websets" },
    result: isError ? "error" : "passed",
    body: isError
      ? `<error message="${attribute(line)}" type="${verdict}"/>`
      : `<system-out>${element([line])}</system-out>`,
  };
}

function findingCase(finding: ReportedFinding, context: FormatContext): Case {
  const isFailure = fails(finding.level, context.failOn);
  const details = detailsOf(finding);
  const body = isFailure
    ? `<failure message="${attribute(finding.message)}" type="${attribute(finding.id)}">${element(details)}</failure>`
    : `<system-out>${element([finding.message, ...details])}</system-out>`;
  return { ...identityOf(finding, context), result: isFailure ? "failure" : "passed", body };
}

function waivedCase(finding: WaivedFinding, context: FormatContext): Case {
  const why = `waived until ${finding.expires}: ${finding.reason}`;
  const body = `<skipped message="${attribute(why)}"/>`;
  return { ...identityOf(finding, context), result: "skipped", body };
}

/** A finding is told apart from others by its operation, rule, location and the rule's key args, and so is its test. */
function identityOf(finding: ReportedFinding, { rules, relative }: FormatContext) {
  const { id, operation, location, args, sources } = finding;
  const keys = (rules.get(id)?.key ?? []).flatMap((name) => keyWords(name, args[name]));
  const key = keys.length > 0 ? `(${keys.join(", ")})` : "";
  const [first] = sources;
  return {
    name: [id, location, key].filter((part) => part !== "").join(" "),
    classname: operation || "exa-websets",
    place:
      first &&
      `${fileOf(first.file, relative)}${first.line === undefined ? "" : ` line="${first.line}"`}`,
  };
}

const keyWords = (name: string, value: Json | undefined): string[] =>
  value === undefined
    ? []
    : [`${name} ${typeof value === "string" ? value : JSON.stringify(value)}`];

const fileOf = (file: string, relative: (file: string) => string): string =>
  ` file="${attribute(file === "-" ? "standard input" : relative(file))}"`;

function detailsOf({ level, count, sources, excerpt, fingerprint }: ReportedFinding): string[] {
  return [
    `${level}, seen ${plural(count, "time")}, fingerprint ${fingerprint}`,
    ...sources.map((source) => `  ${placeOf(source)}`),
    ...(excerpt?.lines ?? []).map(
      (line, index) => `${index === excerpt?.mark ? ">" : " "} ${line}`,
    ),
  ];
}

/** CI servers follow a test from run to run by its name. Should two still be equal, the later is numbered. */
function unique(cases: readonly Case[]): Case[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const key = JSON.stringify([one.classname, one.name]);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? one : { ...one, name: `${one.name} #${times}` };
  });
}

const written = ({ name, classname, place = "", body }: Case): string =>
  `    <testcase name="${attribute(name)}" classname="${attribute(classname)}"${place} time="0">${body}</testcase>`;

/** Attributes are one line each; some readers cut them, and none needs a page. */
const attribute = (data: string): string => clipText(forMarkup(data), 4000);

const element = (lines: readonly string[]): string => lines.map(forMarkup).join("\n");
