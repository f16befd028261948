import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, inject, test } from "vitest";

const { tarball, files, consumer } = inject("packed");
const installed = join(consumer, "node_modules/exa-websets-client");
const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));

test("holds only what a consumer needs", () => {
  const allowed = [
    /^(package\.json|README\.md|LICENSE)$/,
    /^openapi\/websets\.yaml$/,
    /^docs\/report\.schema\.json$/,
    /^dist\/generated\/(contract|types)\.(js|d\.ts)$/,
    /^dist\/generated\/openapi\.json$/,
    /^dist\/src\/([a-z-]+\/)*[a-z-]+\.(js|d\.ts)$/,
  ];
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(files.filter((file) => /test/.test(file.replace("src/testing/", "")))).toEqual([]);
});

test("ships a declaration only for what can be imported", () => {
  const inner = /^dist\/src\/(cli|drift|recordings|report|spec-diff)\/.*\.d\.ts$/;
  expect(files.filter((file) => inner.test(file))).toEqual([]);
});

test("ships every file that a file of it imports", () => {
  const shipped = new Set(files);
  const missing = files
    .filter((file) => /\.(js|d\.ts)$/.test(file))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => !shipped.has(target));
  expect(missing).toEqual([]);
});

test("ships no module that cannot be loaded", () => {
  const modules = files.filter((file) => /\.js$/.test(file) && !/\/(bin|worker)\.js$/.test(file));
  const code = `
    for (const file of ${JSON.stringify(modules)})
      await import("./node_modules/exa-websets-client/" + file).catch((error) => console.log(file, error.message));`;
  expect(node("--input-type=module", "-e", code)).toBe("");
  expect(modules.length).toBeGreaterThan(20);
});

test("throws the same errors from the client, the contract and the command line", () => {
  const code = `
    import { createWebsetsClient, InvalidInputError } from "exa-websets-client";
    import { contract } from "exa-websets-client/contract";
    const client = createWebsetsClient({ apiKey: "k", contract });
    const error = await client.update("w", { metadata: { a: 1 } }).catch((error) => error);
    console.log(error instanceof InvalidInputError, error.findings.length);`;
  expect(node("--input-type=module", "-e", code)).toBe("true 1\n");
  const bin = join(installed, manifest.bin["exa-websets"]);
  const args = [bin, "update", "w", "--metadata", "a=b", "--base-url", "http://192.0.2.1"];
  const env = { ...process.env, EXA_API_KEY: "k" };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^exa-websets: .*https.*\n$/),
  });
});

test("depends on openapi-fetch alone, and on its peers only if wanted", () => {
  expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
  for (const peer of Object.keys(manifest.peerDependencies))
    expect(manifest.peerDependenciesMeta[peer]).toEqual({ optional: true });
});

test("runs no script on installation", () => {
  const { preinstall, install, postinstall, prepare } = manifest.scripts ?? {};
  expect([preinstall, install, postinstall, prepare]).toEqual(Array(4).fill(undefined));
});

test("is clean for publint", async () => {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const archive = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball: archive }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("is clean for attw, as a package of ES modules", () => {
  const attw = join(import.meta.dirname, "../../node_modules/@arethetypeswrong/cli/dist/index.js");
  // Of a JSON or YAML file there are no types.
  const data = Object.keys(manifest.exports).filter((entry) => /\.(yaml|json)$/.test(entry));
  const options = ["--profile", "esm-only", "--format", "ascii", "--exclude-entrypoints", ...data];
  const args = [attw, tarball, ...options];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status, stdout).toBe(0);
});

test("can be loaded with require() where Node can load modules so", () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  expect(major > 20 || minor >= 19, "Node is older than what `engines` says").toBe(true);
  const code = `
    const { createWebsetsClient } = require("exa-websets-client");
    const { contract } = require("exa-websets-client/contract");
    console.log(typeof createWebsetsClient, typeof contract);
    console.log(require("exa-websets-client/openapi.json").openapi);`;
  expect(node("--input-type=commonjs", "-e", code)).toMatch(/^function object\n3\.1\.\d\n$/);
});

test("gives the contract's files", () => {
  const code = `
    import { readFileSync } from "node:fs";
    import { fileURLToPath } from "node:url";
    const file = fileURLToPath(import.meta.resolve("exa-websets-client/openapi.yaml"));
    console.log(/^openapi: 3\\.1/m.test(readFileSync(file, "utf8")));`;
  expect(node("--input-type=module", "-e", code)).toBe("true\n");
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
  const { status, stderr } = spawnSync(process.execPath, [bin, "mock"], { encoding: "utf8" });
  expect(stderr).toMatch(/^exa-websets: .*npm i -D @stoplight\/prism-cli@\S+\n$/);
  expect(status).toBe(2);
});

test("a minimal update call takes at most 5.0 KB, minified and gzipped", async () => {
  const size = await bundledSize(`
    import { createWebsetsClient } from "exa-websets-client";
    export const update = (apiKey) =>
      createWebsetsClient({ apiKey }).update("webset_1", { title: "T" });`);
  expect(size).toBeLessThanOrEqual(5_000);
});

test("with the contract it takes at most 12 KB", async () => {
  const size = await bundledSize(`
    import { createWebsetsClient } from "exa-websets-client";
    import { contract } from "exa-websets-client/contract";
    export const update = (apiKey) =>
      createWebsetsClient({ apiKey, contract }).update("webset_1", { title: "T" });`);
  expect(size).toBeLessThanOrEqual(12_000);
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

/** Paths in the package that a file imports, types included; `.ts` in a declaration stands for its declaration. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(installed, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import\(?|URL\()\s*"(\.[^"]+\.(?:js|ts|json))"/g)];
  return specifiers.map(([, specifier = ""]) => {
    const target = posix.join(dirname(file), specifier);
    return file.endsWith(".d.ts") ? target.replace(/(\.d)?\.(ts|js)$/, ".d.ts") : target;
  });
}
