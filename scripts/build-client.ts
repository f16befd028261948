import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What `exports` of package.json gives for the client, and the condition under which. */
const bundles = [
  { file: "index-browser.js", conditions: ["browser"] },
  { file: "index.js", conditions: [] },
];

/**
 * Makes the compiled client one file for each kind of host: each file of a module costs half a millisecond of a cold
 * import. Other modules get the client and its error classes from there too, or `instanceof` would fail.
 * @param dist the compiled package; its package.json stands beside it.
 */
export async function buildClient(dist: string): Promise<void> {
  const client = join(dist, "src/index.js");
  for (const { file, conditions } of bundles)
    await build({
      entryPoints: [client],
      outfile: join(dist, "src", file),
      allowOverwrite: true,
      bundle: true,
      format: "esm",
      platform: "neutral",
      external: ["openapi-fetch"],
      conditions,
      tsconfigRaw: {}, // `#host` as package.json has it, not as type checking does
      logLevel: "warning",
    });
  for (const module of ["client.js", "errors.js"])
    await writeFile(join(dist, "src", module), 'export * from "#client";\n');
  const http = join(dist, "src/http");
  for (const file of await readdir(http))
    if (file.endsWith(".js") && !file.startsWith("host")) await rm(join(http, file));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await buildClient(join(import.meta.dirname, "../dist"));
