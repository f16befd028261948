import { spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Outcome, Runtime } from "../case.ts";
import { authority, type FaultyServer } from "../server.ts";

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
  { own, refused, tls }: FaultyServer,
): Promise<Outcome> {
  const child = spawn(path, [...args, script, runtime, JSON.stringify({ own, refused, tls })], {
    cwd: dirname(script),
    env: {
      ...process.env,
      EXA_API_KEY: "exa-secret-of-the-environment",
      NODE_EXTRA_CA_CERTS: authority,
      DENO_CERT: authority,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeToRun,
    killSignal: "SIGKILL",
  });
  let stdout = "";
  let stderr = "";
  let lingers: NodeJS.Timeout | undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (stdout.endsWith("\n")) lingers ??= setTimeout(() => child.kill("SIGKILL"), timeToEnd);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  clearTimeout(lingers);
  if (code === 0 && lingers) return JSON.parse(stdout) as Outcome;
  if (code !== null || !lingers) throw new Error(`${path} ended with ${code}:\n${stdout}${stderr}`);
  const outcome = JSON.parse(stdout) as Outcome;
  const unhandled = [...outcome.unhandled, `something is open: no end within ${timeToEnd} ms`];
  return { ...outcome, unhandled };
}
