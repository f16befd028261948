import type { Case, Seen } from "./case.ts";
import { webset } from "./webset.ts";

/** What a loaded machine may add to a duration, in milliseconds. */
export const slack = 1_000;

/** Compares what the server saw with what the case may send. Returns what is wrong. */
export function examine(
  row: Case,
  seen: { own: Seen[]; other: Seen[] },
  expected: number | "any",
): string[] {
  const faults: string[] = [];
  if (expected !== "any" && seen.own.length !== expected)
    faults.push(`the server saw ${seen.own.length} requests, expected ${expected}`);
  for (const { method, path } of seen.other) faults.push(`the other origin saw ${method} ${path}`);
  if (!seen.own.length) return faults;
  const wanted = {
    method: "POST",
    path: `/v0/websets/${row.segment ?? webset.id}`,
    key: row.sendsKey ?? "exa-secret-of-the-matrix",
    contentType: "application/json",
    body: row.sends ?? JSON.stringify("body" in row ? row.body : { metadata: webset.metadata }),
  };
  for (const request of seen.own) {
    for (const [field, value] of Object.entries(wanted)) {
      const actual = request[field as keyof Seen];
      if (actual !== value)
        faults.push(`sent ${field} ${JSON.stringify(actual)}, expected ${JSON.stringify(value)}`);
    }
  }
  // Where the runtime repeats requests by itself, neither their times nor their connections say anything.
  if (expected === "any") return faults;
  return [...faults, ...judgeWaits(row, seen.own), ...judgeConnections(row, seen.own)];
}

function judgeWaits({ waits = [] }: Case, seen: readonly Seen[]): string[] {
  return waits.flatMap(([least, most = Number.POSITIVE_INFINITY], index) => {
    const waited = Math.round((seen[index + 1]?.at ?? Number.NaN) - (seen[index]?.at ?? 0));
    // Timers of some runtimes fire a little early.
    return waited >= least - 5 && waited <= most + slack
      ? []
      : [`waited ${waited} ms before request ${index + 2}, expected ${least} to ${most}`];
  });
}

function judgeConnections({ reuses }: Case, seen: readonly Seen[]): string[] {
  const numbers = seen.map(({ connection }) => connection);
  const last = numbers.at(-1);
  return reuses && numbers.indexOf(last ?? -1) === numbers.length - 1
    ? [`the last request came over a new connection: ${numbers.join(", ")}`]
    : [];
}
