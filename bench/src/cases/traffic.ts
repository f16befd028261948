import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { commandOf } from "../machine.ts";
import { figure, ratio } from "../race.ts";
import type { Row } from "../results.ts";
import { target } from "../rows.ts";
import { writeTraffic } from "../traffic.ts";
import type { Usage } from "../usage-probe.ts";
import type { Case } from "./case.ts";

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const contract = path("../../../generated/openapi.json");

/** One program over the traffic, and what each run of it cost. */
interface Program {
  readonly name: string;
  readonly args: readonly string[];
  /** Whether the output says that all exchanges were looked at. */
  readonly proof: (stdout: string) => boolean;
  readonly runs: (Usage & { readonly wall: number })[];
}

/** A large recording, read, checked, and checked by Redocly. */
export const traffic: Case = async ({ quick, say }) => {
  const exchanges = quick ? 20_000 : 200_000;
  const folder = await mkdtemp(join(tmpdir(), "exa-websets-bench-"));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  const interrupt = () => process.exit(130);
  process.once("exit", clean).once("SIGINT", interrupt); // half a gigabyte must not be left behind
  try {
    const file = join(folder, "traffic.ndjson");
    const bytes = await writeTraffic(file, exchanges);
    const links = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const link = join(folder, `again-${n}.ndjson`);
        await symlink(file, link);
        return link;
      }),
    );
    const { programs, missing } = await programsFor(file, links, exchanges);
    const rounds = quick ? 3 : 5;
    for (let round = 0; round < rounds; round++) {
      for (const program of programs) {
        say(`  round ${round + 1} of ${rounds}: ${program.name}`);
        program.runs.push(await run(program));
      }
    }
    const rows = [...programs.map((program) => rowOf(program, programs)), ...missing];
    const megabytes = Math.round(bytes / 1e6);
    return {
      title: `Checking ${exchanges.toLocaleString("en")} recorded exchanges`,
      method: `NDJSON, ${megabytes} MB, one exchange in a thousand drifts; the whole process from start to end. Redocly reads the same file. Peak memory is the largest resident set of the process with its threads. Four times the traffic is the same file four times over.`,
      columns: [
        { key: "wall", title: "wall, s", digits: 2 },
        { key: "read", title: "× read and parse lines", digits: 2 },
        { key: "cpu", title: "CPU, s", digits: 2 },
        { key: "ours", title: "wall, × ours", digits: 2 },
        { key: "peak", title: "peak, MiB", digits: 0 },
      ],
      rows,
      targets: [
        target(rows, names.ours, "read", {
          text: "ours, wall against the bare read",
          atMost: 1.7,
          remains: `bodies are JSON within JSON: to parse them as well takes ${times(rows, names.bodies, "read")} the bare read on one thread`,
        }),
        target(rows, names.redocly, "ours", {
          text: "Redocly, wall against ours",
          atLeast: 10,
          remains: `to read and parse lines and bodies and check nothing is ${times(rows, names.redocly, "bodies")} quicker than Redocly`,
        }),
        target(rows, names.ours, "peak", { text: "ours, peak in MiB", atMost: 200 }),
        target(rows, names.ours4, "peakRatio", {
          text: "ours, peak for four times the traffic",
          atMost: 1.1,
          remains:
            "V8 keeps the short strings of parsed JSON until it next collects everything; sixteen times the traffic took 1.25 times the memory",
        }),
      ],
    };
  } finally {
    clean();
    process.off("exit", clean).off("SIGINT", interrupt);
  }
};

const names = {
  read: "read and parse lines",
  bodies: "read, parse lines and bodies",
  ours: "ours",
  ours1: "ours, --threads 0",
  ours4: "ours, four times the traffic",
  redocly: "redocly drift",
};

async function programsFor(file: string, links: readonly string[], exchanges: number) {
  const programs: Program[] = [];
  const missing: Row[] = [];
  const add = (name: string, proof: Program["proof"], ...args: string[]) =>
    programs.push({ name, args, proof, runs: [] });
  const counted = (stdout: string) => stdout.trim() === `${exchanges}`;
  const checked = (count: number) => (stdout: string) =>
    stdout.includes(`${count} of ${count} exchanges checked`);
  const cli = path("../../../dist/cli.js");
  add(names.read, counted, path("../read-only.js"), file);
  add(names.bodies, counted, path("../read-only.js"), file, "bodies");
  add(names.ours, checked(exchanges), cli, "check", file);
  add(names.ours1, checked(exchanges), cli, "check", "--threads", "0", file);
  add(names.ours4, checked(4 * exchanges), cli, "check", file, ...links);
  const redocly = await commandOf("@redocly/cli", "redocly");
  if (redocly) {
    const total = `total=${exchanges} documented=${exchanges}`;
    add(
      names.redocly,
      (stdout) => stdout.includes(total),
      redocly,
      "drift",
      file,
      "--api",
      contract,
    );
  } else missing.push({ name: names.redocly, missing: "@redocly/cli", figures: {} });
  return { programs, missing };
}

/** For a sentence: how many times. */
function times(rows: readonly Row[], name: string, key: string): string {
  const { actual } = target(rows, name, key, { text: "" });
  return actual === undefined ? "(not measured)" : `${actual.toFixed(1)} ×`;
}

/** @throws Error where the program does not say that it looked at everything. */
async function run({ name, args, proof }: Program): Promise<Usage & { wall: number }> {
  const start = performance.now();
  const probe = new URL("../usage-probe.js", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", probe, ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const ended = once(child, "close");
  const [, stdout, stderr, usage] = child.stdio;
  const output = Promise.all([stdout, stderr, usage].map((stream) => text(stream as Readable)));
  const [code] = (await ended) as [number | null];
  const wall = (performance.now() - start) / 1000;
  const [out = "", err = "", used = ""] = await output;
  if (!proof(out))
    throw new Error(`${name} (exit code ${code}) did not see all: ${(out + err).slice(-500)}`);
  const { cpu, peak } = JSON.parse(used) as Usage;
  return { wall, cpu: cpu / 1000, peak: peak / 1024 };
}

function rowOf({ name, runs }: Program, programs: readonly Program[]): Row {
  const all = (of: string, key: "wall" | "peak") =>
    programs.find((one) => one.name === of)?.runs.map((one) => one[key]) ?? [];
  const wall = runs.map((one) => one.wall);
  const peak = runs.map((one) => one.peak);
  return {
    name,
    figures: {
      wall: figure(wall),
      read: ratio(wall, all(names.read, "wall")),
      cpu: figure(runs.map((one) => one.cpu)),
      bodies: ratio(wall, all(names.bodies, "wall")),
      ours: ratio(wall, all(names.ours, "wall")),
      peak: figure(peak),
      peakRatio: ratio(peak, all(names.ours, "peak")),
    },
  };
}
