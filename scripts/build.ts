/**
 * `npm run build`: makes `dist/`, all that is published besides the contract's own files. Each module of `src/` goes into
 * exactly one file of a format, so that there is one copy of each error class, whatever entry a consumer imports.
 */
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type OutputOptions, type Plugin, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What consumers import: an entry of `exports` in package.json each, as ES module and as CommonJS, with types of both. */
const entries = {
  index: "src/index.ts",
  contract: "src/contract/index.ts",
  testing: "src/testing/index.ts",
};

/** What only the command starts: ES modules without types. */
const programs = { cli: "src/cli/bin.ts", worker: "src/drift/worker.ts" };

/** Makes JavaScript of TypeScript and JSON. Types are checked by `npm run types`. */
const toJavaScript: Plugin = {
  name: "to-javascript",
  transform(code, file) {
    if (file.endsWith(".json")) return { code: `export default ${code}`, map: null };
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    const { outputText } = ts.transpileModule(code, { fileName: file, compilerOptions });
    return { code: outputText, map: null };
  },
};

const host: Plugin = {
  name: "host",
  resolveId: (name) => (name === "#host" ? join(root, "src/http/host.ts") : null),
};

/** Fails on whatever rollup warns of: a circle of imports, a name that is not exported. */
function onwarn({ message }: { message: string }): never {
  throw new Error(message);
}

async function bundle(
  input: Readonly<Record<string, string>>,
  plugins: Plugin[],
  ...outputs: OutputOptions[]
): Promise<void> {
  const build = await rollup({
    input: Object.fromEntries(
      Object.entries(input).map(([name, file]) => [name, join(root, file)]),
    ),
    external: (name) => !/^[./#]/.test(name),
    plugins: [host, ...plugins],
    treeshake: { moduleSideEffects: false },
    onwarn,
  });
  for (const output of outputs) await build.write(output);
  await build.close();
}

/** What several entries share is named after its last module, the one that imports the others: `drift/run.ts`, `drift-run`. */
function chunkName(moduleIds: readonly string[]): string {
  const file = relative(root, moduleIds.at(-1) ?? "");
  return file.replace(/^src\/|(\.d)?\.ts$/g, "").replaceAll("/", "-");
}

/** Builds the package into the folder `dir`, which is emptied before. */
export async function buildPackage(dir: string): Promise<void> {
  rmSync(dir, { recursive: true, force: true });
  const files = (extension: string): OutputOptions => ({
    dir,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: ({ moduleIds }) => `${chunkName(moduleIds)}.${extension}`,
    minifyInternalExports: false,
    hoistTransitiveImports: false,
  });
  await bundle({ ...entries, ...programs }, [toJavaScript], { ...files("js"), format: "es" });
  await bundle(entries, [toJavaScript], {
    ...files("cjs"),
    format: "cjs",
    interop: "auto",
    dynamicImportInCjs: false, // Jest runs no import() in CommonJS
  });
  await bundle(
    entries,
    [dts({ tsconfig: join(root, "tsconfig.json") })],
    files("d.ts"),
    files("d.cts"),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await buildPackage(join(root, "dist"));
