import type { CoveragePoint } from "../../report/report.ts";

/** Makes the location of a finding the one that it shares with its like. */
export type Fold = (operation: string, location: string) => string;

/** Locations remembered; those of undocumented things have no bound. */
const cacheLimit = 10_000;

/**
 * Folds array indices and the keys of maps to `*`, as the contract's points say which is which: a map's keys may be
 * numbers and an object's never are. Below what the contract knows, numbers are taken for indices.
 */
export function createFold(points: readonly CoveragePoint[]): Fold {
  const known = new Set(points.map(({ operation, location }) => `${operation} ${location}`));
  const containers = new Set(
    points
      .filter(({ kind }) => kind === "empty")
      .map(({ operation, location }) => `${operation} ${location}`),
  );
  const cache = new Map<string, string>();
  return (operation, location) => {
    const key = `${operation} ${location}`;
    const before = cache.get(key);
    if (before !== undefined) return before;
    let folded = "";
    for (const segment of location.split("/").slice(1)) {
      const index = /^\d+$/.test(segment) && !known.has(`${operation} ${folded}/${segment}`);
      const any = index || containers.has(`${operation} ${folded}`);
      folded += any ? "/*" : `/${segment}`;
    }
    if (cache.size < cacheLimit) cache.set(key, folded);
    return folded;
  };
}
