import { type Lines, lineAt } from "./lines.ts";
import { maxDepth, type Parsed, ParseFault } from "./parsed.ts";

/**
 * Reads JSON (RFC 8259) and notes where everything stands. A name that occurs twice in an object is refused: which
 * of the two counts differs from parser to parser.
 * @throws ParseFault with the line
 */
export function parseJson(text: string): Parsed {
  const lines = new Scanner(text).scan();
  return { value: JSON.parse(text), lineOf: (pointer) => lineAt(lines, pointer) };
}

const numberOrWord = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /["\\/bfnrt]|u[\da-fA-F]{4}/y;

/** Checks the whole grammar, so that every fault has its line; the values are left to `JSON.parse`. */
class Scanner {
  private readonly text: string;
  private offset = 0;
  private line = 1;

  constructor(text: string) {
    this.text = text;
  }

  scan(): Lines {
    const lines = this.value(0);
    if (this.peek() !== "") throw this.expected("the end");
    return lines;
  }

  private value(depth: number): Lines {
    if (depth > maxDepth) throw new ParseFault(`nested more than ${maxDepth} deep`, this.line);
    const first = this.peek();
    const { line } = this;
    if (first === "{") return { line, members: this.object(depth) };
    if (first === "[") return { line, members: this.array(depth) };
    if (first === '"') this.string();
    else if (!this.takes(numberOrWord)) throw this.expected("a value");
    return line;
  }

  private object(depth: number): Map<string, Lines> {
    const members = new Map<string, Lines>();
    this.take("{");
    while (this.peek() !== "}" || members.size > 0) {
      if (this.peek() !== '"') throw this.expected("a name in double quotes");
      const name = JSON.parse(this.string()) as string; // JSON in double quotes is a string
      if (members.has(name)) throw new ParseFault("a name occurs twice in one object", this.line);
      this.take(":");
      members.set(name, this.value(depth + 1));
      if (this.peek() !== ",") break;
      this.take(",");
    }
    this.take("}");
    return members;
  }

  private array(depth: number): Lines[] {
    const members: Lines[] = [];
    this.take("[");
    while (this.peek() !== "]" || members.length > 0) {
      members.push(this.value(depth + 1));
      if (this.peek() !== ",") break;
      this.take(",");
    }
    this.take("]");
    return members;
  }

  /** Takes a string and gives its text as written, quotes included. */
  private string(): string {
    const { text } = this;
    const start = this.offset++;
    for (; text.charAt(this.offset) !== '"'; this.offset++) {
      if (this.offset >= text.length) throw this.expected("the end of a text");
      if (text.charCodeAt(this.offset) < 0x20)
        throw new ParseFault("not valid JSON: a control character in a text", this.line);
      if (text.charAt(this.offset) !== "\\") continue;
      this.offset++;
      if (!this.takes(escaped)) throw this.expected("a known character after a backslash");
      this.offset--;
    }
    return text.slice(start, ++this.offset);
  }

  private takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    if (!pattern.test(this.text)) return false;
    this.offset = pattern.lastIndex;
    return true;
  }

  private take(character: string): void {
    if (this.peek() !== character) throw this.expected(character);
    this.offset++;
  }

  /** The next character that is no white space, without taking it; `""` at the end. */
  private peek(): string {
    for (; this.offset < this.text.length; this.offset++) {
      const code = this.text.charCodeAt(this.offset);
      if (code === 10) this.line++;
      else if (code !== 32 && code !== 9 && code !== 13) break;
    }
    return this.text.charAt(this.offset);
  }

  private expected(wanted: string): ParseFault {
    const reason = this.offset >= this.text.length ? "it ends too early" : `${wanted} expected`;
    return new ParseFault(`not valid JSON: ${reason}`, this.line);
  }
}
