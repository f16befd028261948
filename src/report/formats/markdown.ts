import type { ReportedFinding, WaivedFinding } from "../report.ts";
import {
  countsLine,
  coverageLine,
  placeOf,
  scopeLine,
  verdictOf,
  verdictWords,
} from "../verdict.ts";
import type { Format } from "./format.ts";
import { printable } from "./printable.ts";

/** A comment on GitHub holds 65,536 characters; the rest of the space is for what surrounds the report. */
const maxLength = 60_000;

/** GitHub-flavoured Markdown, for a job summary or a comment on a pull request. */
export const markdown: Format = (report, context) => {
  const waived = report.waived ?? [];
  const facts = [countsLine(report), scopeLine(report), coverageLine(report)].filter(
    (line) => line !== "",
  );
  const head = [
    `## ${verdictWords[verdictOf(report, context.failOn)]}`,
    "",
    `${facts.join(" · ")}`,
    "",
  ];
  const tail = waived.length === 0 ? [] : ["", ...waivedTable(waived)];
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

function row({ level, id, operation, location, message, count, sources }: ReportedFinding): string {
  const where = [operation, location, ...sources.slice(0, 1).map(placeOf)].filter(
    (part) => part !== "",
  );
  const finding = `${escapeMarkdown(message)}<br>${code(id)}`;
  return `| ${level} | ${finding} | ${where.map(code).join("<br>")} | ${count} |`;
}

function waivedTable(waived: readonly WaivedFinding[]): string[] {
  const rows = waived.map(row);
  const reasons = waived.map(
    ({ reason, expires }) => `until ${expires}: ${escapeMarkdown(reason)}`,
  );
  const lines = rows.map((text, index) => `${text} ${reasons[index]} |`);
  const fitting = firstWithin(lines, maxLength / 4);
  const cut = lines.length - fitting.length;
  return [
    `<details><summary>${waived.length} waived</summary>`,
    "",
    "| Level | Finding | Where | Seen | Waived |",
    "| --- | --- | --- | ---: | --- |",
    ...fitting,
    ...(cut === 0 ? [] : ["", `${cut} more are not shown.`]),
    "",
    "</details>",
  ];
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

const code = (data: string): string => `<code>${escapeMarkdown(data)}</code>`;

/**
 * Every character that Markdown or HTML could read becomes an entity, which neither reads (CommonMark, section 2.5).
 * GitHub looks for mentions and issue numbers later, in the finished text; a zero-width space stops that.
 */
function escapeMarkdown(data: string): string {
  return printable(data)
    .replace(/[!"#$&'()*+.:<=>@[\\\]^_`{|}~-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/&#(64|35);/g, "&#$1;&#8203;");
}
