import type { Finding, Json } from "../../findings/finding.ts";
import { canonical } from "../document.ts";
import {
  argsOf,
  type KnownDifference,
  type KnownFinding,
  operationsOf,
  placeOf,
  sortByKnown,
} from "./known.ts";

/** The reason of a difference that nobody has explained yet. */
const unexplained = "Found when the list was written; nobody has said why.";

const header = [
  "# Differences that are known: exa-websets diff --known <this file> is silent about them.",
  "# --write-known keeps the reasons, takes off what is gone and puts what is new under a reason to be written.",
];

/**
 * The text of a list that covers all the findings. Reasons of `before` are kept, in their order. As YAML, with every
 * value written as JSON, or as JSON where the file's name says so.
 * @param all names of all operations of the base: what touches each of them names none
 * @param comment the lines that the file begins with; a few words on what it is where there are none
 */
export function knownText(
  findings: readonly Finding[],
  before: readonly KnownDifference[],
  file: string,
  all: readonly string[],
  comment: readonly string[] = [],
): string {
  const groups = groupByReason(findings, before, all);
  if (/\.json$/i.test(file)) return `${JSON.stringify(groups, null, 2)}\n`;
  const lines = comment.length > 0 ? [...comment] : [...header];
  if (groups.length === 0) lines.push("[]");
  for (const { reason, differences } of groups) {
    lines.push(`- reason: ${JSON.stringify(reason)}`, "  differences:");
    for (const one of differences) lines.push(`    - ${flow(one)}`);
  }
  return `${lines.join("\n")}\n`;
}

interface Group {
  readonly reason: string;
  readonly differences: readonly Readonly<Record<string, Json>>[];
}

function groupByReason(
  findings: readonly Finding[],
  before: readonly KnownDifference[],
  all: readonly string[],
): Group[] {
  const { known, fresh } = sortByKnown(findings, before);
  const listed: KnownFinding[] = [
    ...known,
    ...fresh.map((finding) => ({ ...finding, reason: unexplained })),
  ];
  const order = [...new Set([...before.map(({ reason }) => reason), unexplained])];
  return order.flatMap((reason) => {
    const own = listed.filter((one) => one.reason === reason);
    const differences = new Map(own.map((finding) => entryOf(finding, all)));
    const sorted = [...differences].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
    return sorted.length > 0 ? [{ reason, differences: sorted }] : [];
  });
}

function entryOf(
  finding: Finding,
  all: readonly string[],
): [key: string, entry: Readonly<Record<string, Json>>] {
  const args = argsOf(finding);
  const location = placeOf(finding);
  const operations = operationsOf(finding);
  const isAtOperation = operations.length === 1 && /^\/paths\//.test(location);
  const isEverywhere = all.every((operation) => operations.includes(operation));
  const entry = {
    rule: finding.id,
    location,
    ...(Object.keys(args).length > 0 && { args }),
    ...(!isAtOperation && !isEverywhere && { operations: [...operations].sort() }),
  };
  return [canonical([location, finding.id, args]), entry];
}

/** One line of YAML's flow style, with a space where people expect one. */
function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, inner]) => `${name(key)}: ${flow(inner)}`);
  return pairs.length > 0 ? `{ ${pairs.join(", ")} }` : "{}";
}

/** Plain where YAML cannot take the name for something else. */
const name = (key: string): string =>
  /^(?!(?:null|true|false)$)[a-z]\w*$/i.test(key) ? key : JSON.stringify(key);
