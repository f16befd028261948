import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { pack } from "../package/consumer.ts";
import { startApi } from "./api.ts";
import { findProjects, type Project, testProject } from "./projects.ts";

const projects = findProjects();
const usage = `Usage: npm run test:consumers -- [--only jest,vite]

Runs the tests of small projects, each with the packed tarball installed: ${projects.map(({ name }) => name).join(", ")}.
What they need is installed from npm into node_modules/.cache/consumers.
Exit codes: 0 none failed, 1 some did, 2 wrong usage. What cannot be installed is skipped, by name.
`;

function choose(argv: string[]): readonly Project[] {
  const { only } = parseArgs({ args: argv, options: { only: { type: "string" } } }).values;
  const names = only?.split(",") ?? projects.map(({ name }) => name);
  const unknown = names.filter((name) => !projects.some((project) => project.name === name));
  if (unknown.length) throw new Error(`unknown project ${unknown.join(", ")}`);
  return projects.filter(({ name }) => names.includes(name));
}

async function main(): Promise<number> {
  let chosen: readonly Project[];
  try {
    chosen = choose(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`test-consumers: ${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { tarball } = await pack();
  const api = await startApi();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const project of chosen) {
      const { state, output } = await testProject(
        project,
        join(dirname(tarball), project.name),
        tarball,
        api.env,
      );
      counts[state]++;
      process.stdout.write(`${state} ${project.name}\n`);
      if (state !== "passed") process.stdout.write(`${output.trim().replace(/^/gm, "  ")}\n`);
    }
  } finally {
    await api.close();
    rmSync(dirname(tarball), { recursive: true });
  }
  const { passed, failed, skipped } = counts;
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed ? 1 : 0;
}

process.exitCode = await main();
