import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where packages are installed that only `test:runtimes` and `test:types` need. */
export interface Cache {
  /** The folder of an npm package, installed where it is missing: `spec` is `name@version`. */
  install(project: string, spec: string): string;
  /** Whether it is installed already. */
  has(project: string, spec: string): boolean;
}

const folder = fileURLToPath(new URL("../../node_modules/.cache/runtimes", import.meta.url));

/** Each project has a folder of its own, so that nothing is installed that is not asked for. */
export const cache: Cache = {
  has: (project, spec) => existsSync(placeOf(project, spec)),
  install(project, spec) {
    const home = join(folder, project);
    const installed = placeOf(project, spec);
    if (existsSync(installed)) return installed;
    process.stderr.write(`installing ${spec}\n`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), "{}\n");
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"];
    execFileSync("npm", ["install", ...quiet, spec], { cwd: home, stdio: "inherit" });
    return installed;
  },
};

const placeOf = (project: string, spec: string): string =>
  join(folder, project, "node_modules", spec.replace(/(?<=.)@.*/, ""));
