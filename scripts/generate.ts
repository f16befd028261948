import process from "node:process";
import { CannotRun } from "../src/cli/command.ts";
import { forTerminalLines } from "../src/report/escape.ts";
import { generate } from "./generate/command.ts";

try {
  process.exitCode = await generate(process.argv.slice(2), process);
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  process.stderr.write(`generate: ${forTerminalLines(error.message)}\n`);
  process.exitCode = 2;
}
