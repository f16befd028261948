import type { AnySchema, Schema } from "./schema.ts";

/** A schema at its place, and the expression of the value that it is for. */
export interface Site<Of = Schema> {
  readonly schema: Of;
  readonly pointer: string;
  /** What a function that is made for it may be called. */
  readonly hint: string;
  /** The expression of the value. */
  readonly x: string;
  /** The expression of the value's pointer, below that of the function's own value. */
  readonly at: string;
  /** Whether it is all that is said about the value, and so reports what is undocumented. */
  readonly whole: boolean;
  /** The variable that gathers what schemas know of the value; empty where nobody asks. */
  readonly seen: string;
}

/** What the compilers of the keywords ask of the compiler of schemas. */
export interface Compiler {
  /** The document that each `$ref` points into. */
  readonly document: object;
  /** Whether `format` is checked; JSON Schema by default takes it for an annotation. */
  readonly checksFormats: boolean;
  /** The name of the function that checks a value against the schema at `pointer`. */
  compile(schema: AnySchema, pointer: string, hint: string, whole?: boolean): string;
  /** The name of the function for `key`, whose lines are only asked for where there is none yet. */
  define(key: string, hint: string, isPart: boolean, lines: (seen: string) => string[]): string;
  /** The name of a constant with this value. */
  constant(value: string): string;
  /** An expression that checks the value of a site, "0" if there is nothing to check. What it evaluates to means nothing. */
  expression(site: Site<AnySchema>): string;
  /** An expression that calls a function for the value of a site. */
  call(site: Pick<Site, "x" | "at">, name: string, seen: string): string;
}

/** `webset_search` as a part of a function's name: `WebsetSearch`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
