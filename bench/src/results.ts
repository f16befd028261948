/** What a run writes to `results.json`. */

/** The median of the rounds and its spread, the middle half. */
export interface Figure {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A column of a case's table; `digits` after the point. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly digits: number;
}

export interface Row {
  readonly name: string;
  /** The package that is not installed; such a row has no figures. */
  readonly missing?: string;
  readonly figures: Readonly<Record<string, Figure | number>>;
}

/** What is asked of a figure, and what it is. */
export interface Target {
  readonly text: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** Absent where a peer is missing. */
  readonly actual?: number;
  /** Where the target is missed: what the remaining cost is. */
  readonly remains?: string;
}

export interface CaseResult {
  readonly title: string;
  readonly method: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly targets: readonly Target[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly platform: string;
}

export interface Results {
  readonly machine: Machine;
  /** Versions of what was measured. */
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, CaseResult>>;
}

/** Whether the target was reached; undefined where it could not be told. */
export function isMet({ atMost, atLeast, actual }: Target): boolean | undefined {
  if (actual === undefined || Number.isNaN(actual)) return undefined;
  return actual <= (atMost ?? Infinity) && actual >= (atLeast ?? -Infinity);
}
