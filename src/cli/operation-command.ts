import { readFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { operations } from "../../generated/operations.ts";
import { createWebsetsClient } from "../client.ts";
import { contract, describe, type Finding } from "../contract/index.ts";
import { InvalidInputError, WebsetsError } from "../errors.ts";
import { type Description, type NamedOperation, operationsOf } from "../openapi/description.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { forTerminal, jsonText } from "../report/escape.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, type Io, parseOptions } from "./command.ts";
import { type OperationOption, optionsOf, parseConfig, readOption } from "./operation-options.ts";
import { showAnswer, showItem } from "./show-answer.ts";

/** The names of the operations that have a command: those of the client's methods. */
export const operationNames = Object.keys(operations) as readonly (keyof typeof operations)[];

/** What every such command can be told beside what its operation takes. */
const common = {
  json: { type: "boolean", default: false },
  body: { type: "string" },
  all: { type: "boolean", default: false },
  "base-url": { type: "string" },
  timeout: { type: "string" },
} as const;

/** The command that calls an operation: its arguments, options, limits and texts are the contract's. */
export function operationCommand(name: keyof typeof operations): Command {
  const row: OperationRow = operations[name];
  // The file is generated and its shape tested.
  const description = JSON.parse(readFileSync(packagedContractPath("json"), "utf8")) as Description;
  const named = operationsOf(description).find(
    (one) => one.method === row.method && one.path === row.path,
  ) as NamedOperation; // the table is made from the same file
  // What is called as an option of every command is, can be said by --body only.
  const options = optionsOf(description, named).filter((one) => !Object.hasOwn(common, one.name));
  const ids = [...row.path.matchAll(/\{(.+?)\}/g)].map(([, id]) => id as string);
  return {
    summary: named.operation.summary ?? "",
    usage: usageOf(name, row, named, ids, options),
    async run(argv, io) {
      const { values, positionals } = parseOptions({
        args: [...argv],
        allowPositionals: true,
        options: { ...parseConfig(options), ...common },
      });
      if (positionals.length !== ids.length) {
        const wanted = ids.map((id) => `<${id}>`).join(" ") || "no argument";
        throw new CannotRun(`${name} takes ${wanted}, not ${positionals.length}; see --help`);
      }
      const timeout = milliseconds(values.timeout as string | undefined);
      const told: Readonly<Record<string, unknown>> = values;
      const given = options.filter((one) => told[one.name] !== undefined);
      const query = valuesOf(given, "query", told);
      const body = row.body ? await bodyOf(name, given, told, io) : undefined;
      if (!io.env.EXA_API_KEY?.trim()) throw new CannotRun("set EXA_API_KEY to your API key");
      try {
        const client = createWebsetsClient({
          apiKey: io.env.EXA_API_KEY,
          baseUrl: values["base-url"] as string | undefined,
          timeout,
          contract,
          onFinding: (finding, exchange) => exchange.response && warn(finding, io),
        });
        const call = client[name] as unknown as (...args: unknown[]) => Answer; // by the table of rows
        const answer = call(...positionals, ...(row.body ? [body] : []), query);
        await show(answer, { name, row, json: values.json, all: values.all }, io);
        return 0;
      } catch (error) {
        return failed(error, io);
      }
    },
  };
}

type Answer = Promise<unknown> & Partial<AsyncIterable<unknown>>;

interface Shown {
  readonly name: string;
  readonly row: OperationRow;
  readonly json: boolean;
  readonly all: boolean;
}

async function show(answer: Answer, { name, row, json, all }: Shown, io: Io): Promise<void> {
  const { page } = row;
  if (page && all) {
    // One a line, so that a list without end is shown while it comes.
    for await (const item of answer as AsyncIterable<unknown>)
      io.stdout.write(json ? `${JSON.stringify(item)}\n` : showItem(item));
    return;
  }
  const data = await answer;
  if (json) io.stdout.write(jsonText(data));
  else if (page) {
    for (const item of Object(data)[page.items]) io.stdout.write(showItem(item));
    const next = Object(data)[page.next];
    if (next) io.stdout.write(`more: --${page.cursor} ${forTerminal(`${next}`)}, or --all\n`);
  } else if (typeof data === "string") io.stdout.write(data);
  else {
    const id = row.identity?.[0]?.[0];
    const which = id === undefined ? "" : ` ${forTerminal(`${Object(data)[id]}`)}`;
    io.stdout.write(showAnswer(`${name}${which}`, data, io));
  }
}

function valuesOf(
  options: readonly OperationOption[],
  place: OperationOption["place"],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    options
      .filter((one) => one.place === place)
      .map((one) => [one.name, readOption(one, values[one.name])]),
  );
}

/** From the options, or from a file or standard input. */
async function bodyOf(
  name: string,
  given: readonly OperationOption[],
  values: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<unknown> {
  const body = valuesOf(given, "body", values);
  const isGiven = Object.keys(body).length > 0;
  const file = values.body as string | undefined;
  if (file === undefined) {
    if (isGiven) return body;
    throw new CannotRun(`${name}: say what it is about, by an option or by --body; see --help`);
  }
  if (isGiven) throw new CannotRun("--body is the whole body; leave the other options out");
  const text = file === "-" ? await readAll(io.stdin) : readBody(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CannotRun(`${file}: not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function readBody(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CannotRun(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}

function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new CannotRun(`--timeout takes milliseconds, not ${JSON.stringify(text)}`);
}

/** Nothing was asked: exit code 2. The answer is no, or none came: one line and exit code 1. */
function failed(error: unknown, io: Io): number {
  if (!(error instanceof WebsetsError)) throw error;
  if (error instanceof InvalidInputError) {
    const reasons = error.findings?.map((finding) => sentence(finding)).join("; ");
    throw new CannotRun(reasons ?? error.message, { cause: error });
  }
  io.stderr.write(`exa-websets: ${forTerminal(`${error.name}: ${error.message}`)}\n`);
  return 1;
}

function warn(finding: Finding, io: Io): void {
  const place = forTerminal(finding.location);
  io.stderr.write(`exa-websets: ${finding.level}: ${forTerminal(sentence(finding))} (${place})\n`);
}

function sentence(finding: Finding): string {
  const rule = rules.get(finding.id);
  return rule ? describe(finding, rule) : finding.id;
}

function usageOf(
  name: string,
  row: OperationRow,
  { operation, parameters }: NamedOperation,
  ids: readonly string[],
  options: readonly OperationOption[],
): string {
  const values = {
    text: "<text>",
    number: "<n>",
    flag: "",
    pairs: "<k=v>",
    list: "<text>",
    json: "<json>",
  };
  const several = (kind: OperationOption["kind"]) =>
    kind === "pairs" || kind === "list" ? "May be repeated. " : "";
  const rows: [string, string][] = [
    ...ids.map((id): [string, string] => [
      `<${id}>`,
      parameters.find((one) => one.name === id)?.description ?? "",
    ]),
    ...options.map(({ name: option, kind, text }): [string, string] => [
      `--${option} ${values[kind]}`.trim(),
      several(kind) + text,
    ]),
    ...(row.body
      ? [["--body <file>", "The whole body as JSON; - is standard input."] as [string, string]]
      : []),
    ...(row.page ? [["--all", "All pages, one item a line."] as [string, string]] : []),
    ["--json", "Print the answer as JSON."],
    ["--base-url <url>", "Another server, such as a mock."],
    ["--timeout <ms>", "For each attempt; 30000 by default."],
  ];
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.flatMap(([left, right]) => {
    const [first = "", ...more] = wrap(right, 98 - width);
    return [
      `  ${left.padEnd(width)}  ${first}`,
      ...more.map((one) => `${" ".repeat(width + 4)}${one}`),
    ];
  });
  const about = [operation.summary, operation.description].filter(Boolean).join(". ");
  return `Usage: exa-websets ${[name, ...ids.map((id) => `<${id}>`)].join(" ")} [options]

${wrap(`${about} The key is taken from EXA_API_KEY.`, 110).join("\n")}

${lines.join("\n")}

  ${exampleOf(name, ids, parameters, options)}

Where the answer is not as the contract says, warnings go to standard error.
Exit codes: 0 done, 1 refused or not answered, 2 could not be asked.
`;
}

/** A call to try on the mock, with the contract's own examples of ids. */
function exampleOf(
  name: string,
  ids: readonly string[],
  parameters: NamedOperation["parameters"],
  options: readonly OperationOption[],
): string {
  const idOf = (id: string) => {
    const { example, examples } = parameters.find((one) => one.name === id) ?? {};
    const [first] = Object.values(examples ?? {});
    return `${example ?? first?.value ?? id}`;
  };
  const pairs = options.find(({ kind }) => kind === "pairs");
  const option = pairs ? [`--${pairs.name} team=growth`] : [];
  return ["exa-websets", name, ...ids.map(idOf), ...option].join(" ");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
