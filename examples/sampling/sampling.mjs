// Samples the traffic of a service into NDJSON that `exa-websets check` reads: a share of all exchanges, and every
// one that has a finding. See docs/traffic.md.
import { createWriteStream } from "node:fs";
import { createWebsetsClient } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";

/**
 * Client options that write a sample.
 * @param {{ file: string, share: number, maxBytes?: number, random?: () => number }} options
 *   share: 0 to 1 of the exchanges without findings; maxBytes: where to stop, 100 MiB by default
 */
export function sampling({ file, share, maxBytes = 100 * 2 ** 20, random = Math.random }) {
  const out = createWriteStream(file, { flags: "a", mode: 0o600 });
  out.on("error", (error) => console.error(`sampling stopped: ${error.message}`));
  // The same attempt is heard of as a response and then with each of its findings.
  const written = new WeakMap();
  let bytes = 0;
  const write = ({ request, response }) => {
    if (!response || bytes > maxBytes || out.destroyed) return;
    const line = `${JSON.stringify({ request, response })}\n`;
    if (written.get(request) === line) return;
    written.set(request, line);
    bytes += Buffer.byteLength(line);
    out.write(line);
  };
  return {
    options: {
      contract,
      onFinding: (_finding, exchange) => write(exchange),
      hooks: {
        response: (event) => {
          if (random() < share) write(event);
        },
      },
    },
    close: () => new Promise((resolve) => out.end(resolve)),
  };
}

// node sampling.mjs <base URL> <file> <number of calls>
if (import.meta.filename === process.argv[1]) {
  const [, , baseUrl, file, calls] = process.argv;
  const sample = sampling({ file, share: 0.1 });
  const client = createWebsetsClient({ apiKey: "a-key-for-the-mock", baseUrl, ...sample.options });
  for (let call = 0; call < Number(calls); call++) {
    await client.update(`webset_${call}`, { metadata: { call: `${call}` } }).catch((error) => {
      console.error(`${error.name}: ${error.message}`);
    });
  }
  await sample.close();
}
