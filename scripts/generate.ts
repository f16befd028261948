import process from "node:process";
import { CannotRun } from "../src/cli/command.ts";
import { forTerminalLines } from "../src/report/escape.ts";
import { generate } from "./generate/command.ts";

try {
  process.exitCode = await generate(process.argv.slice(2), process);
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  const { length } = error.message.split("\n");
  const more = length > 1 ? `generate: ${length} problems; nothing was written\n` : "";
  process.stderr.write(`${forTerminalLines(error.message)}\n${more}`);
  process.exitCode = 2;
}
