import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { change } from "../contract-tests/support/change.ts";
import { nameOf, readAll, recordingsFolder } from "../contract-tests/support/recordings.ts";
import { startReplayServer } from "../contract-tests/support/replay-server.ts";
import { type ReplayUrls, replayThrough } from "../contract-tests/support/replay-through.ts";
import { generate } from "../scripts/generate/command.ts";
import { loadContract } from "../scripts/generate/load-contract.ts";
import { colors, type Io } from "../src/cli/command.ts";
import { checkExchange } from "../src/contract/index.ts";
import { checkRecordings } from "../src/drift/check-recordings.ts";
import type { Exchange } from "../src/findings/exchange.ts";
import { createWebsetsClient, NotFoundError } from "../src/index.ts";
import { type Description, operationsOf } from "../src/openapi/description.ts";
import type { RecordedExchange } from "../src/recordings/recorded.ts";
import type { ReportedFinding } from "../src/report/report.ts";
import { startPrism } from "../src/testing/prism.ts";

/** A step whose answer is no. The message says which and why. */
export class StepFailed extends Error {}

const contractFile = "openapi/websets.yaml";

/** What to run after this. */
const nextStep = "npx tsx src/cli/bin.ts check --coverage contract-tests/recordings/*.har";

/**
 * Runs `npm start`: every part of the project once, on real sockets, with one line for each.
 * @throws StepFailed, CannotRun or PrismError; all else is a mistake in this program.
 */
export async function start(io: Io): Promise<void> {
  const paint = colors(io.stdout, io.env);
  const say = (step: string, text: string) =>
    io.stdout.write(`${paint.green("✓")} ${paint.bold(step.padEnd(11))} ${text}\n`);
  const began = performance.now();
  let shown = { exercised: 0, total: 0 };
  io.stdout.write(`${paint.bold("Exa Websets")}, from the contract to the drift report\n\n`);

  const replayServer = await startReplayServer();
  const prisms = [
    startPrism(["mock", contractFile]),
    startPrism(["proxy", contractFile, replayServer.url, "--errors"]),
  ] as const;
  try {
    const { document } = await loadContract(contractFile);
    say("Contract", describeContract(document as Description));
    await checkGenerated(io);
    say("Generated", "types, compiled checks and bundle are what the contract gives");
    const [mock, proxy] = await Promise.all(prisms);
    say("Mock", `Prism answers at ${mock.url}`);
    say("Update", await update(mock.url));
    say("Not found", await notFound(mock.url));
    const recordings = await readAll();
    const urls = { proxyUrl: proxy.url, replayUrl: replayServer.url };
    for (const recorded of recordings) await replayOne(recorded, urls);
    say(
      "Recordings",
      `${recordings.length} exchanges replayed: Prism and the compiled checks accept each`,
    );
    const { coverage, alarm } = await checkForDrift(document as Description, recordings);
    shown = coverage;
    say("Drift", "no finding in the recordings");
    say("Alarm", "three faults put into an answer are found:");
    for (const { level, message, id } of alarm) {
      const color = level === "error" ? paint.red : paint.yellow;
      io.stdout.write(`  ${color(level.padEnd(7))}     ${message} ${paint.dim(id)}\n`);
    }
  } finally {
    const started = await Promise.allSettled(prisms);
    await Promise.all(started.map((one) => one.status === "fulfilled" && one.value.stop()));
    await replayServer.stop();
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { exercised, total } = shown;
  const percent = Math.floor((100 * exercised) / Math.max(total, 1));
  const rest =
    total > exercised ? `; nothing here says anything about the other ${total - exercised}` : "";
  io.stdout.write(
    `\n${paint.green("No fault found")} in ${seconds} s. The recordings show ${exercised} of ${total} points of the contract, ${percent} %${rest}.\n` +
      `Next: ${paint.bold(nextStep)} names them; with a key, EXA_API_KEY=… npx tsx src/cli/bin.ts list asks the real API.\n`,
  );
}

function describeContract(description: Description): string {
  const operations = operationsOf(description);
  const statuses = operations.map(({ operation }) => Object.keys(operation.responses ?? {}).length);
  const names = operations.map(({ name }) => name).join(", ");
  return `${contractFile} is valid: ${names}, ${statuses.reduce((a, b) => a + b, 0)} responses`;
}

async function checkGenerated(io: Io): Promise<void> {
  let report = "";
  const stdout = { write: (text: string) => (report += text) };
  if ((await generate(["--check", "--contract", contractFile], { ...io, stdout })) !== 0) {
    throw new StepFailed(`generated/ is stale; run npm run generate\n${report}`);
  }
}

async function update(baseUrl: string): Promise<string> {
  const client = createWebsetsClient({ apiKey: "no-real-key", baseUrl });
  const id = "webset_01kaq2xeczg1mgecgdr3774pf1";
  const call = client.update(id, { metadata: { team: "sales" } });
  const { data, attempts } = await call.withResponse();
  const title = data.title === null ? "untitled" : JSON.stringify(data.title);
  const times = attempts === 1 ? "at the first attempt" : `after ${attempts} attempts`;
  const about =
    data.id === id ? id : `asked for ${id}, the mock has one Webset for all, ${data.id}`;
  return `${about} (${title}) is ${data.status}, metadata ${JSON.stringify(data.metadata)}, ${times}`;
}

async function notFound(baseUrl: string): Promise<string> {
  const client = createWebsetsClient({ apiKey: "no-real-key", baseUrl });
  try {
    await client.update("no-such-webset", {}, { headers: { Prefer: "code=404" } });
  } catch (error) {
    if (error instanceof NotFoundError) return `${error.name}: ${error.message}`;
    throw new StepFailed(`a 404 reached the caller as ${error}`, { cause: error });
  }
  throw new StepFailed("a 404 reached the caller as a success");
}

async function replayOne(recorded: RecordedExchange, urls: ReplayUrls): Promise<void> {
  const { accepted, reasons } = await replayThrough(urls, recorded.exchange);
  const findings = checkExchange(recorded.exchange);
  if (accepted && findings.length === 0) return;
  const ours = findings.map(({ id, location }) => `${id} at ${location}`);
  throw new StepFailed(`${nameOf(recorded.source)}: ${[...reasons, ...ours].join("; ")}`);
}

/** The recordings must be clean; the same answer with three faults put in must raise the alarm. */
async function checkForDrift(
  description: Description,
  recordings: readonly RecordedExchange[],
): Promise<{
  coverage: { exercised: number; total: number };
  alarm: readonly ReportedFinding[];
}> {
  const files = readdirSync(recordingsFolder).map((name) => join(recordingsFolder, name));
  const clean = await checkRecordings({
    files,
    open: createReadStream,
    description,
    servers: [],
    threads: 0,
  });
  if (clean.summary.errors + clean.summary.warnings > 0) {
    throw new StepFailed(
      `the recordings drift: ${clean.findings.map(({ message }) => message).join("; ")}`,
    );
  }
  const success = recordings.find(({ exchange }) => exchange.response.status === 200);
  if (success === undefined) throw new StepFailed("no recording answers 200");
  const drifted = [
    (exchange: Exchange) => change(exchange, "/response/body/status", { set: "archived" }),
    (exchange: Exchange) => change(exchange, "/response/body/updatedAt", { remove: true }),
    (exchange: Exchange) => change(exchange, "/response/body/owner", { set: "new" }),
  ].reduce((exchange, spoil) => spoil(exchange), success.exchange);
  const open = () => Readable.from([Buffer.from(`${JSON.stringify(drifted)}\n`)]);
  const { findings } = await checkRecordings({
    files: ["drifted.ndjson"],
    open,
    description,
    servers: [],
    threads: 0,
  });
  const alarm = findings.filter(({ level }) => level !== "info");
  if (alarm.length !== 3)
    throw new StepFailed(`three faults were put in, ${alarm.length} were found`);
  return { coverage: clean.coverage ?? { exercised: 0, total: 0 }, alarm };
}
