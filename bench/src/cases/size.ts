import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { clients } from "../clients/all.ts";
import { missingPackage } from "../missing.ts";
import type { Row } from "../results.ts";
import { target } from "../rows.ts";
import type { Case } from "./case.ts";

/** What a browser loads to make the call. */
export const size: Case = async () => {
  const rows: Row[] = [];
  for (const { name, file } of clients) {
    const entry = fileURLToPath(new URL(`../clients/${file}.js`, import.meta.url));
    try {
      const { minified, gzipped } = await bundleSize(entry);
      rows.push({ name, figures: { minified: minified / 1000, gzipped: gzipped / 1000 } });
    } catch (error) {
      const missing = missingPackage(error);
      if (missing === undefined) throw error;
      rows.push({ name, missing, figures: {} });
    }
  }
  return {
    title: "Size in a browser",
    method:
      "A module that makes the client and calls update, bundled and minified by esbuild for the browser, gzip level 9; 1 KB is 1000 bytes.",
    columns: [
      { key: "minified", title: "minified, KB", digits: 1 },
      { key: "gzipped", title: "gzipped, KB", digits: 2 },
    ],
    rows,
    targets: [
      target(rows, "ours", "gzipped", {
        text: "ours, KB gzipped",
        atMost: 5,
        remains: "openapi-fetch is 2.7 of it",
      }),
    ],
  };
};

/** In bytes. */
async function bundleSize(entry: string): Promise<{ minified: number; gzipped: number }> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error(`esbuild made nothing of ${entry}`);
  return {
    minified: bundle.contents.length,
    gzipped: gzipSync(bundle.contents, { level: 9 }).length,
  };
}
