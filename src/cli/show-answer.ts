import { forTerminal } from "../report/escape.ts";
import { colors, type Io } from "./command.ts";

/** An answer for people: its plain values one a line, maps by their keys, and of all else how much there is. */
export function showAnswer(heading: string, answer: unknown, { stdout, env }: Io): string {
  const { bold, dim } = colors(stdout, env);
  const rows = rowsOf(answer);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${dim(name.padEnd(width))}  ${value}\n`);
  return `${bold(heading)}\n${lines.join("")}`;
}

/** One item of a list on one line: its plain values that say which it is. */
export function showItem(item: unknown): string {
  const values = Object.values(Object(item)).filter(
    (value) => typeof value === "string" || typeof value === "number",
  );
  return `${values
    .slice(0, 5)
    .map((value) => forTerminal(`${value}`))
    .join("  ")}\n`;
}

function rowsOf(answer: unknown): [name: string, value: string][] {
  if (!isObject(answer)) return answer === undefined ? [] : [["", forTerminal(`${answer}`)]];
  return Object.entries(answer).flatMap(([name, value]): [string, string][] => {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value))
      return value.length > 0 ? [[forTerminal(name), `${value.length}`]] : [];
    if (!isObject(value)) return [[forTerminal(name), forTerminal(`${value}`)]];
    return Object.entries(value)
      .filter(([, one]) => typeof one !== "object")
      .map(([key, one]) => [forTerminal(`${name}.${key}`), forTerminal(`${one}`)]);
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
