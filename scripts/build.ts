/**
 * `npm run build`: makes `dist/`, which is all of the package but its documents. Each module of `src/` goes into exactly
 * one file of each format, so that there is one copy of the error classes, whatever entry a consumer imports.
 */
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type OutputOptions, type Plugin, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const errors = source("errors.ts");

/** The entries of `exports` in package.json: as ES modules and as CommonJS, each with its types. */
const entries = {
  index: source("index.ts"),
  contract: source("contract/index.ts"),
  testing: source("testing/index.ts"),
};

/** What only the command starts: ES modules without types. */
const programs = { cli: source("cli/bin.ts"), worker: source("drift/worker.ts") };

/**
 * The client for browsers, which have no use for half of what `#host` knows. It is not done by `imports` in
 * package.json, since Metro (React Native) does not read them. Its errors are those of the other entries.
 */
const browser = { "index-browser": source("index.ts") };

/** Which entries a build makes, and which module `#host` is in it. */
interface Part {
  readonly input: Readonly<Record<string, string>>;
  readonly host: string;
  /** Whether it makes the file of the errors, or leads to that of another build. */
  readonly errors?: "inside" | "outside";
}

function source(file: string): string {
  return join(root, "src", file);
}

/** Makes JavaScript of TypeScript and JSON. Types are checked by `npm run types`. */
const toJavaScript: Plugin = {
  name: "to-javascript",
  transform(code, file) {
    if (file === join(root, "package.json"))
      return {
        code: `export default { version: ${JSON.stringify(JSON.parse(code).version)} }`,
        map: null,
      };
    if (file.endsWith(".json")) return { code: `export default ${code}`, map: null };
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    const { outputText } = ts.transpileModule(code, { fileName: file, compilerOptions });
    return { code: outputText, map: null };
  },
};

/** Fails on whatever rollup warns of: a circle of imports, a name that is not exported. */
function onwarn({ message }: { message: string }): never {
  throw new Error(message);
}

async function bundle(part: Part, plugin: Plugin, ...outputs: OutputOptions[]): Promise<void> {
  const parts: Plugin = {
    name: "parts",
    resolveId: (name) => (name === "#host" ? source(part.host) : null),
    buildStart() {
      if (part.errors === "inside")
        this.emitFile({
          type: "chunk",
          id: errors,
          name: "errors",
          preserveSignature: "allow-extension",
        });
    },
  };
  const build = await rollup({
    input: part.input,
    external: (name) => !/^[./#]/.test(name) || (part.errors === "outside" && name === errors),
    plugins: [parts, plugin],
    treeshake: { moduleSideEffects: false },
    onwarn,
  });
  for (const output of outputs) await build.write(output);
  await build.close();
}

/** What several entries share is named after the module that imports the rest of it: `drift-run` for `drift/run.ts`. */
function chunkName(moduleIds: readonly string[]): string {
  const file = relative(root, moduleIds.at(-1) ?? "");
  return file.replace(/^src\/|(\.d)?\.ts$/g, "").replaceAll("/", "-");
}

/**
 * The client in two files, its own and that of the errors: each more costs a cold import half a millisecond. Left to
 * itself, rollup makes four, for what the command and the contract need of it.
 */
function clientFile(module: string): string | undefined {
  const path = relative(root, module).replaceAll("\\", "/");
  if (["src/errors.ts", "generated/operations.ts"].includes(path)) return "errors";
  return /^(src\/(index|client)\.ts|src\/http\/|generated\/status-errors)/.test(path)
    ? "index"
    : undefined;
}

/** Builds the package into the folder `dir`, which is emptied before. */
export async function buildPackage(dir: string): Promise<void> {
  rmSync(dir, { recursive: true, force: true });
  const output = (extension: string): OutputOptions => ({
    dir,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: ({ moduleIds }) => `${chunkName(moduleIds)}.${extension}`,
    paths: { [errors]: `./errors.${extension}` },
    minifyInternalExports: false,
    hoistTransitiveImports: false,
  });
  const shared = { manualChunks: clientFile, onlyExplicitManualChunks: true };
  const esm: OutputOptions = { ...output("js"), format: "es" };
  const cjs: OutputOptions = {
    ...output("cjs"),
    format: "cjs",
    interop: "auto",
    dynamicImportInCjs: false, // Jest runs no import() in CommonJS
  };
  const host = "http/host.ts";
  const all = { ...entries, ...programs };
  await bundle({ input: all, host, errors: "inside" }, toJavaScript, { ...esm, ...shared });
  await bundle({ input: entries, host, errors: "inside" }, toJavaScript, { ...cjs, ...shared });
  const forBrowsers = { input: browser, host: "http/host-browser.ts", errors: "outside" } as const;
  await bundle(forBrowsers, toJavaScript, esm, cjs);
  const types = dts({ tsconfig: join(root, "tsconfig.json") });
  // One by one, so that each declaration stands in the file of its entry: what is declared in a file that nobody can
  // import cannot be named in the declarations of a consumer (TS2742, before TypeScript 5.5).
  for (const [name, file] of Object.entries(entries))
    await bundle({ input: { [name]: file }, host }, types, output("d.ts"), output("d.cts"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await buildPackage(join(root, "dist"));
