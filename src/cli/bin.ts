#!/usr/bin/env node
import process from "node:process";
import { forErrorLine } from "../report/escape.ts";

// Loaded, not imported: what this module shares with those that a command loads must not be built into it, since who
// imports it runs it.
const { faultLine, main } = await import("./main.ts");

/** Ends the process with exit code 2 and one line that says why. */
function end(reason: string): void {
  process.stderr.write(`exa-websets: ${forErrorLine(reason)}\n`, () => process.exit(2));
}

// Whoever reads may have read enough: `exa-websets check … | head` is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  end(`cannot write to standard output: ${error.message}`);
});
// Nobody is left to tell.
process.stderr.on("error", () => process.exit(2));

// What is thrown outside the command's own promise would end the process with 1, which means drift.
process.on("uncaughtException", (error) => end(faultLine(error, process.env)));

process.exitCode = await main(process.argv.slice(2), process);
