import { figure, type Outcome, ratio } from "./race.ts";
import type { Column, Figure, Row, Target } from "./results.ts";

/** A column that is the cost itself, in µs, or its ratio to the contestant `base`. */
export interface CostColumn extends Column {
  readonly base?: string;
}

/** A row for each contestant. */
export function rowsOf(
  outcomes: ReadonlyMap<string, Outcome>,
  columns: readonly CostColumn[],
): Row[] {
  return [...outcomes].map(([name, outcome]) => {
    if ("missing" in outcome) return { name, missing: outcome.missing, figures: {} };
    const figures: Record<string, Figure> = {};
    for (const { key, base } of columns) {
      if (base === undefined) figures[key] = figure(outcome.costs);
      else {
        const against = outcomes.get(base);
        if (against && "costs" in against) figures[key] = ratio(outcome.costs, against.costs);
      }
    }
    return { name, figures };
  });
}

/** The target with the figure that stands in the table. */
export function target(
  rows: readonly Row[],
  name: string,
  key: string,
  asked: Omit<Target, "actual">,
): Target {
  const found = rows.find((row) => row.name === name)?.figures[key];
  const actual = typeof found === "object" ? found.median : found;
  return actual === undefined ? asked : { ...asked, actual };
}
