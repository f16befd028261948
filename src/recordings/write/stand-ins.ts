import { dateTime, uri } from "../../contract/formats.ts";
import type { Schema } from "../../openapi/description.ts";

/** Longest text that keeps its length; more only where the contract asks for more, or is already broken by it. */
const textLimit = 64;
const filler = "scrubbed ";

/** Values by the ones that stand in for them: the same value has the same stand-in throughout a recording. */
export class StandIns {
  readonly #known = new Map<string, string>();

  /** For an id or a key: `id-1`, `key-2`. Empty stays empty. */
  name(kind: "id" | "key", value: string): string {
    if (value === "") return value;
    const key = `${kind} ${value}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const name = `${kind}-${this.#known.size + 1}`;
    this.#known.set(key, name);
    return name;
  }
}

/** A text that is as right or as wrong, by format and length, as the one that it stands in for. */
export function standInText(value: string, schema: Schema): string {
  if (schema.format === "date-time" && dateTime(value)) return "2025-01-01T00:00:00.000Z";
  if (schema.format === "uri" && uri(value)) return "https://example.com/";
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  // JSON Schema counts characters, not UTF-16 code units (2020-12 validation, section 6.3.1).
  const length = [...value].length;
  const kept = length > maxLength ? length : Math.min(length, Math.max(textLimit, minLength));
  return filler
    .repeat(Math.ceil(kept / filler.length))
    .slice(0, kept)
    .replace(/ $/, ".");
}
