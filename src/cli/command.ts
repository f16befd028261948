import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command may touch of the world; tests hand in their own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A stream that text is written to; `isTTY` says that a person is looking at it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One command of `exa-websets`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole text of `--help`. */
  readonly usage: string;
  /** Resolves to the exit code: 0 clean, 1 the answer is no, 2 could not do it. */
  run(argv: readonly string[], io: Io): Promise<number>;
}

/** Bad input: one line for stderr that says what is wrong and what to do. Ends the command with exit code 2. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

/**
 * `parseArgs` of Node with its errors as one line.
 * @throws CannotRun for an unknown option, a missing value or an unexpected argument.
 */
export function parseOptions<const T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const reason = (error as Error).message.split(/\. (?=To specify)/)[0]?.replace(/\s+/g, " ");
    throw new CannotRun(`${reason}; see --help`, { cause: error });
  }
}

/** Colours for a terminal; plain text in a pipe, or where NO_COLOR is set (https://no-color.org). */
export function colors(out: Output, env: Io["env"]) {
  const on = out.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  const paint = (open: number, close: number) => (text: string) =>
    on ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  };
}
