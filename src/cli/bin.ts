#!/usr/bin/env node
import process from "node:process";
import { faultLine, main } from "./main.ts";

// Whoever reads may have read enough: `exa-websets check … | head` is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// What is thrown outside the command's own promise would end the process with 1, which means drift.
process.on("uncaughtException", (error) => {
  process.stderr.write(`exa-websets: ${faultLine(error, process.env)}\n`);
  process.exit(2);
});

process.exitCode = await main(process.argv.slice(2), process);
