import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { buildPackage } from "../../scripts/build.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The package as npm would publish it now: built from the sources into a new folder, whatever stands in `dist/`. */
export interface Packed {
  readonly tarball: string;
  /** Paths inside the tarball, sorted. */
  readonly files: readonly string[];
  /** A project with nothing but this package and what it depends on installed. */
  readonly consumer: string;
}

/** Builds, packs, and installs the tarball into an empty project. Without the network. */
export async function pack(): Promise<Packed> {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "exa-websets-client-")));
  const staged = join(work, "staged");
  await buildPackage(join(staged, "dist"));
  const { files: published } = readJson(join(root, "package.json")) as { files: string[] };
  // npm takes from these folders what `files` says.
  const sources = published.map((pattern) => pattern.replace(/^!/, "").split("/", 1)[0] ?? "");
  for (const path of new Set(["package.json", "README.md", "LICENSE", ...sources]))
    if (path !== "dist" && existsSync(join(root, path)))
      cpSync(join(root, path), join(staged, path), { recursive: true, filter });
  const args = ["pack", staged, "--json", "--ignore-scripts", "--pack-destination", work];
  const [packed] = JSON.parse(execFileSync("npm", args, { encoding: "utf8" }));
  const tarball = join(work, packed.filename);
  const consumer = join(work, "consumer");
  installTarball(tarball, join(consumer, "node_modules"));
  writeFileSync(
    join(consumer, "package.json"),
    '{ "name": "consumer", "private": true, "type": "module" }\n',
  );
  const files = packed.files.map(({ path }: { path: string }) => path).sort();
  return { tarball, files, consumer };
}

function filter(path: string): boolean {
  return !path.split(sep).includes("node_modules");
}

/** Puts the package into a `node_modules`, and what npm would install beside it. */
export function installTarball(tarball: string, modules: string): void {
  const folder = join(modules, "exa-websets-client");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  installDependencies(folder, modules);
}

/** Copied from this project: the dependencies of a package, and theirs. */
function installDependencies(from: string, nodeModules: string): void {
  const { dependencies = {} } = readJson(join(from, "package.json")) as { dependencies?: object };
  for (const name of Object.keys(dependencies)) {
    const target = join(nodeModules, name);
    cpSync(join(root, "node_modules", name), target, { recursive: true });
    installDependencies(target, nodeModules);
  }
}

/** How the tools of a runtime resolve `exports`; a process resolves them itself. */
const conditions = {
  process: undefined,
  worker: ["workerd", "worker", "browser"],
  page: ["browser"],
};

/**
 * Bundles one of `hosts/` into the consumer. Node, Bun and Deno import the installed package as it is; for a page or a
 * worker it is bundled with it, as its user would do.
 * @returns the path of the script.
 */
export async function bundleHost(consumer: string, host: keyof typeof conditions): Promise<string> {
  const script = join(consumer, `${host}.mjs`);
  const options = { bundle: true, format: "esm", target: "es2022", logLevel: "error" } as const;
  // Inside this checkout the package's name would lead to the checkout: it is left alone until the script lies there.
  await build({
    ...options,
    entryPoints: [join(root, `tests/faults/hosts/${host}.ts`)],
    outfile: script,
    packages: "external",
    platform: host === "process" ? "node" : "neutral",
  });
  if (!conditions[host]) return script;
  const { metafile } = await build({
    ...options,
    absWorkingDir: consumer,
    entryPoints: [script],
    outfile: join(consumer, `${host}.bundle.mjs`),
    platform: "browser",
    conditions: conditions[host],
    metafile: true,
  });
  onlyFrom(consumer, metafile);
  return join(consumer, `${host}.bundle.mjs`);
}

/** @throws Error where a bundle holds what its user could not have. */
function onlyFrom(consumer: string, { inputs }: Metafile): void {
  const foreign = Object.keys(inputs).find(
    (file) => !resolve(consumer, file).startsWith(consumer + sep),
  );
  if (foreign) throw new Error(`${foreign} was bundled, which is not in ${consumer}`);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
