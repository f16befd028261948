import process from "node:process";
import { packagedContractPath } from "../packaged-contract.ts";
import { PrismError, startPrism } from "../testing/prism.ts";
import { CannotRun, type Command, colors, type Io, parseOptions } from "./command.ts";

const usage = `Usage: exa-websets mock [--port N]

Starts a mock of the API: Prism on the packaged contract. It refuses what the contract refuses, and answers with the
contract's examples. Needs @stoplight/prism-cli (npm i -D @stoplight/prism-cli@5.14.2).

  --port N   where to listen on the loopback interface, 0 for a free port; 4010 by default

Ask for a certain answer with a header: "Prefer: code=404", "Prefer: example=runningWebset".
Ctrl-C stops it. Exit codes: 0 stopped, 2 could not be started.
`;

/** `exa-websets mock`. */
export const command: Command = {
  summary: "Start a mock of the API on the packaged contract",
  usage,
  async run(argv, io) {
    const { values } = parseOptions({
      args: [...argv],
      options: { port: { type: "string", default: "4010" } },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      throw new CannotRun(`--port must be 0 to 65535, got ${JSON.stringify(values.port)}`);
    const prism = await start(values.port);
    io.stdout.write(welcome(prism.url, io));
    let asked = false;
    const stop = () => {
      asked = true;
      void prism.stop();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    await prism.stopped;
    process.off("SIGINT", stop).off("SIGTERM", stop);
    if (!asked) {
      const output = prism.output();
      throw new CannotRun("the mock ended by itself; its output:", { output });
    }
    io.stdout.write("Stopped.\n");
    return 0;
  },
};

async function start(port: string) {
  try {
    return await startPrism(["mock", packagedContractPath("yaml"), "--port", port]);
  } catch (error) {
    if (!(error instanceof PrismError)) throw error;
    const [reason = "", ...output] = error.message.split("\n");
    throw new CannotRun(reason, { cause: error, output: output.join("\n") });
  }
}

function welcome(url: string, { stdout, env }: Io): string {
  const { bold, dim } = colors(stdout, env);
  return `Mock of the Websets API: ${bold(url)}  ${dim("(Ctrl-C stops it)")}

  curl -X POST ${url}/v0/websets/webset_1 \\
    -H 'x-api-key: any' -H 'content-type: application/json' \\
    -d '{"metadata":{"team":"search"}}'

  ${dim("another answer:")} -H 'prefer: code=404'  ${dim("or")}  -H 'prefer: example=runningWebset'
`;
}
