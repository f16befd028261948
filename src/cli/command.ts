import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearestName } from "./did-you-mean.ts";

/** What a command may touch of the world; tests hand in their own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock; that of the machine unless a test hands one in. */
  readonly now?: () => Date;
}

/** A stream that text is written to; `isTTY` says that a person is looking at it. */
export interface Output {
  readonly isTTY?: boolean;
  /** Characters on a line of the terminal. */
  readonly columns?: number;
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
  /** What another program said, shown below the line. */
  readonly output: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly output?: string } = {}) {
    super(message, options);
    this.output = options.output;
  }
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
    const typed = /^Unknown option '(-[^']*)'/.exec(reason ?? "")?.[1];
    const options = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    const meant = typed === undefined ? undefined : nearestName(typed, options);
    const advice = meant === undefined ? "see --help" : `did you mean ${meant}?`;
    throw new CannotRun(`${reason}; ${advice}`, { cause: error });
  }
}

/** The time of `io`. */
export const nowOf = ({ now = () => new Date() }: Io): Date => now();

/** Are lines for this stream coloured? As Node decides it: FORCE_COLOR, then NO_COLOR, then what the stream is. */
function isColored(out: Output, { FORCE_COLOR: force, NO_COLOR, TERM }: Io["env"]): boolean {
  if (force !== undefined && force !== "") return !/^(0|false)$/i.test(force);
  return out.isTTY === true && !NO_COLOR && TERM !== "dumb";
}

/**
 * Colours for a terminal; plain text in a pipe, or where NO_COLOR (https://no-color.org) or `--no-color` is set.
 * FORCE_COLOR (https://force-color.org) colours a pipe too.
 */
export function colors(out: Output, env: Io["env"], wanted = true) {
  const on = wanted && isColored(out, env);
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
