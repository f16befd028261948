import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, inject, test } from "vitest";

const { tarball, files, consumer } = inject("packed");
const root = join(import.meta.dirname, "../..");
const installed = join(consumer, "node_modules/exa-websets-client");
const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));

test("holds only what a consumer needs", () => {
  const allowed = [
    /^(package\.json|README\.md|LICENSE|(CHANGELOG|CONTRIBUTING|SECURITY)\.md)$/,
    /^openapi\/[a-z-]+\.yaml$/,
    /^generated\/openapi\.json$/,
    /^docs\/[a-z-]+(\.md|\.schema\.json)$/,
    /^examples\//,
    /^(bench\/README\.md|\.github\/workflows\/drift\.yml)$/, // what documents lead to
    /^dist\/[a-z-]+\.(js|cjs|d\.ts|d\.cts)$/,
  ];
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(files.filter((file) => /^dist\/.*\btest\b/.test(file))).toEqual([]);
});

test("gives each entry as ES module and as CommonJS, with the types of both", () => {
  const entries = Object.keys(manifest.exports).filter((entry) => !/\.(yaml|json)$/.test(entry));
  expect(entries).toEqual([".", "./contract", "./testing"]);
  const shipped = new Set(files.map((file) => `./${file}`));
  for (const entry of entries) {
    const { require, default: esm, browser } = manifest.exports[entry];
    for (const target of [require, esm, browser?.require, browser?.default]) {
      if (!target) continue;
      const { types, default: code } = target;
      expect(types).toBe(code.replace("-browser", "").replace(/\.(c?)js$/, ".d.$1ts"));
      expect([shipped.has(types), shipped.has(code)]).toEqual([true, true]);
    }
  }
});

test("has the map that the README of src/ draws", () => {
  const readme = readFileSync(join(root, "src/README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| (`.*?) \| `(.*?)`/gm)];
  const drawn = rows.flatMap(([, cell = ""]) => cell.replaceAll("`", "").split(", "));
  const sources = rows.map(([, , source = ""]) => source);
  expect(sources.filter((source) => !existsSync(join(root, "src", source)))).toEqual([]);
  const code = files.filter((file) => /^dist\/.*js$/.test(file)).map((file) => file.slice(5));
  expect(drawn.filter((file) => !code.includes(file))).toEqual([]);
  // The rest is named after its main module.
  const modules = [
    ...readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }),
    ...readdirSync(join(root, "generated")).map((file) => join("generated", file)),
  ];
  const names = new Set(modules.map((file) => file.replace(/\.ts$/, "").replaceAll(sep, "-")));
  const strange = code.filter(
    (file) => !drawn.includes(file) && !names.has(file.replace(/\.c?js$/, "")),
  );
  expect(strange).toEqual([]);
});

test("ships every file that a file of it imports, and none besides", () => {
  const code = files.filter((file) => file.startsWith("dist/"));
  const imported = new Set(code.flatMap(importsOf));
  expect([...imported].filter((file) => !code.includes(file))).toEqual([]);
  const started = /^dist\/(index|index-browser|contract|testing)\.|^dist\/(cli|worker)\.js$/;
  expect(code.filter((file) => !imported.has(file) && !started.test(file))).toEqual([]);
});

test("ships no module that cannot be loaded", () => {
  const modules = files.filter(
    // Not what starts the command, or is loaded by it alone.
    (file) =>
      /^dist\/.*\.c?js$/.test(file) &&
      !/\/(cli|worker)\.js$/.test(file) &&
      !importsOf(file).includes("dist/cli.js"),
  );
  const code = `
    for (const file of ${JSON.stringify(modules)})
      await import("./node_modules/exa-websets-client/" + file).catch((error) => console.log(file, error.message));`;
  expect(node("--input-type=module", "-e", code)).toBe("");
  expect(modules.length).toBeGreaterThan(20);
});

const sameErrors = `
  const { createWebsetsClient, InvalidInputError } = client;
  const made = createWebsetsClient({ apiKey: "k", contract: contract.contract });
  made.update("w", { metadata: { a: 1 } }).catch((error) =>
    console.log(error instanceof InvalidInputError, error.findings.length));`;

const imports = {
  module: `import * as client from "exa-websets-client";
    import * as contract from "exa-websets-client/contract";
    import * as testing from "exa-websets-client/testing";`,
  commonjs: `const client = require("exa-websets-client");
    const contract = require("exa-websets-client/contract");
    const testing = require("exa-websets-client/testing");`,
};

test.each([
  ["ES modules", "module", []],
  ["ES modules for browsers", "module", ["--conditions=browser"]],
  ["CommonJS", "commonjs", []],
  ["CommonJS for browsers", "commonjs", ["--conditions=browser"]],
] as const)("throws the same errors from all entries: %s", (_, type, flags) => {
  const code = imports[type] + sameErrors;
  expect(node(...flags, `--input-type=${type}`, "-e", code)).toBe("true 1\n");
});

test("gives the same names to require() and to import", () => {
  const code = `
    import { createRequire } from "node:module";
    const require = createRequire(process.cwd() + "/");
    for (const entry of ["", "/contract", "/testing"]) {
      const names = Object.keys(await import("exa-websets-client" + entry)).sort();
      console.log(String(names) === String(Object.keys(require("exa-websets-client" + entry)).sort()));
    }`;
  expect(node("--input-type=module", "-e", code)).toBe("true\ntrue\ntrue\n");
});

test("finds its errors' classes from the command too", () => {
  const bin = join(installed, manifest.bin["exa-websets"]);
  const args = [bin, "update", "w", "--metadata", "a=b", "--base-url", "http://192.0.2.1"];
  const env = { ...process.env, EXA_API_KEY: "k" };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^exa-websets: .*https.*\n$/),
  });
});

test.each(["text", "json", "github", "markdown", "html", "junit", "sarif"])(
  "runs a command to its end in the format %s",
  (format) => {
    const bin = join(installed, manifest.bin["exa-websets"]);
    const contract = join(installed, "generated/openapi.json");
    const args = [bin, "diff", contract, contract, "--format", format];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toBe("");
  },
);

test("has links that work for whoever reads its documents", () => {
  const shipped = new Set(files);
  const broken = files
    // CONTRIBUTING.md is for whoever has the whole project.
    .filter((file) => file.endsWith(".md") && file !== "CONTRIBUTING.md")
    .flatMap((file) => linksOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => !shipped.has(target) && !files.some((f) => f.startsWith(`${target}/`)));
  expect(broken).toEqual([]);
});

test("depends on openapi-fetch alone, and on its peers only if wanted", () => {
  expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
  for (const peer of Object.keys(manifest.peerDependencies))
    expect(manifest.peerDependenciesMeta[peer]).toEqual({ optional: true });
});

test("runs no script on installation", () => {
  // `prepare` is run in a checkout only, never where the tarball is installed.
  const { preinstall, install, postinstall } = manifest.scripts ?? {};
  expect([preinstall, install, postinstall]).toEqual(Array(3).fill(undefined));
});

test("is clean for publint", async () => {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const archive = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball: archive }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("is clean for attw in every column", () => {
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // Of a JSON or YAML file there are no types.
  const data = Object.keys(manifest.exports).filter((entry) => /\.(yaml|json)$/.test(entry));
  const options = ["--format", "ascii", "--exclude-entrypoints", ...data];
  const args = [attw, tarball, ...options];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status, stdout).toBe(0);
});

test("gives the contract's files", () => {
  const code = `
    import { existsSync, readdirSync, readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import { fileURLToPath } from "node:url";
    const file = fileURLToPath(import.meta.resolve("exa-websets-client/openapi.yaml"));
    console.log(/^openapi: 3\\.1/m.test(readFileSync(file, "utf8")));
    console.log(createRequire(process.cwd() + "/")("exa-websets-client/openapi.json").openapi);`;
  expect(node("--input-type=module", "-e", code)).toMatch(/^true\n3\.1\.\d\n$/);
});

test("warns of nothing when it is imported", () => {
  const code = `
    import "exa-websets-client"; import "exa-websets-client/contract";
    import { websetFixture } from "exa-websets-client/testing";
    console.log(websetFixture().object);`;
  const args = ["--input-type=module", "-e", code];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: consumer, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "webset\n", stderr: "" });
});

test("names what to install when the mock is started without Prism", () => {
  const bin = join(installed, manifest.bin["exa-websets"]);
  const { status, stderr } = spawnSync(process.execPath, [bin, "mock", "--prism"], {
    encoding: "utf8",
  });
  expect(stderr).toMatch(/^exa-websets: .*npm i -D @stoplight\/prism-cli@\S+\n$/);
  expect(status).toBe(2);
});

test("a minimal update call takes at most 9,500 bytes, minified and gzipped", async () => {
  const size = await bundledSize(`
    import { createWebsetsClient } from "exa-websets-client";
    export const update = (apiKey) =>
      createWebsetsClient({ apiKey }).update("webset_1", { title: "T" });`);
  expect(size).toBeLessThanOrEqual(9_500);
});

test("with the contract it takes at most 20,200 bytes", async () => {
  const size = await bundledSize(`
    import { createWebsetsClient } from "exa-websets-client";
    import { contract } from "exa-websets-client/contract";
    export const update = (apiKey) =>
      createWebsetsClient({ apiKey, contract }).update("webset_1", { title: "T" });`);
  expect(size).toBeLessThanOrEqual(20_200);
});

/** Bytes of a browser's bundle, as `gzip -9` leaves them. */
async function bundledSize(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).byteLength;
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: consumer, encoding: "utf8" });
}

/** Paths in the package that a file imports; what a declaration imports is the declaration of that. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(installed, file), "utf8");
  const specifiers = text.matchAll(
    /(?:\bfrom|\bimport\(?|\brequire\(|\bURL\()\s*["'](\.[^"']+\.c?js)["']/g,
  );
  return [...specifiers].map(([, specifier = ""]) => {
    const target = posix.join(posix.dirname(file), specifier);
    return /\.d\.c?ts$/.test(file) ? target.replace(/\.(c?)js$/, ".d.$1ts") : target;
  });
}

/** Paths in the package that a Markdown file leads to. */
function linksOf(file: string): string[] {
  const text = readFileSync(join(installed, file), "utf8");
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(file), target).replace(/\/$/, ""));
}
