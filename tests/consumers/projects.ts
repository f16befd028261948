import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Binary, binaries } from "../faults/runtimes/binaries.ts";
import { cache } from "../package/cache.ts";
import { installTarball } from "../package/consumer.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cached = join(root, "node_modules/.cache/consumers");

/** A small project that uses the package: a folder with a package.json whose script `test` says whether it works. */
export interface Project {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

interface Manifest {
  readonly scripts: { readonly test: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  /** Runtimes of the fault matrix that the script calls, such as `bun`. */
  readonly runtimes?: readonly Binary[];
}

/** How the tests of a project ended. */
export interface Result {
  readonly state: "passed" | "failed" | "skipped";
  /** What it said, or why it was skipped. */
  readonly output: string;
}

/** Those that test something, and those that teach something too. */
export function findProjects(): readonly Project[] {
  return ["tests/consumers", "examples"].flatMap((parent) =>
    readdirSync(join(root, parent))
      .map((name) => join(root, parent, name))
      .filter((folder) => existsSync(join(folder, "package.json")))
      .map((folder) => ({
        name: basename(folder),
        folder,
        manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
      })),
  );
}

/** Runs the tests of one project with the packed tarball installed, in the folder `home`, which must not exist. */
export async function testProject(
  project: Project,
  home: string,
  tarball: string,
  env: Readonly<Record<string, string>>,
): Promise<Result> {
  let path: string;
  try {
    copyLinked(install(project), home);
    path = (project.manifest.runtimes ?? []).map(folderOf).join(delimiter);
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return { state: "skipped", output: `cannot be installed here: ${stderr || message}` };
  }
  for (const file of ["package.json", "installed"]) rmSync(join(home, file)); // links into the cache
  cpSync(project.folder, home, { recursive: true });
  installTarball(tarball, join(home, "node_modules"));
  try {
    const { stdout, stderr } = await promisify(execFile)("npm", ["test", "--silent"], {
      cwd: home,
      env: { ...process.env, ...env, PATH: `${path}${delimiter}${process.env.PATH}` },
      timeout: 1_800_000,
    });
    return { state: "passed", output: stdout + stderr };
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { stdout: string; stderr: string };
    return { state: "failed", output: `${stdout}${stderr}` || message };
  }
}

/** Copies a folder by hard links where the system can: what is installed is large. */
function copyLinked(from: string, to: string): void {
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}

/** A folder where everything that the project needs but this package is installed; made anew when that changes. */
function install({ name, manifest }: Project): string {
  const { "exa-websets-client": _, ...dependencies } = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
  };
  const text = JSON.stringify({ dependencies });
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const home = join(cached, `${name}-${hash}`);
  if (existsSync(join(home, "installed"))) return home;
  process.stderr.write(`installing what ${name} needs\n`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(home, "node_modules"), { recursive: true });
  writeFileSync(join(home, "package.json"), text);
  const quiet = [
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-package-lock",
    "--loglevel=error",
  ];
  if (Object.keys(dependencies).length)
    execFileSync("npm", ["install", ...quiet], { cwd: home, encoding: "utf8", stdio: "pipe" });
  writeFileSync(join(home, "installed"), "");
  return home;
}

function folderOf(runtime: Binary): string {
  const { spec, binary } = binaries[runtime];
  return join(cache.install(runtime, spec), binary, "..");
}
