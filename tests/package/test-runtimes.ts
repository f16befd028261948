import { rmSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { Outcome } from "../faults/case.ts";
import { runtimes } from "../faults/runtimes/all.ts";
import { Missing, type TestedRuntime } from "../faults/runtimes/runtime.ts";
import { startFaultyServer } from "../faults/server.ts";
import { cache } from "./cache.ts";
import { bundleHost, pack } from "./consumer.ts";

const usage = `Usage: npm run test:runtimes -- [--only node22,bun]

Runs the fault matrix, on the packed tarball, on ${runtimes.map(({ name }) => name).join(", ")}.
Runtimes are installed from npm into node_modules/.cache/runtimes; Chromium has to be there.
Exit codes: 0 all passed, 1 a case failed or a runtime is missing, 2 wrong usage.
`;

interface Row {
  readonly name: string;
  readonly version: string;
  readonly counts: Record<"passed" | "failed" | "skipped", number>;
  /** In how many of the cases that ran nothing went unhandled, which would end the caller's process. */
  readonly lived: number;
  readonly notes: readonly string[];
  readonly ok: boolean;
}

function summarize(name: string, version: string, { results, unhandled }: Outcome): Row {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state } of results) counts[state]++;
  const lived = results.filter(({ state, lives }) => state !== "skipped" && lives).length;
  const notes = results
    .filter(({ state }) => state !== "passed")
    .map(({ state, group, name, reason }) => `${state}: ${group}: ${name}: ${reason}`);
  notes.push(...unhandled.map((what) => `failed: ${what}`));
  const ok = counts.failed === 0 && unhandled.length === 0 && counts.passed > 0;
  return { name, version, counts, lived, notes, ok };
}

async function testOn(runtime: TestedRuntime, consumer: string): Promise<Row> {
  // A server of its own for each: what one runtime sent must not be counted for another.
  const server = await startFaultyServer();
  try {
    const script = await bundleHost(consumer, runtime.host);
    const { version, outcome } = await runtime.run(cache, script, server);
    return summarize(runtime.name, version, outcome);
  } catch (error) {
    const version = error instanceof Missing ? "missing" : "broken";
    const notes = [`${version}: ${(error as Error).message}`];
    return {
      name: runtime.name,
      version,
      counts: { passed: 0, failed: 0, skipped: 0 },
      lived: 0,
      notes,
      ok: false,
    };
  } finally {
    await server.close();
  }
}

function print(rows: readonly Row[]): void {
  const line = (...cells: (string | number)[]) =>
    `${cells.map((cell, i) => (i < 2 ? String(cell).padEnd(14) : String(cell).padStart(8))).join(" ")}\n`;
  for (const { name, notes } of rows)
    for (const note of notes) process.stdout.write(`${name} ${note}\n`);
  process.stdout.write(`\n${line("runtime", "version", "passed", "failed", "skipped", "lived")}`);
  for (const { name, version, counts, lived, ok } of rows) {
    const { passed, failed, skipped } = counts;
    process.stdout.write(line(name, version, passed, failed, skipped, lived, ok ? "" : "  <--"));
  }
}

function choose(argv: string[]): readonly TestedRuntime[] {
  const { only } = parseArgs({ args: argv, options: { only: { type: "string" } } }).values;
  const names = only?.split(",") ?? runtimes.map(({ name }) => name);
  const unknown = names.filter((name) => !runtimes.some((runtime) => runtime.name === name));
  if (unknown.length) throw new Error(`unknown runtime ${unknown.join(", ")}`);
  return runtimes.filter(({ name }) => names.includes(name));
}

async function main(): Promise<number> {
  let chosen: readonly TestedRuntime[];
  try {
    chosen = choose(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`test-runtimes: ${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { consumer } = await pack();
  try {
    const rows: Row[] = [];
    // One after another: the clocks of the cases are short.
    for (const runtime of chosen) rows.push(await testOn(runtime, consumer));
    print(rows);
    return rows.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    rmSync(dirname(consumer), { recursive: true });
  }
}

process.exitCode = await main();
