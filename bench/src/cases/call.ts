import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { clients } from "../clients/all.ts";
import { race } from "../race.ts";
import { rowsOf, target } from "../rows.ts";
import type { Case } from "./case.ts";

const remains =
  "with neither signal, nor counted bytes, nor a list of headers it still measures 1.18 × bare fetch: what remains is openapi-fetch's own work, the promises around it, and their garbage";

/** The update call against a local server. */
export const call: Case = async ({ quick }) => {
  const server = fork(fileURLToPath(new URL("../call-server.js", import.meta.url)));
  try {
    const [port] = (await once(server, "message")) as [number];
    const baseUrl = `http://127.0.0.1:${port}`;
    const outcomes = await race(
      clients.map(({ name, file }) => ({
        name,
        module: "call-work.js",
        input: { client: file, baseUrl },
      })),
      // Node's fetch takes some ten thousand calls until it is compiled for good.
      quick
        ? { starts: 1, rounds: 15, turn: 50, warmup: 1000 }
        : { starts: 4, rounds: 25, turn: 100, warmup: 3000 },
    );
    const columns = [
      { key: "cost", title: "CPU per call, µs", digits: 0 },
      { key: "fetch", title: "× bare fetch", digits: 2, base: "bare fetch" },
      { key: "exa", title: "× exa-js", digits: 2, base: "exa-js" },
    ];
    const rows = rowsOf(outcomes, columns);
    return {
      title: "The update call",
      method:
        "CPU time of the client's process (all threads) for one `POST` with a small body and a 2 KB answer, calls one after the other over a kept-alive connection; the server runs in another process.",
      columns,
      rows,
      targets: [
        target(rows, "ours", "fetch", { text: "ours, against bare fetch", atMost: 1.2, remains }),
        target(rows, "ours", "exa", { text: "ours, against exa-js", atMost: 1, remains }),
      ],
    };
  } finally {
    server.disconnect();
  }
};
