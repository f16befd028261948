import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";

/** A running Prism. */
export interface Prism {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Resolves when the process is gone, whoever ended it. */
  readonly stopped: Promise<void>;
  /** The end of what it wrote to stdout and stderr so far. */
  output(): string;
  /** Ends the process and waits until it is gone; calling it again does no harm. */
  stop(): Promise<void>;
}

export interface StartPrismOptions {
  /** How long the start may take, in milliseconds; 20 s by default. */
  readonly startTimeout?: number;
  /** Told everything that Prism writes, as it comes. */
  readonly onOutput?: (text: string) => void;
  /** The script to run; that of the installed `@stoplight/prism-cli` by default. */
  readonly bin?: string;
}

/** Prism is not installed or did not start. The message says why and holds what Prism said. */
export class PrismError extends Error {
  override readonly name = "PrismError";
}

/**
 * Ends the child when its parent is gone, also when the parent was killed and could clean nothing up:
 * the pipe to its stdin closes then.
 */
const endWithParent =
  'data:text/javascript,process.stdin.on("end",()=>process.exit()).on("error",()=>process.exit()).resume()';

const keptOutput = 100_000;
const stopTimeout = 1_000;

/**
 * Starts Prism's command line tool as a child process and waits until it listens.
 *
 * `args` is what one types after `prism`, such as `["mock", "openapi/websets.yaml"]`. Without `--port`, or with
 * `--port 0`, it listens on a free port.
 *
 * @throws PrismError if the package is missing, the port is busy, Prism refuses the file, or the time is up.
 */
export async function startPrism(
  args: readonly string[],
  options: StartPrismOptions = {},
): Promise<Prism> {
  const port = args.some((arg) => /^(-p|--port)(=|$|\d)/.test(arg)) ? [] : ["--port", "0"];
  // In one process: with NODE_ENV=production Prism forks a second one, which would outlive the first.
  const prismArgs = [options.bin ?? prismBin(), ...args, ...port, "--no-multiprocess"];
  const child = spawn(process.execPath, ["--import", endWithParent, ...prismArgs], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: "0" },
  });
  const stopped = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(-keptOutput);
      options.onOutput?.(chunk);
    });
  }
  const stop = () => end(child, stopped);
  try {
    const url = await listening(child, stopped, () => text, options.startTimeout ?? 20_000);
    return { url, stopped, output: () => text, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The path of Prism's script.
 * @throws PrismError that names what to install.
 */
export function prismBin(
  resolve: (id: string) => string = createRequire(import.meta.url).resolve,
): string {
  try {
    return resolve("@stoplight/prism-cli/dist/index.js");
  } catch (cause) {
    throw new PrismError("Prism is not installed; run npm i -D @stoplight/prism-cli@5.14.2", {
      cause,
    });
  }
}

/** The URL that Prism says it listens on. It has no route to ask whether it is ready. */
async function listening(
  child: ChildProcess,
  stopped: Promise<void>,
  output: () => string,
  timeout: number,
) {
  const cleanup = new AbortController();
  const { signal } = cleanup;
  try {
    return await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(tooSlow(timeout, output())), timeout);
      signal.addEventListener("abort", () => clearTimeout(timer));
      const onData = () => {
        const url = /Prism is listening on (http:\/\/\S+)\s/.exec(`${output()}\n`)?.[1];
        if (url) resolve(url);
      };
      child.stdout?.on("data", onData);
      signal.addEventListener("abort", () => child.stdout?.off("data", onData));
      child.once("error", (cause) =>
        reject(new PrismError(`Prism cannot be run: ${cause.message}`, { cause })),
      );
      stopped.then(() => reject(ended(output())));
    });
  } finally {
    cleanup.abort();
  }
}

function tooSlow(timeout: number, output: string): PrismError {
  return new PrismError(
    `Prism did not start within ${timeout / 1000} s; its output:\n${output || "(none)"}`,
  );
}

function ended(output: string): PrismError {
  const busy = /EADDRINUSE: address already in use (\S+)/.exec(output)?.[1];
  if (busy)
    return new PrismError(
      `Prism did not start: ${busy} is in use; choose another port, or 0 for a free one`,
    );
  // Prism repeats its whole usage after the reason, which would bury it.
  const reason = /fatal\s+(\S[\s\S]*?)\nprism (mock|proxy) </.exec(output)?.[1]?.trim();
  if (reason) return new PrismError(`Prism did not start: ${reason.replace(/\s+/g, " ")}`);
  return new PrismError(`Prism ended before it listened; its output:\n${output || "(none)"}`);
}

async function end(child: ChildProcess, stopped: Promise<void>): Promise<void> {
  if (child.pid === undefined) return;
  child.kill();
  const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeout);
  await stopped;
  clearTimeout(timer);
}
