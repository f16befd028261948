import { expect, test } from "vitest";
import { createTally, mergeTraffic } from "./traffic.ts";

const hosts = ["c", "a", "e", "b", "d", "a"];

/** Rows of a tally that holds three kinds and counted an exchange of each host. */
function counted(order: readonly string[]) {
  const tally = createTally(3);
  for (const host of order) tally.count(host, "GET", "/", "skipped");
  return tally.rows();
}

const row = (host: string, skipped: number) => ({
  ...{ host, method: "GET", path: "/", checked: 0, skipped, unreadable: 0 },
});
const others = { ...row("…", 2), method: "…", path: "…" };

test("counts by host, method and path, sorted", () => {
  const tally = createTally();
  tally.count("b", "GET", "/", "checked");
  tally.count("a", "GET", "/", "unreadable");
  tally.count("b", "GET", "/", "checked");
  expect(tally.rows()).toEqual([
    { ...row("a", 0), unreadable: 1 },
    { ...row("b", 0), checked: 2 },
  ]);
});

test("adds up what is beyond the limit, whatever the order", () => {
  const expected = [row("a", 2), row("b", 1), row("c", 1), others];
  expect(counted(hosts)).toEqual(expected);
  expect(counted([...hosts].reverse())).toEqual(expected);
  expect(counted([...hosts].sort())).toEqual(expected);
});

test("the rows of several runs are those of one", () => {
  const rows = [...counted(["c", "a", "e"]), ...counted(["b", "d", "a"])];
  const tally = createTally(3);
  for (const one of rows) tally.add(one);
  expect(tally.rows()).toEqual(counted(hosts));
  expect(mergeTraffic([row("a", 1), others, row("a", 2), others])).toEqual([
    row("a", 3),
    { ...others, skipped: 4 },
  ]);
});
