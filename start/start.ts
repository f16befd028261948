import process from "node:process";
import { CannotRun } from "../src/cli/command.ts";
import { forTerminalLines } from "../src/report/escape.ts";
import { PrismError } from "../src/testing/prism.ts";
import { StepFailed, start } from "./steps.ts";

const usage = `Usage: npm start

Runs the whole house once, without a key and without a network: validates the contract, checks generated/,
starts Prism, updates a Webset, shows a 404, replays the recordings, and ends with a drift report and a next step.
Exit codes: 0 no fault found, 1 something is wrong, 2 it could not be run.
`;

/** What this command can say in one line; anything else is a mistake in it and shows its stack. */
const expected = [CannotRun, StepFailed, PrismError];

if (process.argv.length > 2) {
  const help = process.argv[2] === "--help" || process.argv[2] === "-h";
  (help ? process.stdout : process.stderr).write(usage);
  process.exitCode = help ? 0 : 2;
} else {
  try {
    await start(process);
  } catch (error) {
    if (!expected.some((type) => error instanceof type)) throw error;
    const { message } = error as Error;
    process.stderr.write(`\nstart: ${forTerminalLines(message)}\n`);
    process.exitCode = error instanceof StepFailed ? 1 : 2;
  }
}
