import type { Json } from "../findings/finding.ts";

/** One place where a value is not as its schema says. */
export interface Violation {
  /** The JSON Schema keyword that does not hold, or `undocumentedProperty` for a field that no schema knows. */
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
  | "multipleOf"
  | "minItems"
  | "maxItems"
  | "uniqueItems"
  | "contains"
  | "minContains"
  | "maxContains"
  | "minProperties"
  | "maxProperties"
  | "propertyNames"
  | "dependentRequired"
  | "oneOf"
  | "anyOf"
  | "not"
  | "falseSchema"
  | "additionalProperties"
  | "undocumentedProperty";

const undocumented = "undocumentedProperty" satisfies Keyword;

/**
 * What a check found: the first violations, and how many there are. A small body can have millions of them, so that
 * the others are only counted, and the check ends early once there are very many.
 */
export class Violations {
  /** The first ones, errors before undocumented fields where there is no room for all. */
  readonly list: Violation[] = [];
  /** All of them. */
  count = 0;
  /** Those that make the value invalid: all but undocumented fields. */
  errors = 0;
  readonly #kept: number;
  readonly #most: number;

  /**
   * @param kept how many are listed.
   * @param most after how many errors lists are no longer gone through: there may be more than were counted.
   */
  constructor(kept = 100, most = 10_000) {
    this.#kept = kept;
    this.#most = most;
  }

  /** Whether there are so many errors that it is no use to look for more. */
  get isFull(): boolean {
    return this.errors >= this.#most;
  }

  add(violation: Violation): void {
    this.count++;
    const isError = violation.keyword !== undocumented;
    if (isError) this.errors++;
    if (this.list.length >= this.#kept && !(isError && this.#makeRoom())) return;
    this.list.push(violation);
  }

  /** Many undocumented fields must not hide an error: the last one listed gives way. */
  #makeRoom(): boolean {
    if (this.errors > this.#kept) return false;
    const last = this.list.map(({ keyword }) => keyword).lastIndexOf(undocumented);
    return this.list.splice(last, last < 0 ? 0 : 1).length > 0;
  }
}

/** The names of the properties, and the indexes of the items, that some schema has looked at. */
export type Seen = Set<string>;

/**
 * A compiled schema: adds what is wrong with `value` to `out`, and nothing when all is well.
 * @param seen gets what the schema knows of an object or array, where the schema around it asks
 *   (JSON Schema 2020-12, section 11: unevaluated locations).
 */
export type Check = (value: unknown, out: Violations, seen?: Seen) => void;
