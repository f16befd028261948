import { spawnSync } from "node:child_process";
import process from "node:process";

/** One step of the keeper's recipe: a command that CI runs, too, and what to do where it fails. */
interface Step {
  readonly command: string;
  readonly remedy: string;
}

/** What a change of the contract has to pass, quick steps first. docs/contract.md explains them. */
const steps: readonly Step[] = [
  {
    command: "generate:check",
    remedy:
      "Each line above says file, line and what to do in openapi/websets.yaml. Where only files in generated/ are stale, run npm run generate and commit them.",
  },
  {
    command: "types",
    remedy:
      "The first line names the file that no longer fits the types made from the contract: change it there.",
  },
  {
    command: "lint",
    remedy: "npm run format mends most of it; the rest is named by file and line.",
  },
  {
    command: "imports",
    remedy:
      "The lines name a module and what it must not import: docs/contract.md and the folder's README say why.",
  },
  {
    command: "unused",
    remedy: "An export, file or dependency that nothing uses: delete it, or don't export it.",
  },
  { command: "docs", remedy: "npm run docs -- --update writes the pages; commit them." },
  {
    command: "witness",
    remedy:
      "These places of the recordings no line of contract-tests/witness.ndjson speaks of. npm run witness -- --update adds the lines above: compare each with the facts before you commit it.",
  },
  {
    command: "test",
    remedy:
      "A missing recording: exa-websets record --mock <operation> --update lays out the first. A line witness.ndjson:<n> is a fact that the contract no longer says: correct whichever of the two is wrong. All else is named by its test.",
  },
  {
    command: "bench:gates",
    remedy:
      "Where the contract grew on purpose, npm run bench:gates -- --update takes the new figure.",
  },
  {
    command: "test:yaml-only",
    remedy:
      "Something knows the shipped operations by name: the test says what did not work for others.",
  },
  {
    command: "test:mutants",
    remedy:
      "Each line is a change of the contract that nothing notices: add a line to contract-tests/witness.ndjson that does.",
  },
  { command: "start", remedy: "The step that failed is the last one named." },
];

if (process.argv.length > 2) {
  const isHelp = process.argv[2] === "--help" || process.argv[2] === "-h";
  const list = steps.map(({ command }) => `  npm run ${command}`).join("\n");
  const usage = `Usage: npm run keeper\n\nRuns what CI runs after a change of the contract, and stops at the first failure:\n\n${list}\n`;
  (isHelp ? process.stdout : process.stderr).write(usage);
  process.exitCode = isHelp ? 0 : 2;
} else {
  process.exitCode = keep();
}

/** The exit code of the first step that fails, or 0. */
function keep(): number {
  for (const [index, { command, remedy }] of steps.entries()) {
    process.stdout.write(`\n[${index + 1}/${steps.length}] npm run ${command}\n`);
    const { status } = spawnSync("npm", ["run", "--silent", command], { stdio: "inherit" });
    if (status === 0) continue;
    process.stderr.write(`\nkeeper: npm run ${command} failed. ${remedy}\n`);
    return status ?? 1;
  }
  process.stdout.write("\nkeeper: all that CI runs has passed\n");
  return 0;
}
