import { createReadStream, existsSync, readFileSync } from "node:fs";
import { keyHeader } from "../../generated/operations.ts";
import { compareRecording } from "../drift/compare-recording.ts";
import { WebsetsError } from "../errors.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { Description } from "../openapi/description.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { readRecording } from "../recordings/read/read-recording.ts";
import type { RecordedExchange } from "../recordings/recorded.ts";
import { type RecordedCall, recordCall } from "../recordings/write/record-call.ts";
import { createScrubber } from "../recordings/write/scrub.ts";
import {
  creator,
  holdsSecret,
  type Provenance,
  SecretInRecording,
  writeHar,
} from "../recordings/write/write-har.ts";
import { forTerminal } from "../report/escape.ts";
import { exitCodeOf } from "../report/verdict.ts";
import { rules } from "../rules.ts";
import { CannotRun, type Command, type Io, nowOf, parseOptions } from "./command.ts";
import { checkTarget, writeWhole } from "./output-file.ts";
import { recordExamples } from "./record-examples.ts";
import { isAnswer, operationHelp, operationOptions, planCall } from "./record-operation.ts";
import { finish, prepareReport, reportHelp, reportOptions } from "./report-options.ts";

const defaultFile = "update-webset.har";

/** `exa-websets record`: is the live API still what was recorded? */
export const command: Command = {
  summary: "Make one real call and compare its answer with the stored recording",
  usage: `Usage: exa-websets record <id> --metadata key=value… [options]
       exa-websets record --operation get <id> [options]

Makes one real call, an update unless another operation is named, with the key from EXA_API_KEY, and compares the answer
with the stored recording: status, media type, and the names and types of what is in the body. Use a Webset that is kept
for this.
Nothing is written without --update, and then only a success that the client takes; the differences from what is stored
are shown first. What is written is scrubbed: ids, texts, keys of metadata and all values that the contract does not
know are replaced by stand-ins; the key is never in it. Names of fields that the contract does not know are kept where
they are short words, and listed: look at them before you share the file.

  exa-websets record webset_1 --metadata checked=yes
  exa-websets record webset_1 --metadata checked=yes --update
  exa-websets record --operation get webset_1 --file get-webset.har

Options:
${operationHelp}  --file <file>         the recording; default update-webset.har
  --update              write the recording; only over one that record has written
  --expect-status <n>   the status that the answer must have, such as 404; default: the recording's, or any success
  --base-url <url>      another server; the recording then says that it is not live
  --mock <operation>    call nothing: lay out the operation's first recording from the contract's examples

${reportHelp}
Exit codes: 0 as recorded, 1 drift, 2 there was no answer, a refusal, or no recording.
`,
  async run(argv, io) {
    const { values, positionals } = parseOptions({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...reportOptions,
        ...operationOptions,
        file: { type: "string", default: defaultFile },
        update: { type: "boolean", default: false },
        "expect-status": { type: "string" },
        "base-url": { type: "string" },
        mock: { type: "boolean", default: false },
      },
    });
    if (values.mock) return recordExamples(positionals[0], values, io);
    const planned = planCall(values, positionals);
    const { operation } = planned;
    const { file, update } = values;
    const now = nowOf(io);
    const today = now.toISOString().slice(0, 10);
    const plan = await prepareReport(values, { rules, command: "record", now, inputs: [file] });
    await checkTarget(file);
    const stored = await readStored(file, update);
    const wanted = statusOf(values["expect-status"]);
    // The file is generated and its shape tested.
    const description = JSON.parse(
      readFileSync(packagedContractPath("json"), "utf8"),
    ) as Description;
    const call = await makeCall(io, values["base-url"], planned.make);
    assertAnswered(call, wanted, stored);
    if (update) assertBaseline(call, planned.row, wanted);
    const scrubber = createScrubber(description);
    const scrubbed = scrubber.scrub(operation, call.exchange);
    // Made also where it is not written: what may not be stored may not be shown either.
    const provenance = provenanceOf(description, values["base-url"], today);
    const har = harOf(scrubbed, provenance, io.env.EXA_API_KEY ?? "");
    const code = await finish(compareRecording(description, operation, scrubbed, stored), plan, io);
    if (!update) return code;
    tellKept(scrubber.keptNames(), io);
    await writeWhole(file, har);
    if (!plan.quiet) io.stderr.write(`wrote ${forTerminal(file)}\n`);
    // That it differs from what was stored is why it was written.
    return exitCodeOf(compareRecording(description, operation, scrubbed), plan.failOn);
  },
};

const successful = (status: number): boolean => status >= 200 && status < 300;

/** A refusal, or a failure of the server, says nothing about drift, unless it is what is looked for. */
function assertAnswered(
  { exchange: { request, response }, failure }: RecordedCall,
  wanted: number | undefined,
  stored: RecordedExchange | undefined,
): void {
  const { status } = response;
  if (wanted !== undefined && status !== wanted)
    throw new CannotRun(`the answer was ${status}, not ${wanted} as --expect-status says`);
  if (successful(status) || status === wanted || status === stored?.exchange.response.status)
    return;
  throw new CannotRun(
    `the answer was ${status}, so nothing was compared${reasonOf(request, failure)}`,
  );
}

/** Only what a caller could use, or was asked for, becomes what later answers are held to. */
function assertBaseline(
  { exchange: { request, response }, failure }: RecordedCall,
  row: OperationRow,
  wanted?: number,
): void {
  const { status, gaps, body } = response;
  const isTaken = successful(status)
    ? failure === undefined && isAnswer(row, body)
    : status === wanted;
  if (isTaken && !gaps?.body) return;
  throw new CannotRun(
    `the answer is no baseline, and was not written${reasonOf(request, failure)}`,
  );
}

/** The client keeps the key out of what it says, but cannot know that it is also the id, or what a server makes of it. */
function reasonOf({ headers }: Exchange["request"], failure: unknown): string {
  if (!(failure instanceof Error)) return "";
  const isTelling = holdsSecret(failure.message, headers[keyHeader] ?? "");
  return isTelling ? "" : `: ${forTerminal(failure.message)}`;
}

function statusOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-5]\d\d$/.test(text)) return Number(text);
  throw new CannotRun(`--expect-status takes a status such as 404, not ${JSON.stringify(text)}`);
}

function tellKept(names: readonly string[], io: Io): void {
  if (names.length === 0) return;
  const list = names.map((name) => forTerminal(name)).join(", ");
  io.stderr.write(`kept names that the contract does not know: ${list}\n`);
}

/** The stored exchange; with `--update` there may be none yet, but what is no recording of ours is not overwritten. */
async function readStored(file: string, update: boolean): Promise<RecordedExchange | undefined> {
  if (!existsSync(file)) {
    if (update) return undefined;
    throw new CannotRun(`there is no recording ${file} yet; write it with --update`);
  }
  const recordings: RecordedExchange[] = [];
  for await (const recorded of readRecording(createReadStream(file), file)) {
    if ("exchange" in recorded) recordings.push(recorded);
    else if ("unanswered" in recorded) throw notOurs(file, "an answer is missing in it");
    else throw notOurs(file, "fault" in recorded ? recorded.reason : recorded.problem);
    if (recordings.length > 1) throw notOurs(file, "it holds several exchanges");
  }
  const [stored] = recordings;
  if (!stored) throw notOurs(file, "there is no exchange in it");
  if (update && !isRecording(readFileSync(file, "utf8")))
    throw notOurs(file, "it was not written by record");
  return stored;
}

const notOurs = (file: string, reason: string): CannotRun =>
  new CannotRun(`${file}: ${reason}; name another file, or delete this one`);

/** One exchange, and so no more than a record may have. */
function isRecording(text: string): boolean {
  try {
    return JSON.parse(text).log.creator.name === creator;
  } catch {
    return false;
  }
}

async function makeCall(
  io: Io,
  baseUrl: string | undefined,
  call: Parameters<typeof recordCall>[1],
): Promise<RecordedCall> {
  const apiKey = io.env.EXA_API_KEY ?? "";
  try {
    return await recordCall({ apiKey, ...(baseUrl !== undefined && { baseUrl }) }, call);
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
