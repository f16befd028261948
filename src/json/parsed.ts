import type { Json } from "../findings/finding.ts";

/** A parsed file with the line (1-based) on which each value begins, by JSON Pointer. */
export interface Parsed {
  readonly value: Json;
  readonly lines: ReadonlyMap<string, number>;
}

/** Text is not in the format that it should be in. */
export class ParseFault extends Error {
  override readonly name = "ParseFault";
  readonly line: number | undefined;

  constructor(reason: string, line: number | undefined, options?: ErrorOptions) {
    super(reason, options);
    this.line = line;
  }
}

/** Deeper than people write, and shallow enough for the stack. */
export const maxDepth = 500;
