import process from "node:process";
import { packagedContractPath } from "../packaged-contract.ts";
import { forTerminal } from "../report/escape.ts";
import type { Simulator } from "../testing/simulator/simulator.ts";
import { CannotRun, type Command, colors, type Io, parseOptions } from "./command.ts";
import { addFault } from "./mock-faults.ts";
import { readSeeds } from "./mock-seeds.ts";

const usage = `Usage: exa-websets mock [options]

Starts a mock of the API on the loopback interface. It remembers: a Webset keeps what is sent to it, an unknown id is
404, and what the contract refuses is refused. Without --seed it begins with one Webset, whose id is "webset_1".

  --port <n>           where to listen, 0 for a free port; 4010 by default
  --seed <file>        the Websets to begin with: a JSON array of them, each with what matters to you
  --metadata <how>     an update's metadata replaces what is stored, or is merged into it: "replace" (the default) or
                       "merge"; which of the two the API does is not documented
  --api-key <key>      the only key to accept; any is accepted by default
  --latency <ms>       how long each answer takes
  --fail <what>[@<when>]  may be repeated. What: a status, or hang, drip, html, redirect, reset. When: a call's number
                       (429@3), a share of the calls (reset@10%), or an id (404@webset_2); every call by default
  --prism              Prism on the contract instead: no memory, it answers with the contract's examples and takes
                       the header "Prefer" (needs @stoplight/prism-cli 5: npm i -D @stoplight/prism-cli@5.14.2)

Examples:
  exa-websets mock
  EXA_API_KEY=any exa-websets update webset_1 --metadata team=growth --base-url http://127.0.0.1:4010
  exa-websets mock --port 0 --fail 429@1 --fail reset@10%

Ctrl-C stops it. Exit codes: 0 stopped, 2 could not be started.
`;

/** The Webset that is there where nobody says which. */
const firstWebset = { id: "webset_1" };

/** `exa-websets mock`. */
export const command: Command = {
  summary: "Start a mock of the API that remembers what is sent",
  usage,
  async run(argv, io) {
    const { values } = parseOptions({
      args: [...argv],
      options: {
        port: { type: "string", default: "4010" },
        seed: { type: "string" },
        metadata: { type: "string", default: "replace" },
        "api-key": { type: "string" },
        latency: { type: "string", default: "0" },
        fail: { type: "string", multiple: true, default: [] },
        prism: { type: "boolean", default: false },
      },
    });
    const port = whole(values.port, "--port", 65_535);
    if (values.prism) return runPrism(port, io);
    const simulator = await prepare(values, io);
    return serve(simulator, port, io);
  },
};

interface Values {
  readonly seed?: string | undefined;
  readonly metadata: string;
  readonly "api-key"?: string | undefined;
  readonly latency: string;
  readonly fail: readonly string[];
}

async function prepare(values: Values, io: Io): Promise<Simulator> {
  const { metadata } = values;
  if (metadata !== "replace" && metadata !== "merge")
    throw new CannotRun(`--metadata is "replace" or "merge", not ${JSON.stringify(metadata)}`);
  const latency = whole(values.latency, "--latency", 600_000);
  const websets = values.seed === undefined ? [firstWebset] : await readSeeds(values.seed);
  const { dim, red, green } = colors(io.stdout, io.env);
  // Loaded here, so that --help stays quick.
  const { simulate } = await import("../testing/simulator/simulate.ts");
  const simulator = simulate({
    websets,
    metadata,
    latency,
    clock: Date.now,
    ...(values["api-key"] !== undefined && { apiKey: values["api-key"] }),
    onRequest({ method, url, status }) {
      const shown = status === undefined ? red("broken off") : `${status}`;
      const paint = status !== undefined && status < 400 ? green : red;
      io.stdout.write(`${dim(clockTime())} ${method} ${forTerminal(url)} ${paint(shown)}\n`);
    },
  });
  for (const fault of values.fail) addFault(simulator, fault);
  return simulator;
}

/** Listens until Ctrl-C or a request to end. */
async function serve(simulator: Simulator, port: number, io: Io): Promise<number> {
  const { baseUrl, close } = await simulator.listen(port).catch((error: Error) => {
    throw new CannotRun(error.message, { cause: error });
  });
  const [webset] = simulator.websets;
  io.stdout.write(welcome(baseUrl, webset?.id, simulator.websets.length, io));
  await untilAskedToStop();
  await close();
  io.stdout.write("Stopped.\n");
  return 0;
}

/** The server itself keeps no process alive. */
async function untilAskedToStop(): Promise<void> {
  const alive = setInterval(() => {}, 2 ** 30);
  await new Promise<void>((resolve) => {
    const stop = () => resolve();
    process.once("SIGINT", stop).once("SIGTERM", stop);
  });
  clearInterval(alive);
}

async function runPrism(port: number, io: Io): Promise<number> {
  const { PrismError, startPrism } = await import("../testing/prism.ts");
  const contract = packagedContractPath("yaml");
  const prism = await startPrism(["mock", contract, "--port", `${port}`]).catch((error) => {
    if (!(error instanceof PrismError)) throw error;
    const [reason = "", ...output] = error.message.split("\n");
    throw new CannotRun(reason, { cause: error, output: output.join("\n") });
  });
  const { bold, dim } = colors(io.stdout, io.env);
  io.stdout.write(
    `Prism on the contract: ${bold(prism.url)}  ${dim("(Ctrl-C stops it)")}\n` +
      `It has no memory; the header "Prefer: code=404" or "Prefer: example=runningWebset" asks for a certain answer.\n`,
  );
  let asked = false;
  const stop = () => {
    asked = true;
    void prism.stop();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  await prism.stopped;
  process.off("SIGINT", stop).off("SIGTERM", stop);
  if (!asked) throw new CannotRun("Prism ended by itself; its output:", { output: prism.output() });
  io.stdout.write("Stopped.\n");
  return 0;
}

function welcome(url: string, id: string | undefined, count: number, { stdout, env }: Io): string {
  const { bold, dim } = colors(stdout, env);
  const websets = count === 1 ? "1 Webset" : `${count} Websets`;
  const example = `EXA_API_KEY=any exa-websets update ${id ?? "<id>"} --metadata team=growth --base-url ${url}`;
  return `Mock of the Websets API with ${websets}: ${bold(url)}  ${dim("(Ctrl-C stops it)")}

  ${example}

`;
}

function whole(text: string, option: string, most: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw new CannotRun(`${option} must be 0 to ${most}, got ${JSON.stringify(text)}`);
}

function clockTime(): string {
  return new Date().toTimeString().slice(0, 8);
}
