import type { Json } from "../findings/finding.ts";

/** One place where a value is not as its schema says. */
export interface Violation {
  /** The JSON Schema keyword that does not hold, or `undocumentedProperty` for a field that no schema names. */
  readonly keyword: Keyword;
  /** JSON Pointer (RFC 6901) into the checked value. */
  pointer: string;
  readonly args: Readonly<Record<string, Json>>;
}

export type Keyword =
  | "type"
  | "required"
  | "enum"
  | "const"
  | "minLength"
  | "maxLength"
  | "pattern"
  | "format"
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum"
  | "minItems"
  | "maxItems"
  | "oneOf"
  | "anyOf"
  | "additionalProperties"
  | "undocumentedProperty";

/** A compiled schema: adds what is wrong with `value` to `out`, and nothing when all is well. */
export type Check = (value: unknown, out: Violation[]) => void;
