import type { Json } from "../findings/finding.ts";

/** A parsed file. */
export interface Parsed {
  readonly value: Json;
  /** The line (1-based) of the value at a JSON Pointer, or of the one above it that is nearest. */
  lineOf(pointer: string): number;
}

/**
 * Text is not in the format that it should be in. The message quotes nothing of it: a file that is not what it was
 * taken for may hold secrets.
 */
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
