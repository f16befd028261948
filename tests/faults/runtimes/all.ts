import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Runtime } from "../case.ts";
import { chromium } from "./chromium.ts";
import { runProcess } from "./process.ts";
import { Missing, type TestedRuntime } from "./runtime.ts";
import { workerd } from "./workerd.ts";

const { platform, arch } = process;
const bunArch = arch === "arm64" ? "aarch64" : arch;
const glibc = platform === "linux" ? "-glibc" : "";

/** Every runtime that the package promises to run on. The binaries come from npm, as packages for this platform. */
export const runtimes: readonly TestedRuntime[] = [
  ...[20, 22, 24, 26].map((major) =>
    command(`node${major}`, "node", `node-${platform}-${arch}@${major}`, "bin/node", []),
  ),
  command("bun", "bun", `@oven/bun-${platform}-${bunArch}@1`, "bin/bun", ["run"]),
  command("deno", "deno", `@deno/${platform}-${arch}${glibc}@2`, "deno", [
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

function command(
  name: string,
  runtime: Runtime,
  spec: string,
  binary: string,
  args: readonly string[],
): TestedRuntime {
  return {
    name,
    host: "process",
    async run(cache, script, server) {
      if (!["linux", "darwin"].includes(platform)) throw new Missing(`no package for ${platform}`);
      const path = join(cache.install(name, spec), binary);
      const version =
        execFileSync(path, ["--version"], { encoding: "utf8" }).split("\n", 1)[0] ?? "";
      const outcome = await runProcess({ runtime, path, args }, script, server);
      return { version: /\d\S*/.exec(version)?.[0] ?? version, outcome };
    },
  };
}
