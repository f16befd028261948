import type { Input, Work } from "../work.ts";

/** One way to check a response's body. */
export interface Checker {
  /** Whether the parsed body keeps the contract. */
  readonly accepts?: (value: unknown) => boolean;
  /** The work that is measured, where it is not `accepts`. */
  readonly work?: (inputs: readonly Input[]) => Work;
}
