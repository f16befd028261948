import type { Case, Seen } from "./case.ts";
import { webset } from "./webset.ts";

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
  const wanted: Seen = {
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
  return faults;
}
