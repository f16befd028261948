/**
 * `npm run bench:compilers -- [folder of the JSON-Schema-Test-Suite]`: what else could compile the contract's schemas,
 * and what that would give. Prints the table that stands in README.md.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { _, Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { websetOfSize } from "./src/samples.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const contract = require("../generated/openapi.json") as { components: { schemas: object } };
const roots = ["Webset", "UpdateWebset", "Error"];
const schemas = plain(contract.components.schemas);

/** A way to compile: a module that exports `accepts` (for speed) and whatever it needs to give each place. */
interface Contestant {
  readonly name: string;
  readonly places: string;
  readonly undocumented: string;
  /** The module's text, which may import from the project. */
  readonly module: () => string;
}

const ownFormats = `import * as own from "${project}src/contract/formats.ts";
const f = { "date-time": own.dateTime, date: own.date, uri: own.uri, uuid: own.uuid };`;

const contestants: readonly Contestant[] = [
  {
    name: "ours",
    places: "each violation",
    undocumented: "reported beside violations",
    module: () =>
      `import { compiled } from "${project}generated/contract.ts";
       import { Violations } from "${project}src/contract/violation.ts";
       const update = compiled.operations.find(({ method }) => method === "POST");
       const check = update.responses["200"].content["application/json"];
       export const bodies = compiled.operations;
       export const accepts = (value) => { const out = new Violations(); check(value, out); return out.count === 0; };`,
  },
  {
    name: "Ajv standalone, our formats",
    places: "each violation",
    undocumented: "only as an error, of schemas rewritten with unevaluatedProperties",
    module: () => `${ownFormats}\n${ajv(true)}\nexport const accepts = Webset;`,
  },
  {
    name: "Ajv standalone, ajv-formats",
    places: "each violation",
    undocumented: "only as an error, of schemas rewritten with unevaluatedProperties",
    module: () => `${ajv(false)}\nexport const accepts = Webset;`,
  },
  {
    name: "@exodus/schemasafe, our formats",
    places: "each violation, without what is wrong there",
    undocumented: "only as an error, of schemas rewritten with unevaluatedProperties",
    module: schemasafe,
  },
];

/** Without what says nothing about validity: Ajv embeds the schemas that it reports from. */
function plain(node: object): Record<string, Record<string, unknown>> {
  const annotations = [
    "description",
    "title",
    "deprecated",
    "examples",
    "example",
    "discriminator",
  ];
  const text = JSON.stringify(node, function (this: object, key, value: unknown) {
    const named = "properties" in this || !annotations.includes(key);
    return named || typeof value === "object"
      ? key === "discriminator"
        ? undefined
        : value
      : undefined;
  });
  return JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/"));
}

function ajv(own: boolean): string {
  const instance = new Ajv2020({
    allErrors: true,
    strict: false,
    code: { source: true, esm: true, lines: true, ...(own ? { formats: _`f` } : {}) },
  });
  if (own)
    for (const name of ["date-time", "date", "uri", "uuid"]) instance.addFormat(name, () => true);
  else addFormats.default(instance);
  for (const name of roots) instance.addSchema({ $ref: `#/$defs/${name}`, $defs: schemas }, name);
  const module = standalone.default(
    instance,
    Object.fromEntries(roots.map((name) => [name, name])),
  );
  return module.replaceAll('"use strict";', "");
}

function schemasafe(): string {
  const at = [project, `${project}bench/`]
    .map((from) => createRequire(from))
    .find((one) => {
      try {
        return one.resolve("@exodus/schemasafe");
      } catch {
        return false;
      }
    });
  if (!at) throw new Error("npm install --prefix bench");
  const { validator } = at("@exodus/schemasafe");
  const made = roots.map((name) =>
    validator(
      {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $ref: `#/$defs/${name}`,
        $defs: schemas,
      },
      { includeErrors: true, allErrors: true, mode: "default", extraFormats: true },
    ).toModule(),
  );
  return `${roots.map((name, i) => `export const ${name} = ${made[i]};`).join("\n")}\nexport const accepts = Webset;`;
}

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Microseconds for each check, the least of many turns. */
function timed(accepts: (value: unknown) => boolean): number {
  const bodies = Array.from({ length: 50 }, (_, seed) =>
    JSON.parse(JSON.stringify(websetOfSize(seed, 3000))),
  );
  for (const body of bodies) if (!accepts(body)) throw new Error("a good body was refused");
  let least = Infinity;
  for (let turn = 0; turn < 60; turn++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < 2000; i++) accepts(bodies[i % 50]);
    if (turn > 20) least = Math.min(least, Number(process.hrtime.bigint() - start) / 2000 / 1000);
  }
  return least;
}

const folder = await mkdtemp("/tmp/compilers-");
console.log("| | gzipped, bytes | µs per 3 KB Webset | places | undocumented fields |");
console.log("|---|---:|---:|---|---|");
for (const { name, places, undocumented, module } of contestants) {
  try {
    const code = await bundled(module());
    const file = `${folder}/${name.replace(/\W/g, "")}.mjs`;
    await writeFile(file, code);
    const { accepts } = await import(pathToFileURL(file).href);
    const size = gzipSync(code, { level: 9 }).byteLength;
    console.log(
      `| ${name} | ${size} | ${timed(accepts).toFixed(2)} | ${places} | ${undocumented} |`,
    );
  } catch (error) {
    console.log(`| ${name} | ${String(error).slice(0, 300)} |`);
  }
}
await rm(folder, { recursive: true });
void existsSync;
