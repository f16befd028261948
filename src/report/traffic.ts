import { compareText } from "./order.ts";
import type { TrafficRow } from "./report.ts";

/** Rows that are told apart; those after them, in the order of the table, are added up in one. */
export const maxRows = 1000;

/** Host, method and path of the row that stands for all after the limit. */
const rest = "…";

/** Adds up what became of exchanges. Its memory is bounded, whatever hosts and paths the traffic has. */
export interface TrafficTally {
  add(row: TrafficRow): void;
  /** Sorted by host, path and method. */
  rows(): readonly TrafficRow[];
}

type Counts = { -readonly [K in "checked" | "skipped" | "unreadable"]: TrafficRow[K] };

/** A tally; of more kinds than it can hold it keeps the first by name, so that neither order nor grouping is seen. */
export function createTally(limit = maxRows): TrafficTally {
  const rows = new Map<string, TrafficRow & Counts>();
  let others: (TrafficRow & Counts) | undefined;

  function spill(row: TrafficRow): void {
    others ??= { host: rest, method: rest, path: rest, checked: 0, skipped: 0, unreadable: 0 };
    addTo(others, row);
  }

  return {
    add(row) {
      const key = keyOf(row);
      const known = rows.get(key);
      if (known) return addTo(known, row);
      if (row.host === rest) return spill(row);
      rows.set(key, { ...row });
      if (rows.size <= limit) return;
      const last = [...rows.keys()].reduce((a, b) => (compareText(a, b) < 0 ? b : a));
      spill(rows.get(last) ?? row);
      rows.delete(last);
    },
    rows() {
      const sorted = [...rows].sort(([a], [b]) => compareText(a, b)).map(([, row]) => ({ ...row }));
      return others ? [...sorted, { ...others }] : sorted;
    },
  };
}

/** The rows of several runs as those of one. */
export function mergeTraffic(lists: readonly (readonly TrafficRow[])[]): readonly TrafficRow[] {
  const tally = createTally();
  for (const row of lists.flat()) tally.add(row);
  return tally.rows();
}

const keyOf = ({ host, method, path }: TrafficRow): string => `${host} ${path} ${method}`;

function addTo(counts: Counts, { checked, skipped, unreadable }: Counts): void {
  counts.checked += checked;
  counts.skipped += skipped;
  counts.unreadable += unreadable;
}
