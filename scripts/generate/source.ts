import { readFile } from "node:fs/promises";
import { type Document, isAlias, isMap, isNode, LineCounter, parseDocument, visit } from "yaml";
import { CannotRun } from "../../src/cli/command.ts";
import { namesOf } from "../../src/json/pointer.ts";
import { type Problem, problemsError } from "./problems.ts";

/** A YAML or JSON file that was read: its value, and where in the file each place of it stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Line and column, from 1, of the innermost part of the pointer that stands in the file. */
  positionOf(pointer: string): Pick<Problem, "line" | "column">;
}

/** @throws CannotRun if the file is missing or not YAML; all mistakes of its YAML are told at once. */
export async function readSource(file: string): Promise<Source> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const reason =
      error.code === "ENOENT" ? "there is no such file" : `cannot be read (${error.code})`;
    throw new CannotRun(`${file}: ${reason}`, { cause: error });
  });
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // What follows a first mistake of syntax is mostly noise; keys that are there twice are each a mistake.
  const [first] = yaml.errors;
  const told = yaml.errors.filter(({ code }) => code === first?.code && code === "DUPLICATE_KEY");
  const broken = (told.length > 0 ? told : yaml.errors.slice(0, 1)).map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    const remedy = told.length > 0 ? ": keep one of them" : "";
    return { line, column: col, message: `not YAML: ${message}${remedy}` };
  });
  if (broken.length > 0) throw problemsError(file, broken);
  const lost: Problem[] = [];
  visit(yaml, {
    Alias(_, alias) {
      if (alias.resolve(yaml) !== undefined) return;
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      const message = `the alias *${alias.source} stands for nothing: write &${alias.source} before it`;
      lost.push({ line, column: col, message });
    },
  });
  if (lost.length > 0) throw problemsError(file, lost);
  try {
    // Aliases may repeat what they name, yet not without end: 100 for each is more than a person writes.
    const value = yaml.toJS({ maxAliasCount: 100 });
    return { file, value, positionOf: (pointer) => positionOf(yaml, lines, pointer) };
  } catch (error) {
    throw new CannotRun(`${file}: not YAML: ${(error as Error).message.replace(/\s+/g, " ")}`, {
      cause: error,
    });
  }
}

function positionOf(yaml: Document, lines: LineCounter, pointer: string) {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const name of namesOf(pointer)) {
    const parent = isAlias(node) ? node.resolve(yaml) : node;
    // The key says more than the value, which may begin on another line.
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === name)
      : undefined;
    node = isMap(parent)
      ? pair?.value
      : yaml.getIn.call({ contents: parent }, [Number(name)], true);
    const place = pair ? pair.key : node;
    if (isNode(place) && place.range) offset = place.range[0];
    else break;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
