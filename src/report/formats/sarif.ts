import { pathToFileURL } from "node:url";
import type { Level, Rule, Source } from "../../findings/finding.ts";
import type { ReportedFinding, WaivedFinding } from "../report.ts";
import type { Format, FormatContext } from "./format.ts";
import { wellFormed } from "./printable.ts";

const sarifLevel: Record<Level, string> = { error: "error", warning: "warning", info: "note" };

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning: the rules that
 * found something, each finding at its first place with the others as related ones, waived findings as suppressed.
 */
export const sarif: Format = (report, context) => {
  const results = [...report.findings, ...(report.waived ?? [])];
  const ids = [...new Set(results.map(({ id }) => id))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "exa-websets",
            rules: ids.map((id) => descriptor(id, context.rules.get(id))),
          },
        },
        results: results.map((finding) => result(finding, ids.indexOf(finding.id), context)),
        properties: { summary: report.summary },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** A report that was made by a later version may hold a rule that this one does not know; it keeps its id. */
function descriptor(id: string, rule: Rule | undefined) {
  if (!rule) return { id };
  const { level, direction, area, text } = rule;
  return {
    id,
    shortDescription: { text },
    defaultConfiguration: { level: sarifLevel[level] },
    properties: { direction, area },
  };
}

function result(
  finding: ReportedFinding | WaivedFinding,
  ruleIndex: number,
  context: FormatContext,
) {
  const { id, level, operation, location, message, count, sources, fingerprint } = finding;
  // Standard input is no artifact that a viewer could open.
  const [first, ...others] = sources.filter(({ file }) => file !== "-");
  const place = `${operation} ${location}`.trim();
  const logical = place === "" ? {} : { logicalLocations: [{ fullyQualifiedName: place }] };
  const primary = { ...(first && physical(first, context)), ...logical };
  return {
    ruleId: id,
    ruleIndex,
    level: sarifLevel[level],
    message: { text: plainText(message) },
    locations: Object.keys(primary).length > 0 ? [primary] : [],
    ...(others.length > 0 && {
      relatedLocations: others.map((source) => physical(source, context)),
    }),
    occurrenceCount: count,
    partialFingerprints: { "drift/v1": fingerprint },
    ...("reason" in finding && {
      suppressions: [{ kind: "external", status: "accepted", justification: finding.reason }],
    }),
  };
}

function physical({ file, line }: Source, { relative }: FormatContext) {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return { physicalLocation: { artifactLocation: artifact(relative(file)), ...region } };
}

function artifact(path: string) {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return { uri: path };
  if (/^(\/|[a-z]:\/)/i.test(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

/** Data must not read as a placeholder (`{0}`) or an embedded link (sections 3.11.5 and 3.11.6). */
function plainText(data: string): string {
  return wellFormed(data)
    .replace(/\{(\d+)\}/g, "{{$1}}")
    .replace(/\[(?=[^\]]*\]\()/g, "\\[");
}
