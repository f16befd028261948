import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const bench = fileURLToPath(new URL("..", import.meta.url));
const project = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs the peers, builds the project and the bench, and runs the bench as plain JavaScript, as what it measures is
 * run. Peers are optional dependencies: npm goes on without one that it cannot get.
 * @returns the exit code.
 */
export async function preparedRun(
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  say("installing the peers …");
  await npm(bench, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error").catch(
    (error: Error) => say(`bench: ${error.message}; going on with the peers that are there`),
  );
  say("building …");
  await npm(project, "run", "build", "--silent");
  await npm(bench, "run", "build", "--silent");
  const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
  const child = spawn(process.execPath, [main, ...args], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

async function npm(cwd: string, ...args: string[]): Promise<void> {
  const child = spawn("npm", args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`npm ${args.slice(0, 2).join(" ")} ended with code ${code}`);
}
