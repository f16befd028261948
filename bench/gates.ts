/**
 * `npm run bench:gates`: figures that come out the same on every machine, held to those in `gates.json`. A figure that
 * got worse fails; `--update` takes over what was measured.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { CompiledContract } from "../src/contract/operation.ts";
import type { Violations } from "../src/contract/violation.ts";
import { webset } from "./src/samples.ts";

/** What one figure is, and which way is better; `slack` is the share by which it may be worse. */
interface Gate {
  readonly better: "less" | "more";
  readonly slack: number;
  readonly measure: () => Promise<number>;
}

const project = fileURLToPath(new URL("..", import.meta.url));

const client = `import { createWebsetsClient } from "./src/index.ts";`;
const contract = `import { contract } from "./src/contract/index.ts";`;

const gates: Readonly<Record<string, Gate>> = {
  "client, bytes gzipped": size(`${client}
    export const update = (apiKey) => createWebsetsClient({ apiKey }).update("w", { title: "T" });`),
  "client and contract, bytes gzipped": size(`${client} ${contract}
    export const update = (apiKey) =>
      createWebsetsClient({ apiKey, contract }).update("w", { title: "T" });`),
  "contract alone, bytes gzipped": size(`${contract} export const { checkExchange } = contract;`),
  "bytes allocated by a check of a good body": {
    better: "less",
    slack: 0,
    measure: async () => {
      const allocated = await allocatedByCheck();
      return allocated < 16 ? 0 : Math.round(allocated); // what remains is the measuring itself
    },
  },
  "dependencies at run time": { better: "less", slack: 0, measure: countDependencies },
};

function size(contents: string): Gate {
  return {
    better: "less",
    slack: 0.01,
    measure: async () => gzipSync(await bundle(contents, true), { level: 9 }).byteLength,
  };
}

async function bundle(contents: string, minify: boolean): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    minify,
    format: "esm",
    platform: "browser",
    // What a browser gets, as `imports` of package.json says.
    alias: { "#host": `${project}src/http/host-browser.ts` },
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild made nothing");
  return file.contents;
}

interface Bundle {
  readonly compiled: CompiledContract;
  readonly Violations: typeof Violations;
}

/** Bytes on the heap for each check of a body that keeps the contract, once the checks are compiled. */
async function allocatedByCheck(): Promise<number> {
  const code = await bundle(
    `export { compiled } from "./generated/contract.ts"; export { Violations } from "./src/contract/violation.ts";`,
    false,
  );
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { compiled, Violations } = (await import(url)) as Bundle;
  const update = compiled.operations.find(({ name }) => name === "POST /v0/websets/{id}");
  const check = update?.responses["200"]?.content["application/json"];
  if (!check) throw new Error("the contract has no check for a 200");
  const bodies = Array.from({ length: 64 }, (_, seed) => JSON.parse(JSON.stringify(webset(seed))));
  const violations = new Violations();
  const run = (times: number) => {
    for (let i = 0; i < times; i++) check(bodies[i % bodies.length], violations);
  };
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  run(100_000);
  let least = Infinity;
  for (let i = 0; i < 7; i++) {
    collect();
    const before = process.memoryUsage().heapUsed;
    run(2000);
    least = Math.min(least, (process.memoryUsage().heapUsed - before) / 2000);
  }
  if (violations.count > 0) throw new Error("a good body was refused");
  return Math.max(0, least);
}

async function countDependencies(): Promise<number> {
  const { dependencies } = await readJson<{ dependencies: object }>("../package.json");
  return Object.keys(dependencies).length;
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(new URL(file, import.meta.url), "utf8")) as T;
}

async function main(update: boolean): Promise<number> {
  const file = "gates.json";
  const limits = await readJson<Record<string, number>>(file);
  const measured: Record<string, number> = {};
  let worse = 0;
  for (const [name, { better, slack, measure }] of Object.entries(gates)) {
    const actual = await measure();
    measured[name] = actual;
    const limit = limits[name];
    const holds =
      limit !== undefined &&
      (better === "less" ? actual <= limit * (1 + slack) : actual >= limit * (1 - slack));
    if (!holds) worse++;
    process.stdout.write(`${holds ? "ok   " : "WORSE"} ${name}: ${actual}, accepted ${limit}\n`);
  }
  if (update) {
    await writeFile(new URL(file, import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
    process.stdout.write("wrote bench/gates.json\n");
    return 0;
  }
  if (worse > 0) process.stdout.write("If that is wanted: npm run bench:gates -- --update\n");
  return worse > 0 ? 1 : 0;
}

const { values } = parseArgs({ options: { update: { type: "boolean", default: false } } });
process.exitCode = await main(values.update);
