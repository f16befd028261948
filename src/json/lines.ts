import { namesOf } from "./pointer.ts";

/**
 * The line (1-based) on which a value begins, and those of its members. A tree beside the value and no map by pointer:
 * pointers repeat the names above them, which makes them as long as a file may be deep.
 */
export type Lines = number | LinesBelow;

interface LinesBelow {
  readonly line: number;
  readonly members: ReadonlyMap<string, Lines> | readonly Lines[];
}

/** The line of the value at a JSON Pointer, or of the one above it that is nearest. */
export function lineAt(lines: Lines, pointer: string): number {
  let at = lines;
  for (const name of namesOf(pointer)) {
    const member = memberOf(at, name);
    if (member === undefined) break;
    at = member;
  }
  return typeof at === "number" ? at : at.line;
}

function memberOf(lines: Lines, name: string): Lines | undefined {
  if (typeof lines === "number") return undefined;
  const { members } = lines;
  if (members instanceof Map) return members.get(name);
  return (members as readonly Lines[])[Number(name)]; // the other of the two
}
