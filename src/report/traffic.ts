import { compareText } from "./order.ts";
import type { TrafficRow } from "./report.ts";

/** Rows that are told apart; those after them, in the order of the table, are added up in one. */
const maxRows = 1000;

/** Host, method and path of the row that stands for all after the limit. */
const others = "…";

type Counts = { -readonly [K in "checked" | "skipped" | "unreadable"]: TrafficRow[K] };
type OpenRow = Omit<TrafficRow, keyof Counts> & Counts;

/** Adds up what became of exchanges. Its memory is bounded, whatever hosts and paths the traffic has. */
export interface TrafficTally {
  /** Counts one exchange. */
  count(host: string, method: string, path: string, outcome: keyof Counts): void;
  add(row: TrafficRow): void;
  /** Sorted by host, path and method. */
  rows(): readonly TrafficRow[];
}

/**
 * A tally. Of more kinds than the limit it keeps the first by name, so that the result is the same in whatever order,
 * and in however many parts, the traffic was read.
 */
export function createTally(limit = maxRows): TrafficTally {
  const rows = new Map<string, OpenRow>();
  let rest: OpenRow | undefined;

  /** The row of a kind; beyond the limit, that of all others. */
  function rowOf(host: string, method: string, path: string): OpenRow {
    const key = `${host} ${path} ${method}`;
    const known = rows.get(key);
    if (known) return known;
    const row = { host, method, path, checked: 0, skipped: 0, unreadable: 0 };
    if (host === others) {
      rest ??= row;
      return rest;
    }
    rows.set(key, row);
    if (rows.size <= limit) return row;
    const last = [...rows.keys()].reduce((a, b) => (compareText(a, b) < 0 ? b : a));
    const dropped = rows.get(last);
    rows.delete(last);
    const sum = rowOf(others, others, others);
    if (dropped) addTo(sum, dropped);
    return last === key ? sum : row;
  }

  return {
    count(host, method, path, outcome) {
      rowOf(host, method, path)[outcome] += 1;
    },
    add: (row) => addTo(rowOf(row.host, row.method, row.path), row),
    rows() {
      const sorted = [...rows].sort(([a], [b]) => compareText(a, b)).map(([, row]) => ({ ...row }));
      return rest ? [...sorted, { ...rest }] : sorted;
    },
  };
}

/** The rows of several runs as those of one. */
export function mergeTraffic(rows: readonly TrafficRow[]): readonly TrafficRow[] {
  const tally = createTally();
  for (const row of rows) tally.add(row);
  return tally.rows();
}

function addTo(counts: Counts, { checked, skipped, unreadable }: Counts): void {
  counts.checked += checked;
  counts.skipped += skipped;
  counts.unreadable += unreadable;
}
