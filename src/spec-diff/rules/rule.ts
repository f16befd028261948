import type { Level, Rule } from "../../findings/finding.ts";

/**
 * A rule that compares two descriptions. Ids and levels are oasdiff's wherever oasdiff has the rule
 * (its ERR, WARN and INFO are `error`, `warning` and `info`).
 */
export interface DiffRule extends Rule {
  /** What the comparison the other way round says of the same change: one of these. Empty where it says nothing. */
  readonly mirror: readonly string[];
}

export type Direction = Rule["direction"];

/** A row of a table that is keyed by id. */
export type Row = readonly [level: Level, mirror: readonly string[], text: string];

/** The rows of one area as rules, with their ids kept in the type. */
export function area<const Id extends string>(
  name: string,
  direction: Direction,
  rows: Readonly<Record<Id, Row>>,
): Record<Id, DiffRule> {
  const rules = Object.entries<Row>(rows).map(([id, [level, mirror, text]]) => [
    id,
    { id, level, direction, area: name, text, mirror },
  ]);
  return Object.fromEntries(rules) as Record<Id, DiffRule>; // one entry for each key of the rows
}
