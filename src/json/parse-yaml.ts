import type { Document, LineCounter, Node } from "yaml";
import type { Json } from "../findings/finding.ts";
import { type Lines, lineAt } from "./lines.ts";
import { maxDepth, type Parsed, ParseFault } from "./parsed.ts";

/** How often aliases may multiply a value before it counts as an attack. */
const maxAliasCount = 1000;

const tooDeep = `nested more than ${maxDepth} deep`;

/** Loads the optional peer `yaml`; tests hand in their own. */
export type ImportYaml = () => Promise<typeof import("yaml")>;

/**
 * Reads YAML 1.2 and notes where everything stands.
 * @throws ParseFault with the line; also where the package `yaml` is not installed
 */
export async function parseYaml(
  text: string,
  importYaml: ImportYaml = () => import("yaml"),
): Promise<Parsed> {
  const yaml = await importYaml().catch((cause) => {
    const reason = "reading YAML needs the package yaml: npm install --save-dev yaml";
    throw new ParseFault(reason, undefined, { cause });
  });
  const counter = new yaml.LineCounter();
  // The parser compares each key with all before it: for names that occur twice see linesOf.
  const options = { lineCounter: counter, uniqueKeys: false, merge: true } as const;
  const document = guarded(() => yaml.parseDocument(text, options));
  const [error] = document.errors;
  // The parser turns the end of its stack into an error of the text.
  if (/call stack/.test(error?.message ?? ""))
    throw new ParseFault(tooDeep, undefined, { cause: error });
  if (error) {
    const reason = `not valid YAML: ${unquoted(error.message)}`;
    throw new ParseFault(reason, error.linePos?.[0].line, { cause: error });
  }
  const lines = guarded(() => linesOf(document, counter, yaml));
  const plain = guarded(() => document.toJS({ maxAliasCount }));
  // Only what JSON can say goes on: a description is JSON, whatever it is written in.
  const value = guarded(() => JSON.parse(JSON.stringify(plain ?? null))) as Json;
  return { value, lineOf: (pointer) => lineAt(lines, pointer) };
}

/** The parser's own errors, and the stack's end, as one line. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ParseFault) throw cause;
    const isDeep = cause instanceof RangeError;
    const reason = `not readable as YAML: ${unquoted((cause as Error).message)}`;
    throw new ParseFault(isDeep ? tooDeep : reason, undefined, { cause });
  }
}

/** The parser's reason without the position, and without the text that it quotes after a colon. */
function unquoted(message: string): string {
  const [first = ""] = message.split("\n");
  return first.replace(/ at line \d+, column \d+:?$/, "").replace(/(:\s|\s*["'`]).*$/, "");
}

function linesOf(document: Document, counter: LineCounter, yaml: typeof import("yaml")): Lines {
  const lineOf = (node: unknown) => {
    // Nodes of a parsed document carry their range; the types leave it open.
    const offset = (node as Node | null)?.range?.[0];
    return offset === undefined ? undefined : counter.linePos(offset).line;
  };
  const visit = (node: unknown, line: number, depth: number): Lines => {
    if (depth > maxDepth) throw new ParseFault(tooDeep, line);
    if (yaml.isSeq(node))
      return {
        line,
        members: node.items.map((item) => visit(item, lineOf(item) ?? line, depth + 1)),
      };
    if (!yaml.isMap(node)) return line;
    const members = new Map<string, Lines>();
    for (const { key, value } of node.items) {
      const name = String(key);
      const keyLine = lineOf(key) ?? line;
      if (members.has(name) && name !== "<<")
        throw new ParseFault("not valid YAML: a name occurs twice in one object", keyLine);
      members.set(name, visit(value, keyLine, depth + 1));
    }
    return { line, members };
  };
  return visit(document.contents, lineOf(document.contents) ?? 1, 0);
}
