import { createWebsetsClient, type Webset } from "../client.ts";
import { contract, describe, type Finding } from "../contract/index.ts";
import { InvalidInputError, WebsetsError } from "../errors.ts";
import { forTerminal, jsonText } from "../report/escape.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, colors, type Io, parseOptions } from "./command.ts";
import { bodyOptions, updateBody } from "./update-body.ts";

const usage = `Usage: exa-websets update <id> --metadata key=value… [--title text] [options]

Updates the Webset with this id or externalId, with the key from EXA_API_KEY, and shows it as it is afterwards.
Whether the API replaces the stored metadata or merges into it is not documented: read what comes back.

  --metadata <k=v>   may be repeated; a value has at most 1000 characters
  --title <text>
  --json             print the Webset as JSON
  --base-url <url>   another server, such as a mock
  --timeout <ms>     for each attempt; 30000 by default

Where the answer is not as the contract says, warnings go to standard error.
Exit codes: 0 updated, 1 refused or not answered, 2 could not be asked.
`;

/** `exa-websets update`: one call of the client. */
export const command: Command = {
  summary: "Update the metadata or the title of a Webset",
  usage,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...bodyOptions,
        json: { type: "boolean", default: false },
        "base-url": { type: "string" },
        timeout: { type: "string" },
      },
    });
    const [id, ...more] = positionals;
    if (id === undefined) throw new CannotRun("update needs the id of a Webset; see --help");
    if (more[0] !== undefined)
      throw new CannotRun(
        `update takes one id, and ${JSON.stringify(more[0])} is another; see --help`,
      );
    const body = updateBody(values);
    const timeout = milliseconds(values.timeout);
    if (!io.env.EXA_API_KEY?.trim()) throw new CannotRun("set EXA_API_KEY to your API key");
    try {
      const client = createWebsetsClient({
        apiKey: io.env.EXA_API_KEY,
        ...(values["base-url"] !== undefined && { baseUrl: values["base-url"] }),
        ...(timeout !== undefined && { timeout }),
        contract,
        onFinding: (finding) => warn(finding, io),
      });
      const webset = await client.update(id, body);
      io.stdout.write(values.json ? jsonText(webset) : summary(webset, io));
      return 0;
    } catch (error) {
      return failed(error, io);
    }
  },
};

function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new CannotRun(`--timeout takes milliseconds, not ${JSON.stringify(text)}`);
}

/** Nothing was asked: exit code 2. The answer is no, or none came: one line and exit code 1. */
function failed(error: unknown, io: Io): number {
  if (!(error instanceof WebsetsError)) throw error;
  if (error instanceof InvalidInputError) throw new CannotRun(error.message, { cause: error });
  // Node says why there was no answer in the cause of the cause.
  const { cause } = Object(error.cause ?? error);
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  io.stderr.write(`exa-websets: ${forTerminal(`${error.name}: ${error.message}${why}`)}\n`);
  return 1;
}

function warn(finding: Finding, io: Io): void {
  const rule = rules.get(finding.id);
  const sentence = rule ? describe(finding, rule) : finding.id;
  io.stderr.write(
    `exa-websets: ${finding.level}: ${forTerminal(sentence)} (${forTerminal(finding.location)})\n`,
  );
}

function summary(
  { id, externalId, title, status, metadata, updatedAt }: Webset,
  { stdout, env }: Io,
): string {
  const { bold, dim } = colors(stdout, env);
  const rows = [
    ["title", title],
    ["externalId", externalId],
    ["status", status],
    ...Object.entries(metadata ?? {}).map(([key, value]) => [`metadata.${key}`, value]),
    ["updatedAt", updatedAt],
  ].filter(([, value]) => value !== null && value !== undefined);
  const width = Math.max(...rows.map(([name]) => `${name}`.length));
  const lines = rows.map(
    ([name, value]) => `  ${dim(forTerminal(`${name}`).padEnd(width))}  ${forTerminal(`${value}`)}`,
  );
  return `Updated ${bold(forTerminal(id))}\n${lines.join("\n")}\n`;
}
