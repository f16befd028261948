import { below } from "../../src/json/pointer.ts";
import type { Edit, Path } from "./edit.ts";

/** One change of the contract that changes what it means. */
export interface Mutant {
  /** What sort of change it is: the rows of the summary. */
  readonly kind: string;
  /** Where, as the keys from the top of the document. */
  readonly path: Path;
  /** What was done there, in a few words; with `path` it names the mutant. */
  readonly change: string;
  readonly edits: readonly Edit[];
}

/** The place as a JSON Pointer (RFC 6901). */
const pointerOf = (path: Path): string => path.reduce<string>((at, key) => below(at, key), "");

/** What the list of equivalent mutants calls it. */
export const nameOf = ({ path, change }: Pick<Mutant, "path" | "change">): string =>
  `${pointerOf(path)}: ${change}`;

/** Whether a value is a JSON object. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
