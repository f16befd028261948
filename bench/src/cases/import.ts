import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { clients } from "../clients/all.ts";
import { missingPackage } from "../missing.ts";
import { figure, ratio } from "../race.ts";
import type { Row } from "../results.ts";
import { target } from "../rows.ts";
import type { Case } from "./case.ts";

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const run = promisify(execFile);

const remains = "openapi-fetch is a file beside ours, and each file takes about half a millisecond";

/** Importing a client for the first time in a process, from a warm disk. */
export const coldImport: Case = async ({ quick }) => {
  const server = fork(path("../call-server.js"));
  try {
    const [port] = (await once(server, "message")) as [number];
    const probe = async (client: string) => {
      const { stdout } = await run(process.execPath, [
        path("../import-probe.js"),
        client,
        `http://127.0.0.1:${port}`,
      ]);
      return JSON.parse(stdout) as { imported: number; life: number };
    };
    const runners: { name: string; file: string; imported: number[]; life: number[] }[] = [];
    const rows: Row[] = [];
    for (const { name, file } of clients) {
      try {
        await probe(file);
        runners.push({ name, file, imported: [], life: [] });
      } catch (error) {
        const missing = missingPackage(error);
        if (missing === undefined) throw error;
        rows.push({ name, missing, figures: {} });
      }
    }
    const rounds = quick ? 9 : 41;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < runners.length; i++) {
        const runner = runners[(round + i) % runners.length];
        if (!runner) continue;
        const { imported, life } = await probe(runner.file);
        runner.imported.push(imported);
        runner.life.push(life);
      }
    }
    const base = runners.find(({ name }) => name === "openapi-fetch")?.imported ?? [];
    for (const { name, imported, life } of runners) {
      rows.push({
        name,
        figures: { imported: figure(imported), base: ratio(imported, base), life: figure(life) },
      });
    }
    return {
      title: "Cold import",
      method:
        "Wall time of `import()` in a fresh process, files in the disk cache; and the CPU time of the whole process, from its start to its first answer.",
      columns: [
        { key: "imported", title: "import, ms", digits: 1 },
        { key: "base", title: "× openapi-fetch", digits: 2 },
        { key: "life", title: "CPU to the first answer, ms", digits: 0 },
      ],
      rows,
      targets: [
        target(rows, "ours", "base", {
          text: "ours, against openapi-fetch alone",
          atMost: 1.5,
          remains,
        }),
      ],
    };
  } finally {
    server.disconnect();
  }
};
