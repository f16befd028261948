import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildClient } from "../../scripts/build-client.ts";

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
  const work = mkdtempSync(join(tmpdir(), "exa-websets-client-"));
  const staged = join(work, "staged");
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  // Types are checked by `npm run types`; not to do so again halves the time.
  run(process.execPath, [
    tsc,
    "-p",
    "tsconfig.build.json",
    "--noCheck",
    "--outDir",
    join(staged, "dist"),
  ]);
  const { files: published } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const more = published.filter((path: string) => !/^(!|dist$)/.test(path));
  for (const path of ["package.json", "README.md", "LICENSE", ...more])
    cpSync(join(root, path), join(staged, path), { recursive: true });
  await buildClient(join(staged, "dist"));
  const [packed] = JSON.parse(
    run("npm", ["pack", staged, "--json", "--ignore-scripts", "--pack-destination", work]),
  );
  const consumer = join(work, "consumer");
  const installed = join(consumer, "node_modules", packed.name);
  mkdirSync(installed, { recursive: true });
  const tarball = join(work, packed.filename);
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  installDependencies(installed, join(consumer, "node_modules"));
  writeFileSync(
    join(consumer, "package.json"),
    '{ "name": "consumer", "private": true, "type": "module" }\n',
  );
  const files = packed.files.map(({ path }: { path: string }) => path).sort();
  return { tarball, files, consumer };
}

/** What npm would install beside the package, copied from this project: its dependencies, and theirs. */
function installDependencies(from: string, nodeModules: string): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const target = join(nodeModules, name);
    cpSync(join(root, "node_modules", name), target, { recursive: true });
    installDependencies(target, nodeModules);
  }
}

/**
 * Bundles one of `hosts/` into the consumer. Node, Bun and Deno import the installed package as it is; for a page or a
 * worker it is bundled with it, as its user would do.
 * @returns the path of the script.
 */
export async function bundleHost(
  consumer: string,
  host: "process" | "worker" | "page",
): Promise<string> {
  const outfile = join(consumer, `${host}.mjs`);
  await build({
    entryPoints: [join(root, `tests/faults/hosts/${host}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: host === "process" ? "node" : "browser",
    // `packages: "external"` keeps the import of the package; else it is found in the consumer's node_modules.
    ...(host === "process"
      ? { packages: "external" }
      : { nodePaths: [join(consumer, "node_modules")] }),
    logLevel: "error",
  });
  return outfile;
}

function run(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${dirname(args[0] ?? "")} failed:\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}
