import { CannotRun } from "../../src/cli/command.ts";
import { ContractError } from "./schema.ts";

/** What is wrong at a place of a file, with what to do. Lines and columns count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `file:line:column: message`, one a line, in the order of the file; each once. */
export function formatProblems(file: string, problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = sorted.map(
    ({ line, column, message }) =>
      `${file}:${line}:${column}: ${message.replace(/\s+/g, " ").trim()}`,
  );
  return [...new Set(lines)].join("\n");
}

/** The error that tells all problems at once. */
export const problemsError = (file: string, problems: readonly Problem[]): CannotRun =>
  new CannotRun(formatProblems(file, problems));

/** Goes on where a part of a contract cannot be used, so that all such parts are told at once. */
export class Attempts {
  readonly errors: ContractError[] = [];

  /** What `make` gives; `otherwise` where it throws a ContractError, which is kept. */
  try<T>(make: () => T, otherwise: T): T {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      this.errors.push(error);
      return otherwise;
    }
  }
}
