import type { Level } from "../../findings/finding.ts";
import { levels, type ReportedFinding } from "../report.ts";
import { placeOf, plural, verdictLine } from "../verdict.ts";
import type { Format, FormatContext } from "./format.ts";

/** GitHub shows so many annotations of each level for one step, and drops the rest without a word. */
const maxAnnotations = 10;

const commands: Record<Level, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * GitHub's workflow commands (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 * Where there are more findings than GitHub shows, the last annotation of the level says how many were cut.
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
      annotations.push(command(level, { title: "exa-websets" }, rest));
    }
    return annotations;
  });
  return [...lines, verdictLine(report, context.failOn), ""].join("\n");
};

function annotation(finding: ReportedFinding, { relative }: FormatContext): string {
  const { level, id, operation, location, message, count, sources } = finding;
  const own = sources.find(({ file }) => isOwn(relative(file)));
  const line = own?.line === undefined ? {} : { line: String(own.line) };
  const file = own ? { file: relative(own.file), ...line } : {};
  const elsewhere = own ? [] : sources.map(placeOf);
  const seen = count > 1 ? `seen ${count} times` : "";
  const where = [operation, location, seen, ...elsewhere].filter((part) => part !== "");
  return command(level, { ...file, title: id }, [message, ...where].join("\n"));
}

/** GitHub can show an annotation only in a file of the repository: not at a URL, nor in what was installed. */
function isOwn(path: string): boolean {
  return path !== "-" && !/^([a-z][a-z\d+.-]*:|\/)|(^|\/)node_modules\//i.test(path);
}

function command(
  level: Level,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const pairs = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(value)}`,
  );
  return `::${commands[level]} ${pairs.join(",")}::${escapeData(message)}`;
}

/** As in https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(data: string): string {
  return data.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(data: string): string {
  return escapeData(data).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
