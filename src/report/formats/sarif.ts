import type { Level, Rule, Source } from "../../findings/finding.ts";
import { type ContractPlace, placeInContract } from "../contract-place.ts";
import { clipText, jsonText, printable } from "../escape.ts";
import type { Report, ReportedFinding, WaivedFinding } from "../report.ts";
import { helpOf, sentenceOf, titleOf } from "../rule-words.ts";
import { coverageLine, placeOf, plural, verdictOf } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";

const sarifLevel: Record<Level, string> = { error: "error", warning: "warning", info: "note" };
const severity: Record<Level, string> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
};

/** GitHub shows so many results of a run, and refuses a file of more than 25,000. */
const maxResults = 5000;

/** Where the contract stands in its own repository, for when it lies outside the one that is checked. */
const contractPath = "openapi/websets.yaml";

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) as GitHub's code scanning takes it
 * (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning):
 * each result stands at a line of a file of the repository, at its first place or at the contract's line.
 */
export const sarif: Format = (report, context) => {
  const all = [...report.findings, ...(report.waived ?? [])];
  const shown = all.slice(0, maxResults);
  const ids = [...new Set(shown.map(({ id }) => id))].sort();
  return jsonText({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "exa-websets",
            ...(report.run && { semanticVersion: report.run.tool, version: report.run.tool }),
            rules: ids.map((id) => descriptor(id, context.rules.get(id))),
          },
        },
        // A check and a diff of one commit are two analyses: neither replaces the other.
        ...(report.run && { automationDetails: { id: `exa-websets ${report.run.command}/` } }),
        invocations: [invocation(report, context, all.length - shown.length)],
        results: shown.map((finding) => result(finding, ids.indexOf(finding.id), context)),
        properties: propertiesOf(report),
      },
    ],
  });
};

/** Whether the run came to its end, and what is no result. */
function invocation(report: Report, { failOn }: FormatContext, cut: number) {
  const verdict = verdictOf(report, failOn);
  const notes = [
    ...(report.run?.inputs ?? []).flatMap(({ file, fault }) =>
      fault === undefined ? [] : [`${placeOf({ file })} was not read to the end: ${fault}`],
    ),
    ...(cut > 0 ? [`${plural(cut, "result")} left out: a run has at most ${maxResults}`] : []),
  ];
  return {
    executionSuccessful: verdict !== "unchecked" && verdict !== "incomplete",
    ...(report.run?.time !== undefined && { endTimeUtc: report.run.time }),
    ...(notes.length > 0 && {
      toolExecutionNotifications: notes.map((text) => ({
        level: "warning",
        message: { text: plainText(text) },
      })),
    }),
  };
}

function propertiesOf(report: Report) {
  const { summary, run, traffic } = report;
  const coverage = coverageLine(report);
  return {
    summary,
    ...(run && { run }),
    ...(traffic && { traffic }),
    ...(coverage && { coverage }),
  };
}

/** A report that was made by a later version may hold a rule that this one does not know; it keeps its id. */
function descriptor(id: string, rule: Rule | undefined) {
  const words = rule ?? { id, level: "warning", direction: "none", area: "unknown", text: id };
  const [sentence, ...advice] = helpOf({ ...words, level: words.level as Level } as Rule);
  const { level, direction, area } = words as Rule;
  return {
    id,
    name: clipText(titleOf(words as Rule), 250),
    shortDescription: { text: clipText(titleOf(words as Rule), 1000) },
    fullDescription: { text: plainText(clipText(sentenceOf(words), 1000)) },
    help: {
      text: plainText([sentence, ...advice].join("\n\n")),
      markdown: [`**${titleOf(words as Rule)}**`, sentence, ...advice].join("\n\n"),
    },
    defaultConfiguration: { level: sarifLevel[level] },
    properties: {
      ...{ direction, area, precision: "very-high", "problem.severity": severity[level] },
      tags: ["contract", area],
    },
  };
}

function result(
  finding: ReportedFinding | WaivedFinding,
  ruleIndex: number,
  context: FormatContext,
) {
  const { id, level, operation, location, message, count, sources, fingerprint } = finding;
  const place = `${operation} ${location}`.trim();
  const contract = context.contract && placeInContract(context.contract, finding);
  const inside = sources.flatMap((source) => physical(source, context));
  const [first = physicalContract(contract, context), ...others] = inside;
  const where = inside.length === 0 && sources[0] ? ` Seen in ${placeOf(sources[0])}.` : "";
  return {
    ruleId: id,
    ruleIndex,
    level: sarifLevel[level],
    message: { text: plainText(`${message}.${where}`) },
    locations: [
      {
        ...first,
        ...(place !== "" && { logicalLocations: [{ fullyQualifiedName: printable(place) }] }),
      },
    ],
    ...(others.length > 0 && { relatedLocations: others }),
    occurrenceCount: count,
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
    ...("reason" in finding && {
      suppressions: [
        { kind: "external", status: "accepted", justification: plainText(finding.reason) },
      ],
    }),
  };
}

/** Columns are required; how long a line of a recording is is not known, so its first character stands for it. */
const region = (startLine: number, endLine = startLine, endColumn = 2) => ({
  ...{ startLine, startColumn: 1, endLine, endColumn },
});

/** Nothing for what no repository can hold: standard input, and files outside. */
function physical({ file, line = 1 }: Source, { relative }: FormatContext) {
  if (file === "-") return [];
  // A scheme other than that of the checkout makes GitHub refuse the whole file.
  const path = relative(file).replace(/^[a-z][a-z\d+.-]*:\/\//i, "");
  if (/^(\/|[a-z]:\/|$)/i.test(path)) return [];
  return [
    { physicalLocation: { artifactLocation: artifact(path), region: region(Math.max(line, 1)) } },
  ];
}

function physicalContract(place: ContractPlace | undefined, { relative }: FormatContext) {
  const path = place ? relative(place.file) : contractPath;
  const inside = !/^(\/|[a-z]:\/)/i.test(path);
  const { line = 1, endLine = 1, endColumn = 2 } = place ?? {};
  return {
    physicalLocation: {
      artifactLocation: artifact(inside ? path : contractPath),
      region: region(line, endLine, endColumn),
    },
  };
}

const artifact = (path: string) => ({
  uri: path
    .split("/")
    .map((name) => encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/"),
  uriBaseId: "%SRCROOT%",
});

/** Data must not read as a placeholder (`{0}`) or an embedded link (sections 3.11.5 and 3.11.6). */
function plainText(data: string): string {
  return data
    .split("\n\n")
    .map(printable)
    .join("\n\n")
    .replace(/\{(\d+)\}/g, "{{$1}}")
    .replace(/\[(?=[^\]]*\]\()/g, "\\[");
}
