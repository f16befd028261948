import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Runtime } from "../case.ts";
import { type Binary, binaries } from "./binaries.ts";
import { chromium } from "./chromium.ts";
import { runProcess } from "./process.ts";
import { Missing, type TestedRuntime } from "./runtime.ts";
import { workerd } from "./workerd.ts";

/** Every runtime that the package promises to run on. */
export const runtimes: readonly TestedRuntime[] = [
  command("node20", "node", []),
  command("node22", "node", []),
  command("node24", "node", []),
  command("node26", "node", []),
  command("bun", "bun", ["run"]),
  command("deno", "deno", [
    "run",
    "--no-prompt",
    // No more than a caller would grant: the network, one variable, and the installed package.
    "--allow-net=127.0.0.1,name.invalid",
    "--allow-env=EXA_API_KEY",
    "--allow-read=.",
  ]),
  workerd,
  chromium,
];

function command(name: Binary, runtime: Runtime, args: readonly string[]): TestedRuntime {
  return {
    name,
    host: "process",
    async run(cache, script, server) {
      if (!["linux", "darwin"].includes(process.platform))
        throw new Missing(`no package for ${process.platform}`);
      const { spec, binary } = binaries[name];
      const path = join(cache.install(name, spec), binary);
      const version =
        execFileSync(path, ["--version"], { encoding: "utf8" }).split("\n", 1)[0] ?? "";
      const outcome = await runProcess({ runtime, path, args }, script, server);
      return { version: /\d\S*/.exec(version)?.[0] ?? version, outcome };
    },
  };
}
