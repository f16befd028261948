#!/usr/bin/env node
import process from "node:process";
import { main } from "./main.ts";

// Whoever reads may have read enough: `exa-websets check … | head` is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2), process);
