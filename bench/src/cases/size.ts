import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { missingPackage } from "../missing.ts";
import type { Row } from "../results.ts";
import { target } from "../rows.ts";
import type { Case } from "./case.ts";

const update = '.update("webset_1", { title: "T" })';
const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
const ours = `import { createWebsetsClient } from "${dist}index-browser.js";`;

/** The least that makes the call, with each client. */
const minimal: Readonly<Record<string, string>> = {
  "bare fetch": `export const update = (key) =>
    fetch("https://api.exa.ai/websets/v0/websets/webset_1", {
      method: "POST", headers: { "content-type": "application/json", "x-api-key": key }, body: '{"title":"T"}',
    }).then((response) => response.json());`,
  "openapi-fetch": `import createClient from "openapi-fetch";
    export const update = (key) =>
      createClient({ baseUrl: "https://api.exa.ai/websets", headers: { "x-api-key": key } }).POST("/v0/websets/{id}", {
        params: { path: { id: "webset_1" } }, body: { title: "T" },
      });`,
  "exa-js": `import { Exa } from "exa-js"; export const update = (key) => new Exa(key).websets${update};`,
  ky: `import ky from "ky";
    export const update = (key) =>
      ky.post("https://api.exa.ai/websets/v0/websets/webset_1", {
        headers: { "x-api-key": key }, json: { title: "T" },
      }).json();`,
  ours: `${ours} export const update = (apiKey) => createWebsetsClient({ apiKey })${update};`,
  "ours, checked at run time": `${ours} import { contract } from "${dist}contract.js";
    export const update = (apiKey) => createWebsetsClient({ apiKey, contract })${update};`,
};

/** What a browser loads to make the call. */
export const size: Case = async () => {
  const rows: Row[] = [];
  for (const [name, source] of Object.entries(minimal)) {
    try {
      const { minified, gzipped } = await bundleSize(source);
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
      "A module that exports one function, which makes the client and calls update; bundled and minified by esbuild for the browser, gzip level 9; 1 KB is 1000 bytes.",
    columns: [
      { key: "minified", title: "minified, KB", digits: 1 },
      { key: "gzipped", title: "gzipped, KB", digits: 2 },
    ],
    rows,
    targets: [
      target(rows, "ours", "gzipped", {
        text: "ours, KB gzipped",
        atMost: 6.1,
        remains: "openapi-fetch is 2.7 of it; above stands what the rest is for",
      }),
    ],
  };
};

/** In bytes. */
async function bundleSize(contents: string): Promise<{ minified: number; gzipped: number }> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error(`esbuild made nothing`);
  return {
    minified: bundle.contents.length,
    gzipped: gzipSync(bundle.contents, { level: 9 }).length,
  };
}
