import { maxDepth, type Parsed, ParseFault } from "./parsed.ts";
import { below } from "./pointer.ts";

/**
 * Reads JSON (RFC 8259) and notes where everything stands. A name that occurs twice in an object is refused: which
 * of the two counts differs from parser to parser.
 * @throws ParseFault with the line
 */
export function parseJson(text: string): Parsed {
  const lines = scan(text);
  try {
    return { value: JSON.parse(text), lines };
  } catch (cause) {
    // The scan leaves the inside of strings and numbers to JSON.parse.
    throw new ParseFault(`not valid JSON: ${(cause as Error).message}`, lineOfFault(text, cause), {
      cause,
    });
  }
}

function lineOfFault(text: string, error: unknown): number | undefined {
  const offset = /position (\d+)/.exec(String(error))?.[1];
  return offset === undefined ? undefined : text.slice(0, Number(offset)).split("\n").length;
}

function scan(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;

  const fault = (reason: string) => new ParseFault(reason, line);
  /** The next character that is no white space, without taking it. */
  const peek = (): string => {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) line++;
      else if (code !== 32 && code !== 9 && code !== 13) break;
    }
    return text.charAt(at);
  };
  const unexpected = (wanted: string) =>
    fault(
      at >= text.length
        ? "not valid JSON: it ends too early"
        : `not valid JSON: ${wanted} expected`,
    );
  const take = (character: string) => {
    if (peek() !== character) throw unexpected(character);
    at++;
  };
  /** Takes a string and gives its text as written, quotes included. */
  const string = (): string => {
    if (peek() !== '"') throw unexpected("a name in double quotes");
    const start = at++;
    while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === "\\" ? 2 : 1;
    if (at >= text.length) throw unexpected('"');
    return text.slice(start, ++at);
  };
  const name = (): string => {
    const written = string();
    try {
      return JSON.parse(written) as string; // JSON in double quotes is a string
    } catch (cause) {
      throw new ParseFault(`not valid JSON: the name ${written} is malformed`, line, { cause });
    }
  };
  const value = (pointer: string, depth: number): void => {
    const first = peek();
    lines.set(pointer, line);
    if (depth > maxDepth) throw fault(`nested more than ${maxDepth} deep`);
    if (first === "{") object(pointer, depth);
    else if (first === "[") array(pointer, depth);
    else if (first === '"') string();
    else scalar();
  };
  const object = (pointer: string, depth: number): void => {
    take("{");
    const names = new Set<string>();
    while (peek() !== "}" || names.size > 0) {
      const key = name();
      if (names.has(key)) throw fault(`the name ${JSON.stringify(key)} occurs twice in one object`);
      names.add(key);
      take(":");
      value(below(pointer, key), depth + 1);
      if (peek() !== ",") break;
      take(",");
    }
    take("}");
  };
  const array = (pointer: string, depth: number): void => {
    take("[");
    for (let i = 0; peek() !== "]" || i > 0; i++) {
      value(`${pointer}/${i}`, depth + 1);
      if (peek() !== ",") break;
      take(",");
    }
    take("]");
  };
  const scalar = (): void => {
    const start = at;
    while (at < text.length && /[\w+.-]/.test(text.charAt(at))) at++;
    if (at === start) throw unexpected("a value");
  };

  value("", 0);
  if (peek() !== "") throw unexpected("the end");
  return lines;
}
