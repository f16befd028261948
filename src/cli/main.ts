import { operations } from "../../generated/operations.ts";
import { forErrorLine, forTerminalLines } from "../report/escape.ts";
import { version } from "../version.ts";
import { CannotRun, type Command, type Io } from "./command.ts";
import { nearestName } from "./did-you-mean.ts";
import { wrapHelp } from "./wrap-help.ts";

/** Each command is loaded when it is called, so that each stays quick; one for each operation of the contract comes first. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  ...Object.fromEntries(
    Object.keys(operations).map((name) => [
      name,
      async () => ({
        command: (await import("./operation-command.ts")).operationCommand(
          name as keyof typeof operations,
        ),
      }),
    ]),
  ),
  mock: () => import("./mock.ts"),
  check: () => import("./check.ts"),
  diff: () => import("./diff.ts"),
  record: () => import("./record.ts"),
  merge: () => import("./merge.ts"),
};

/** Runs `exa-websets` with the arguments after its name; resolves to the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = isHelpAbout(argv) ? [...argv.slice(1, 2), "--help"] : argv;
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      const out = name === undefined ? io.stderr : io.stdout;
      out.write(wrapHelp(await overview(), out.columns));
      return name === undefined ? 2 : 0;
    }
    if (name === "--version") {
      io.stdout.write(`${version}\n`);
      return 0;
    }
    const { command } = await loadCommand(name);
    const end = rest.indexOf("--"); // after it, nothing is an option
    const options = end < 0 ? rest : rest.slice(0, end);
    if (options.includes("--help") || options.includes("-h")) {
      io.stdout.write(wrapHelp(command.usage, io.stdout.columns));
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    const reason = error instanceof CannotRun ? error.message : faultLine(error, io.env);
    io.stderr.write(`exa-websets: ${forErrorLine(reason)}\n`);
    if (error instanceof CannotRun && error.output)
      io.stderr.write(`${forTerminalLines(error.output)}\n`);
    return 2;
  }
}

/** `help check` is `check --help`. */
const isHelpAbout = ([first, second]: readonly string[]): boolean =>
  first === "help" && second !== undefined && !second.startsWith("-");

async function loadCommand(name: string): Promise<{ command: Command }> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const names = Object.keys(commands);
  const meant = nearestName(name, names);
  const advice =
    meant === undefined ? `the commands are ${names.join(", ")}` : `did you mean ${meant}?`;
  throw new CannotRun(`unknown command ${JSON.stringify(name)}; ${advice}`);
}

/**
 * What is said of an error that no command expected. It is not drift, so the exit code is 2 and not Node's 1. The
 * message is cut to a line, and the key is taken out of it: nobody knows what such a message may hold.
 */
export function faultLine(error: unknown, { EXA_API_KEY: key = "" }: Io["env"]): string {
  const text = String(error).split("\n")[0]?.slice(0, 500) ?? "";
  const masked = key === "" ? text : text.replaceAll(key, "***");
  return `this is a fault of exa-websets, please report it with the command: ${masked}`;
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(
      async ([name, load]) => `  ${name.padEnd(8)} ${(await load()).command.summary}`,
    ),
  );
  return `Usage: exa-websets <command> [options]\n\n${rows.join("\n")}\n\nexa-websets help <command> tells more; exa-websets --version says which this is.\nExit codes: 0 clean, 1 the answer is no (drift, a refused call) or none came, 2 could not be done.\n`;
}
