import { createReadStream, existsSync, readFileSync } from "node:fs";
import { operations } from "../../generated/operations.ts";
import type { UpdateWebset } from "../client.ts";
import { compareRecording } from "../drift/compare-recording.ts";
import { WebsetsError } from "../errors.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { Description } from "../openapi/description.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { readRecording } from "../recordings/read/read-recording.ts";
import { type RecordedExchange, RecordingError } from "../recordings/recorded.ts";
import { recordUpdate } from "../recordings/write/record-update.ts";
import { createScrubber } from "../recordings/write/scrub.ts";
import { type Provenance, SecretInRecording, writeHar } from "../recordings/write/write-har.ts";
import { forTerminal } from "../report/escape.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, type Io, nowOf, parseOptions } from "./command.ts";
import { checkTarget, writeWhole } from "./output-file.ts";
import { recordExamples } from "./record-examples.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";
import { bodyOptions, updateBody } from "./update-body.ts";

const operation = `${operations.update.method} ${operations.update.path}`;
const defaultFile = "update-webset.har";

/** `exa-websets record`: is the live API still what was recorded? */
export const command: Command = {
  summary: "Make one real update and compare its answer with the stored recording",
  usage: `Usage: exa-websets record <id> --metadata key=value… [--title text] [options]

Makes one real update of the Webset, with the key from EXA_API_KEY, and compares the answer with the stored recording:
status, media type, and the names and types of what is in the body. Use a Webset that is kept for this.
Nothing is written without --update. What is written is scrubbed: ids, texts, keys of metadata and all that the contract
does not know are replaced by stand-ins; the key is never in it.

Options:
  --metadata <k=v>      may be repeated
  --title <text>
  --file <file>         the recording; default ${defaultFile}
  --update              write the recording
  --base-url <url>      another server; the recording then says that it is not live
  --mock <operation>    call nothing: lay out the operation's first recording from the contract's examples

${reportHelp}
Exit codes: 0 as recorded, 1 drift, 2 there was no answer or no recording.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...reportOptions,
        ...bodyOptions,
        file: { type: "string", default: defaultFile },
        update: { type: "boolean", default: false },
        "base-url": { type: "string" },
        mock: { type: "boolean", default: false },
      },
    });
    if (values.mock) return recordExamples(positionals[0], values, io);
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0)
      throw new CannotRun("record needs the id of one Webset; see --help");
    const { file, update } = values;
    const body = updateBody(values);
    const now = nowOf(io);
    const today = now.toISOString().slice(0, 10);
    const plan = await prepareReport(values, { rules, command: "record", now, inputs: [file] });
    await checkTarget(file);
    const stored = await readStored(file, update);
    // The file is generated and its shape tested.
    const description = JSON.parse(
      readFileSync(packagedContractPath("json"), "utf8"),
    ) as Description;
    const fresh = await call(io, values["base-url"], id, body);
    const scrubbed = createScrubber(description).scrub(operation, fresh);
    // Made also where it is not written: what may not be stored may not be shown either.
    const provenance = provenanceOf(description, values["base-url"], today);
    const har = harOf(scrubbed, provenance, io.env.EXA_API_KEY ?? "");
    const report = compareRecording(description, operation, scrubbed, stored);
    if (update) {
      await writeWhole(file, har);
      if (!plan.quiet) io.stderr.write(`wrote ${forTerminal(file)}\n`);
    }
    return finish(report, plan, io);
  },
};

/** The stored exchange; with `--update` a file that is missing or damaged is no hindrance. */
async function readStored(file: string, update: boolean): Promise<RecordedExchange | undefined> {
  if (update) return undefined;
  if (!existsSync(file))
    throw new CannotRun(`there is no recording ${file} yet; write it with --update`);
  try {
    for await (const recorded of readRecording(createReadStream(file), file)) {
      if ("problem" in recorded) throw new RecordingError(recorded.problem, recorded.source);
      return recorded;
    }
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    throw new CannotRun(error.message, { cause: error });
  }
  throw new CannotRun(`${file}: there is no exchange in it; write it with --update`);
}

async function call(
  io: Io,
  baseUrl: string | undefined,
  id: string,
  body: UpdateWebset,
): Promise<Exchange> {
  const apiKey = io.env.EXA_API_KEY ?? "";
  try {
    return await recordUpdate({ apiKey, ...(baseUrl !== undefined && { baseUrl }) }, id, body);
  } catch (error) {
    if (!(error instanceof WebsetsError)) throw error;
    throw new CannotRun(error.message, { cause: error });
  }
}

function provenanceOf(
  description: Description,
  baseUrl: string | undefined,
  date: string,
): Provenance {
  const live =
    baseUrl === undefined ||
    description.servers?.some(({ url }) => url === baseUrl.replace(/\/+$/, ""));
  return live
    ? { origin: "live", date, note: "Answered by the real API; scrubbed before it was written." }
    : {
        origin: "local",
        date,
        note: "Answered by another server than the documented one; scrubbed.",
      };
}

function harOf(exchange: Exchange, provenance: Provenance, key: string): string {
  try {
    return writeHar([exchange], provenance, [key]);
  } catch (error) {
    if (!(error instanceof SecretInRecording)) throw error;
    throw new CannotRun(error.message, { cause: error });
  }
}
