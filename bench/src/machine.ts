import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, cpus, platform, release } from "node:os";
import { dirname, join } from "node:path";
import type { Machine } from "./results.ts";

/** What it was measured on. */
export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    node: process.version,
    platform: `${platform()} ${release()}`,
  };
}

const measured = [
  "@redocly/cli",
  "@stoplight/prism-cli",
  "ajv",
  "exa-js",
  "ky",
  "openapi-fetch",
  "zod",
];

/** What of the peers is installed, in which version. */
export async function versions(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of measured) found[name] = (await versionOf(name)) ?? "missing";
  return found;
}

/** Where a package lies from here, read without its `exports`, which may hide its package.json. */
async function versionOf(name: string): Promise<string | undefined> {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    const text = await readFile(join(folder, name, "package.json"), "utf8").catch(() => undefined);
    if (text !== undefined) return (JSON.parse(text) as { version: string }).version;
  }
  return undefined;
}

/** The file that a package's command runs; undefined where it is not installed. */
export async function commandOf(name: string, command: string): Promise<string | undefined> {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    const file = join(folder, name, "package.json");
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const { bin } = JSON.parse(text) as { bin: Record<string, string> };
    return join(dirname(file), bin[command] ?? "");
  }
  return undefined;
}
