import { forMarkdown } from "../escape.ts";
import type { Report, ReportedFinding, WaivedFinding } from "../report.ts";
import { unseenPoints, unseenSentence } from "../unseen.ts";
import { factsOf, placeOf, runLine, trafficLine, verdictOf, verdictWords } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";

/** A comment on GitHub holds 65,536 characters; the rest of the space is for what surrounds the report. */
const maxLength = 60_000;

/** GitHub-flavoured Markdown, for a job summary or a comment on a pull request. */
export const markdown: Format = (report, context) => {
  const waived = report.waived ?? [];
  const head = [
    `## ${verdictWords[verdictOf(report, context.failOn)]}`,
    "",
    factsOf(report).map(forMarkdown).join(" · "),
    "",
  ];
  const tail = [
    ...(waived.length === 0 ? [] : waivedTable(waived)),
    ...lists(report, context),
    ...(report.run ? ["", `<sub>${forMarkdown(runLine(report))}</sub>`] : []),
  ];
  const rows = report.findings.map(row);
  const fitting = firstWithin(rows, maxLength - [...head, ...tail].join("\n").length);
  const cut = rows.length - fitting.length;
  const table =
    rows.length === 0
      ? []
      : ["| Level | Finding | Where | Seen |", "| --- | --- | --- | ---: |", ...fitting];
  const note =
    cut === 0 ? [] : ["", `${cut} more are not shown, to stay within the size of a comment.`];
  return [...head, ...table, ...note, ...tail, ""].join("\n");
};

function lists(
  { traffic = [], run, coverage }: Report,
  { listsCoverage }: FormatContext,
): string[] {
  const faults = run?.inputs.filter(({ fault }) => fault !== undefined) ?? [];
  const unseen = listsCoverage && coverage ? unseenPoints(coverage) : [];
  return [
    ...list(
      "files not read to the end",
      faults.map(({ file, fault }) => `${placeOf({ file })}: ${fault}`),
    ),
    ...list("kinds of traffic", traffic.map(trafficLine)),
    ...list(
      "points of the contract not seen",
      unseen.map((point) => `${point.operation}, ${unseenSentence(point)}`),
    ),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => `- ${forMarkdown(line)}`);
  return folded(`${lines.length} ${title}`, firstWithin(items, maxLength / 8), items.length);
}

/** Lines that a reader opens, and how many of all there are if they are not all. */
function folded(
  summary: string,
  lines: readonly string[],
  all: number,
  head: string[] = [],
): string[] {
  const cut = all - lines.length;
  const note = cut === 0 ? [] : ["", `${cut} more are not shown.`];
  return [
    "",
    `<details><summary>${summary}</summary>`,
    "",
    ...head,
    ...lines,
    ...note,
    "",
    "</details>",
  ];
}

function row({ level, id, operation, location, message, count, sources }: ReportedFinding): string {
  const where = [operation, location, ...sources.slice(0, 1).map(placeOf)].filter(
    (part) => part !== "",
  );
  const finding = `${forMarkdown(message)}<br>${code(id)}`;
  return `| ${level} | ${finding} | ${where.map(code).join("<br>")} | ${count} |`;
}

function waivedTable(waived: readonly WaivedFinding[]): string[] {
  const rows = waived.map(row);
  const reasons = waived.map(({ reason, expires }) => `until ${expires}: ${forMarkdown(reason)}`);
  const lines = rows.map((text, index) => `${text} ${reasons[index]} |`);
  const head = ["| Level | Finding | Where | Seen | Waived |", "| --- | --- | --- | ---: | --- |"];
  const fitting = firstWithin(lines, maxLength / 4);
  return folded(`${waived.length} waived`, fitting, lines.length, head);
}

/** As many lines from the top as the space allows. */
function firstWithin(lines: readonly string[], space: number): readonly string[] {
  let used = 0;
  const end = lines.findIndex((line) => {
    used += line.length + 1;
    return used > space;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

const code = (data: string): string => `<code>${forMarkdown(data)}</code>`;
