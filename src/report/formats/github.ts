import type { Level } from "../../findings/finding.ts";
import { forCommand, forCommandProperty, forTerminal } from "../escape.ts";
import { levels, type Report, type ReportedFinding } from "../report.ts";
import { unseenPoints, unseenSentence } from "../unseen.ts";
import { placeOf, plural, runLine, trafficLine, verdictLine } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";

/** GitHub shows so many annotations of each level for one step, and drops the rest without a word. */
const maxAnnotations = 10;

const commands: Record<Level, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * GitHub's workflow commands (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 * Where there are more findings than GitHub shows, the last annotation of the level says how many were cut. What is no
 * finding is in groups of the log.
 */
export const github: Format = (report, context) => {
  const lines = levels.flatMap((level) => {
    const findings = report.findings.filter((finding) => finding.level === level);
    const shown =
      findings.length > maxAnnotations ? findings.slice(0, maxAnnotations - 1) : findings;
    const annotations = shown.map((finding) => annotation(finding, context));
    const cut = findings.length - shown.length;
    if (cut > 0) {
      const rest = `${plural(cut, `more ${level}`)} not shown here: GitHub shows ${maxAnnotations} of a level. Use --format markdown, html or json to see all.`;
      annotations.push(command(level, { title: "exa-websets" }, [rest]));
    }
    return annotations;
  });
  const tail = [verdictLine(report, context.failOn), runLine(report)].filter((line) => line !== "");
  return [...lines, ...groups(report, context), ...tail.map(forTerminal), ""].join("\n");
};

function groups({ traffic = [], run, coverage }: Report, { listsCoverage }: FormatContext) {
  const faults = run?.inputs.filter(({ fault }) => fault !== undefined) ?? [];
  const unseen = listsCoverage && coverage ? unseenPoints(coverage) : [];
  return [
    ...group("Traffic", traffic.map(trafficLine)),
    ...group(
      "Not read to the end",
      faults.map(({ file, fault }) => `${placeOf({ file })}: ${fault}`),
    ),
    ...group(
      "Not seen",
      unseen.map((point) => `${point.operation}, ${unseenSentence(point)}`),
    ),
  ];
}

function group(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`::group::${title} (${lines.length})`, ...lines.map(forTerminal), "::endgroup::"];
}

/** At a file that the repository can have; else the message says where. */
function annotation(finding: ReportedFinding, { relative }: FormatContext): string {
  const { level, id, operation, location, message, count, sources } = finding;
  const first = sources.find(({ file }) => file !== "-" && isInside(relative(file)));
  const line = first?.line === undefined ? {} : { line: String(first.line) };
  const file = first ? { file: relative(first.file), ...line } : {};
  const elsewhere = first ? "" : sources.slice(0, 2).map(placeOf).join(", ");
  const lines = [
    ...[message, operation, location],
    count > 1 ? `seen ${count} times` : "",
    elsewhere === "" ? "" : `in ${elsewhere}`,
  ].filter((part) => part !== "");
  return command(level, { ...file, title: id }, lines);
}

/** Not what was installed either: it is in no commit. */
const isInside = (path: string): boolean =>
  !/^(\/|[a-z]:\/|[a-z][a-z\d+.-]*:\/\/)|(^|\/)node_modules\//i.test(path);

function command(
  level: Level,
  properties: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  const pairs = Object.entries(properties).map(
    ([name, value]) => `${name}=${forCommandProperty(value)}`,
  );
  return `::${commands[level]} ${pairs.join(",")}::${forCommand(...lines)}`;
}
