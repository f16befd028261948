import type { Exchange } from "../findings/exchange.ts";
import type { Finding } from "../findings/finding.ts";
import { namesOf } from "../json/pointer.ts";
import { clipText, printable } from "./escape.ts";
import type { Excerpt } from "./report.ts";
import { shapeOf } from "./values.ts";

/** Lines of one excerpt, and characters of one line. */
const maxLines = 12;
const maxLine = 100;

/** An exchange with its bodies as they were parsed; a body that was no JSON is absent. */
export interface Parsed {
  readonly exchange: Exchange;
  readonly request?: unknown;
  readonly response?: unknown;
}

/**
 * The part of an exchange that a finding is about: the value with its neighbours, or the header, or the status.
 * @param location the finding's, with array indices and the keys of maps folded to `*`
 * @param showValues as they are; else as shapes
 */
export function excerptOf(
  { exchange, ...bodies }: Parsed,
  finding: Finding,
  location: string,
  showValues: boolean,
): Excerpt | undefined {
  const [side, part, ...path] = namesOf(finding.location);
  if (side !== "request" && side !== "response") return undefined;
  const body = bodies[side];
  if (part === "body" && body !== undefined)
    return around(body, path, namesOf(location).slice(2), showValues);
  if (part === "headers") return headers(exchange[side].headers, path[0], showValues);
  const { method } = exchange.request;
  const lines = [
    `${method} ${finding.operation.replace(/^\S+ /, "")}`,
    `${exchange.response.status}`,
  ];
  if (part !== "body") return { lines, mark: side === "request" ? 0 : 1 };
  const size = exchange[side].body?.length ?? 0;
  lines.push(size === 0 ? `${side} body: none` : `${side} body: ${size} characters`);
  return { lines, mark: 2 };
}

/** The headers without their values, except the one that says what the body is. */
function headers(
  all: Exchange["request"]["headers"],
  wanted: string | undefined,
  showValues: boolean,
): Excerpt {
  const names = Object.keys(all).sort();
  const lines = names.map((name) => {
    const shown = showValues || name.toLowerCase() === "content-type";
    return line(`${name}: ${shown ? all[name] : shapeOf(all[name])}`);
  });
  const found = names.findIndex((name) => name.toLowerCase() === wanted);
  if (found >= 0) return cut(lines, found);
  return cut([...lines, line(`${wanted ?? "(none of them)"}: (missing)`)], lines.length);
}

/** The members or items among which the value stands. */
function around(
  body: unknown,
  path: readonly string[],
  foldedPath: readonly string[],
  showValues: boolean,
): Excerpt {
  const parent = path.slice(0, -1).reduce(member, body);
  const last = path.at(-1);
  if (last === undefined || typeof parent !== "object" || parent === null)
    return { lines: [line(shown(body, showValues))], mark: 0 };
  if (Array.isArray(parent))
    return {
      lines: ["[", line(`  … ${last}: ${shown(member(parent, last), showValues)}`), "]"],
      mark: 1,
    };
  const isMap = foldedPath.at(-1) === "*";
  const names = Object.keys(parent);
  const at = names.indexOf(last);
  const lines = names.map((name) => {
    const key = isMap && !showValues ? shapeOf(name) : JSON.stringify(name);
    return line(`  ${clipText(key, maxLine / 2)}: ${shown(member(parent, name), showValues)}`);
  });
  const missing = line(`  ${JSON.stringify(last)}: (missing)`);
  const { lines: inner, mark } = cut(
    at < 0 ? [...lines, missing] : lines,
    at < 0 ? lines.length : at,
  );
  return { lines: ["{", ...inner, "}"], mark: mark + 1 };
}

/** An inherited member is none. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** A value on one line; what has parts says how many. */
function shown(value: unknown, showValues: boolean): string {
  if (Array.isArray(value)) return `[ ${value.length} ]`;
  if (typeof value === "object" && value !== null) return `{ ${Object.keys(value).length} }`;
  return showValues ? clipText(JSON.stringify(value) ?? "", maxLine) : shapeOf(value);
}

const line = (text: string): string => clipText(printable(text), maxLine);

/** As many lines around the marked one as fit. */
function cut(lines: readonly string[], mark: number): Excerpt {
  if (lines.length <= maxLines) return { lines, mark };
  const start = Math.max(0, Math.min(mark - Math.floor(maxLines / 2), lines.length - maxLines));
  const end = start + maxLines;
  const before = start > 0 ? [`  … ${start} more`] : [];
  const after = end < lines.length ? [`  … ${lines.length - end} more`] : [];
  return {
    lines: [...before, ...lines.slice(start, end), ...after],
    mark: mark - start + before.length,
  };
}
