import type { Level } from "../../findings/finding.ts";
import { levels, type ReportedFinding, type WaivedFinding } from "../report.ts";
import { placeOf, verdictLine, verdictOf } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";
import { printable } from "./printable.ts";

const titles: Record<Level, string> = { error: "Errors", warning: "Warnings", info: "Infos" };

/** For a terminal: the findings by level, then the verdict as the last line. */
export const text: Format = (report, context) => {
  const { paint } = context;
  const lines: string[] = [];
  for (const level of levels) {
    const findings = report.findings.filter((finding) => finding.level === level);
    if (findings.length === 0) continue;
    lines.push(paint.bold(colorOf(level, context)(`${titles[level]} (${findings.length})`)), "");
    for (const finding of findings) lines.push(...entry(finding, context), "");
  }
  if (report.waived?.length) {
    lines.push(paint.bold(`Waived (${report.waived.length})`), "");
    for (const finding of report.waived)
      lines.push(...entry(finding, context), waiver(finding, context), "");
  }
  const verdict = verdictOf(report, context.failOn);
  const color = {
    clean: paint.green,
    passed: paint.green,
    drift: paint.red,
    unchecked: paint.yellow,
  }[verdict];
  lines.push(paint.bold(color(verdictLine(report, context.failOn))));
  return `${lines.join("\n")}\n`;
};

function entry(finding: ReportedFinding, { paint }: FormatContext): string[] {
  const where = [finding.operation, finding.location].filter((part) => part !== "").join("  ");
  const lines = [`  ${printable(finding.message)}`];
  lines.push(`    ${paint.dim(printable(where === "" ? finding.id : `${finding.id}  ${where}`))}`);
  const times = finding.count === 1 ? "" : `${finding.count} times`;
  const shown = finding.sources.slice(0, 3);
  const places = shown.map((source) => printable(placeOf(source))).join(", ");
  const seen = [times, places].filter((part) => part !== "").join(": ");
  const more = shown.length > 0 && finding.count > shown.length ? ", …" : "";
  if (seen !== "") lines.push(`    ${paint.dim(seen + more)}`);
  return lines;
}

const waiver = ({ reason, expires }: WaivedFinding, { paint }: FormatContext): string =>
  `    ${paint.dim(`waived until ${expires}: ${printable(reason)}`)}`;

function colorOf(level: Level, { paint }: FormatContext) {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan }[level];
}
