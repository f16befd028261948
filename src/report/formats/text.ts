import type { Level } from "../../findings/finding.ts";
import { forTerminal } from "../escape.ts";
import { levels, type Report, type ReportedFinding, type WaivedFinding } from "../report.ts";
import { unseenPoints, unseenSentence } from "../unseen.ts";
import { placeOf, trafficLine, verdictLine, verdictOf } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";
import { wrap } from "./wrap.ts";

const titles: Record<Level, string> = { error: "Errors", warning: "Warnings", info: "Infos" };

/** For a terminal: the findings by level, where the traffic went, then the verdict as the last line. */
export const text: Format = (report, context) => {
  const { paint, width } = context;
  const lines = levels.flatMap((level) => {
    const findings = report.findings.filter((finding) => finding.level === level);
    const title = colorOf(level, context)(`${titles[level]} (${findings.length})`);
    return section(
      title,
      findings.map((finding) => entry(finding, context)),
      context,
    );
  });
  const waived = report.waived ?? [];
  lines.push(
    ...section(
      `Waived (${waived.length})`,
      waived.map((finding) => [...entry(finding, context), ...waiver(finding, context)]),
      context,
    ),
    ...skipped(report, context),
    ...faults(report, context),
    ...(context.listsCoverage ? unseen(report, context) : []),
  );
  const color = {
    clean: paint.green,
    passed: paint.green,
    drift: paint.red,
    unchecked: paint.yellow,
    incomplete: paint.yellow,
  }[verdictOf(report, context.failOn)];
  for (const line of wrap(forTerminal(verdictLine(report, context.failOn)), "", width))
    lines.push(paint.bold(color(line)));
  return `${lines.join("\n")}\n`;
};

function section(
  title: string,
  entries: readonly (readonly string[])[],
  { paint }: FormatContext,
): string[] {
  if (entries.length === 0) return [];
  return [paint.bold(title), "", ...entries.flatMap((lines) => [...lines, ""])];
}

function entry(finding: ReportedFinding, context: FormatContext): string[] {
  const where = [finding.id, finding.operation, finding.location].filter((part) => part !== "");
  const times = finding.count === 1 ? "" : `${finding.count} times`;
  const shown = finding.sources.slice(0, 3);
  const places = shown.map(placeOf).join(", ");
  const seen = [times, places].filter((part) => part !== "").join(": ");
  const more = shown.length > 0 && finding.count > shown.length ? ", …" : "";
  return [
    ...wrap(forTerminal(finding.message), "  ", context.width),
    ...quiet(where.join("  "), context),
    ...(seen === "" ? [] : quiet(seen + more, context)),
  ];
}

const quiet = (text: string, { paint, width }: FormatContext): string[] =>
  wrap(forTerminal(text), "    ", width).map((line) => `    ${paint.dim(line.slice(4))}`);

const waiver = ({ reason, expires }: WaivedFinding, context: FormatContext): string[] =>
  quiet(`waived until ${expires}: ${reason}`, context);

/** Traffic that was not checked, so that nobody takes it for clean; where all of it was, the verdict says it. */
function skipped({ traffic = [] }: Report, context: FormatContext): string[] {
  const rows = traffic.filter(({ skipped, unreadable }) => skipped + unreadable > 0);
  const lines = rows.map((row) => wrap(forTerminal(trafficLine(row)), "  ", context.width));
  if (lines.length === 0) return [];
  return [context.paint.bold(`Traffic not checked (${rows.length})`), "", ...lines.flat(), ""];
}

function faults({ run }: Report, context: FormatContext): string[] {
  const bad = run?.inputs.filter(({ fault }) => fault !== undefined) ?? [];
  const lines = bad.map(({ file, fault }) =>
    wrap(forTerminal(`${placeOf({ file })}: ${fault}`), "  ", context.width),
  );
  if (lines.length === 0) return [];
  return [context.paint.bold(`Not read to the end (${bad.length})`), "", ...lines.flat(), ""];
}

function unseen({ coverage }: Report, context: FormatContext): string[] {
  if (!coverage) return [];
  const points = unseenPoints(coverage);
  const operations = [...new Set(points.map(({ operation }) => operation))];
  const lines = operations.flatMap((operation) => [
    `  ${forTerminal(operation)}`,
    ...points
      .filter((point) => point.operation === operation)
      .flatMap((point) => wrap(forTerminal(unseenSentence(point)), "    ", context.width)),
  ]);
  if (lines.length === 0) return [];
  return [context.paint.bold(`Not seen (${points.length})`), "", ...lines, ""];
}

function colorOf(level: Level, { paint }: FormatContext) {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan }[level];
}
