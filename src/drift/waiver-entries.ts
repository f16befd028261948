/** One element of the list in a waiver file, with the line it starts on (1-based). */
export interface WaiverEntry {
  readonly value: unknown;
  readonly line: number;
}

/** Says what is wrong with a waiver file, and on which line of it. */
export class BadWaivers extends Error {
  override readonly name = "BadWaivers";
  readonly line: number;
  constructor(line: number, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.line = line;
  }
}

const notList = "the file must hold a list of waivers";

/** @throws BadWaivers for text that is not JSON, or not a list. */
export function jsonEntries(text: string): WaiverEntry[] {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    const reason = (cause as Error).message; // JSON.parse throws a SyntaxError
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
    throw new BadWaivers(lineAt(text, offset), `not valid JSON: ${reason}`, { cause });
  }
  if (!Array.isArray(values)) throw new BadWaivers(1, notList);
  const starts = elementStarts(text);
  return values.map((value: unknown, index) => ({ value, line: lineAt(text, starts[index] ?? 0) }));
}

/** @throws BadWaivers for text that is not YAML, not a list, or where the package `yaml` is missing. */
export async function yamlEntries(text: string): Promise<WaiverEntry[]> {
  const { isSeq, LineCounter, parseDocument } = await import("yaml").catch((cause) => {
    throw new BadWaivers(1, "reading YAML needs the package yaml: npm install yaml", { cause });
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const reason = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "");
    throw new BadWaivers(error.linePos?.[0].line ?? 1, `not valid YAML: ${reason}`, {
      cause: error,
    });
  }
  const list = document.contents;
  if (!isSeq(list)) throw new BadWaivers(1, notList);
  const values: unknown = list.toJS(document);
  return list.items.map((item, index) => {
    const range = (item as { range?: readonly [number, number, number] | null } | null)?.range; // items are untyped
    return { value: (values as unknown[])[index], line: lines.linePos(range?.[0] ?? 0).line }; // a sequence gives an array
  });
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** Offsets of the elements of the outermost array; the text is known to be valid JSON. */
function elementStarts(text: string): number[] {
  const starts: number[] = [];
  let depth = 0;
  let expected = false;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s[\]{},":]+/g)) {
    const [symbol] = token;
    if (symbol === "]" || symbol === "}") {
      depth--;
      continue;
    }
    if (symbol === ",") {
      expected ||= depth === 1;
      continue;
    }
    if (expected && depth === 1) starts.push(token.index);
    expected = false;
    if (symbol === "[" || symbol === "{") {
      expected = depth === 0;
      depth++;
    }
  }
  return starts;
}
