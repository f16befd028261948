import type { CaseResult } from "../results.ts";

export interface CaseOptions {
  /** Fewer rounds and less traffic: to see that it works, not for the table. */
  readonly quick: boolean;
  /** Tells a person how far it is. */
  readonly say: (line: string) => void;
}

/** @throws Error where it cannot be run. A missing peer is a row of the result. */
export type Case = (options: CaseOptions) => Promise<CaseResult>;
