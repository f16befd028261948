import type { CaseResult, Column, Figure, Results, Row, Target } from "./results.ts";
import { isMet } from "./results.ts";

/** Everything between `<!-- name -->` and `<!-- /name -->` replaced. @throws Error where the marks are not there. */
export function replaceBetween(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`README.md has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

/** All tables, in Markdown. */
export function renderTables(
  { machine, versions, cases }: Results,
  failed: readonly string[],
): string {
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured with Node ${machine.node} on ${machine.cores} cores (${machine.cpu}, ${machine.platform}); ${peers.join(", ")}.`,
    targetTable(Object.values(cases)),
    ...Object.values(cases).map(renderCase),
    ...failed.map((name) => `**The case \`${name}\` could not be run.**`),
  ].join("\n\n");
}

function targetTable(cases: readonly CaseResult[]): string {
  const row = ({ title }: CaseResult, asked: Target) => {
    const { text, atMost, atLeast, actual } = asked;
    const limit = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
    const why = isMet(asked) === false && asked.remains ? `: ${asked.remains}` : "";
    const verdict = { true: "yes", false: "**no**", undefined: "not measured" }[`${isMet(asked)}`];
    return `| ${title} | ${text} | ${limit} | ${actual === undefined ? "" : round(actual)} | ${verdict}${why} |`;
  };
  return [
    "| Case | Target | Limit | Measured | Reached, or what remains |",
    "|---|---|---|---|---|",
    ...cases.flatMap((one) => one.targets.map((asked) => row(one, asked))),
  ].join("\n");
}

function renderCase({ title, method, columns, rows }: CaseResult): string {
  return [
    `### ${title}`,
    `\n${method}\n`,
    `| | ${columns.map((column) => column.title).join(" | ")} |`,
    `|---|${columns.map(() => "---:|").join("")}`,
    ...rows.map((row) => renderRow(row, columns)),
  ].join("\n");
}

function renderRow({ name, missing, figures }: Row, columns: readonly Column[]): string {
  const cells = columns.map((column, index) => {
    if (missing !== undefined) return index === 0 ? `missing: ${missing} is not installed` : "";
    return cell(figures[column.key], column.digits);
  });
  return `| ${name} | ${cells.join(" | ")} |`;
}

/** The median, and the middle half of the rounds where there is one. */
function cell(figure: Figure | number | undefined, digits: number): string {
  if (figure === undefined) return "";
  if (typeof figure === "number") return figure.toFixed(digits);
  const [low, high] = [figure.low.toFixed(digits), figure.high.toFixed(digits)];
  const median = figure.median.toFixed(digits);
  return low === high ? median : `${median} (${low}–${high})`;
}

/** Three significant digits; large numbers whole. */
const round = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
