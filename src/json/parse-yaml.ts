import type { Document, LineCounter, Node, Pair } from "yaml";
import { maxDepth, type Parsed, ParseFault } from "./parsed.ts";
import { below } from "./pointer.ts";

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
    throw new ParseFault("reading YAML needs the package yaml: npm install yaml", undefined, {
      cause,
    });
  });
  const counter = new yaml.LineCounter();
  const document = guarded(() =>
    yaml.parseDocument(text, { lineCounter: counter, uniqueKeys: true, merge: true }),
  );
  const [error] = document.errors;
  // The parser turns the end of its stack into an error of the text.
  if (/call stack/.test(error?.message ?? ""))
    throw new ParseFault(tooDeep, undefined, { cause: error });
  if (error) {
    const reason = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "");
    throw new ParseFault(`not valid YAML: ${reason}`, error.linePos?.[0].line, { cause: error });
  }
  const plain = guarded(() => document.toJS({ maxAliasCount }));
  // Only what JSON can say goes on: a description is JSON, whatever it is written in.
  const value = guarded(() => JSON.parse(JSON.stringify(plain ?? null)));
  return { value, lines: guarded(() => linesOf(document, counter, yaml)) };
}

/** The parser's own errors, and the stack's end, as one line. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ParseFault) throw cause;
    if (cause instanceof RangeError) throw new ParseFault(tooDeep, undefined, { cause });
    const reason = (cause as Error).message.split("\n")[0];
    throw new ParseFault(`not readable as YAML: ${reason}`, undefined, { cause });
  }
}

function linesOf(
  document: Document,
  counter: LineCounter,
  yaml: typeof import("yaml"),
): Map<string, number> {
  const lines = new Map<string, number>();
  const visit = (
    node: unknown,
    pointer: string,
    depth: number,
    start?: number | undefined,
  ): void => {
    if (depth > maxDepth) throw new ParseFault(tooDeep, lines.get(""));
    const offset = start ?? startOf(node);
    if (offset !== undefined) lines.set(pointer, counter.linePos(offset).line);
    if (yaml.isMap(node)) {
      for (const pair of node.items as Pair[]) {
        visit(pair.value, below(pointer, String(pair.key)), depth + 1, startOf(pair.key));
      }
    } else if (yaml.isSeq(node)) {
      node.items.forEach((item, i) => {
        visit(item, `${pointer}/${i}`, depth + 1);
      });
    }
  };
  visit(document.contents, "", 0);
  return lines;
}

function startOf(node: unknown): number | undefined {
  // Nodes of a parsed document carry their range; the types leave it open.
  return (node as Node | null)?.range?.[0];
}
