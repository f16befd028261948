import { spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Outcome, Runtime } from "../case.ts";
import type { FaultyServer } from "../server.ts";

/** A command line that runs a script: `node`, `bun`, `deno run …`. */
export interface Command {
  readonly runtime: Runtime;
  readonly path: string;
  readonly args: readonly string[];
}

/** The process prints its outcome when all cases are through; it must then end by itself, having nothing open. */
const timeToEnd = 3_000;
const timeToRun = 60_000;

/**
 * Runs the matrix in a process of its own.
 * @throws Error with what the process wrote, where it gave no outcome.
 */
export async function runProcess(
  { runtime, path, args }: Command,
  script: string,
  { own, refused }: FaultyServer,
): Promise<Outcome> {
  const child = spawn(path, [...args, script, runtime, own, refused], {
    cwd: dirname(script),
    env: { ...process.env, EXA_API_KEY: "exa-secret-of-the-environment" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeToRun,
    killSignal: "SIGKILL",
  });
  let stdout = "";
  let stderr = "";
  let said = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (stdout.endsWith("\n")) said = performance.now();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0 || !said) throw new Error(`${path} ended with ${code}:\n${stdout}${stderr}`);
  const outcome = JSON.parse(stdout) as Outcome;
  const lingered = Math.round(performance.now() - said);
  if (lingered < timeToEnd) return outcome;
  return {
    ...outcome,
    unhandled: [...outcome.unhandled, `something kept the process ${lingered} ms`],
  };
}
