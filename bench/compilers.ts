/**
 * `npm run bench:compilers -- [folder of the JSON-Schema-Test-Suite]`: what else could compile the contract's schemas,
 * and what that would give. Prints the table that stands in README.md.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { _, Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { SchemaCompiler } from "../scripts/generate/compile-schema.ts";
import { load } from "../tests/json-schema/load.ts";
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
  /** Compiles a schema of the official suite, `format` being an annotation; throws where it refuses. */
  readonly judge: (schema: object) => (value: unknown) => boolean;
}

const dialect = "https://json-schema.org/draft/2020-12/schema";
const judgeAjv: Contestant["judge"] = (schema) =>
  new Ajv2020({ strict: false, validateFormats: false, logger: false }).compile(schema);

const ownFormats = `import * as own from "${project}src/contract/formats.ts";
const f = { "date-time": own.dateTime, date: own.date, uri: own.uri, uuid: own.uuid };`;

const contestants: readonly Contestant[] = [
  {
    name: "ours",
    places: "each violation",
    undocumented: "reported beside violations",
    judge: (schema) => {
      const check = load(schema, false);
      return (value) => check(value).errors === 0;
    },
    module: ours,
  },
  {
    name: "Ajv standalone, our formats",
    places: "each violation",
    undocumented: "only as an error, of schemas rewritten with unevaluatedProperties",
    module: () => `${ownFormats}\n${ajv(true)}\nexport const accepts = Webset;`,
    judge: judgeAjv,
  },
  {
    name: "Ajv standalone, ajv-formats",
    places: "each violation",
    undocumented: "only as an error, of schemas rewritten with unevaluatedProperties",
    module: () => `${ajv(false)}\nexport const accepts = Webset;`,
    judge: judgeAjv,
  },
  {
    name: "@exodus/schemasafe, its own formats",
    places: "each violation, without what is wrong there",
    undocumented: "only as an error, of schemas rewritten with unevaluatedProperties",
    module: schemasafe,
    judge: (schema) =>
      validatorOfSchemasafe()(schema, {
        mode: "lax",
        $schemaDefault: dialect,
        formatAssertion: false,
        extraFormats: true,
      }),
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
    if (key.startsWith("x-")) return undefined;
    const named = "properties" in this || !annotations.includes(key);
    return named || typeof value === "object"
      ? key === "discriminator"
        ? undefined
        : value
      : undefined;
  });
  return JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/"));
}

function ours(): string {
  const compiler = new SchemaCompiler(contract);
  const names = roots.map((name) =>
    compiler.compile({ $ref: `#/components/schemas/${name}` }, `/${name}`, name),
  );
  return `import * as a from "${project}src/contract/assert.ts";
    import * as f from "${project}src/contract/formats.ts";
    import { Violations } from "${project}src/contract/violation.ts";
    ${compiler.source()}
    ${names.map((name, index) => `export const ${roots[index]} = ${name};`).join("\n")}
    export const accepts = (value) => { const out = new Violations(); Webset(value, out); return out.count === 0; };`;
}

function ajv(own: boolean): string {
  const instance = new Ajv2020({
    allErrors: true,
    strict: false,
    code: { source: true, esm: true, lines: true, ...(own ? { formats: _`f` } : {}) },
  });
  // No schema of the contract asks what was evaluated, so Ajv need not note it.
  instance.opts.unevaluated = false;
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

/** One of the bench's own packages. */
function validatorOfSchemasafe() {
  return createRequire(new URL("src/", import.meta.url))("@exodus/schemasafe").validator;
}

function schemasafe(): string {
  const made = roots.map((name) => {
    const schema = { $schema: dialect, $ref: `#/$defs/${name}`, $defs: schemas };
    const options = { includeErrors: true, allErrors: true, mode: "default", extraFormats: true };
    return `export const ${name} = ${validatorOfSchemasafe()(schema, options).toModule()};`;
  });
  return `${made.join("\n")}\nexport const accepts = Webset;`;
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

/** Microseconds for each check, the least of many turns that all contestants take one after the other. */
function timed(contestants: readonly ((value: unknown) => boolean)[]): number[] {
  const bodies = Array.from({ length: 50 }, (_, seed) =>
    JSON.parse(JSON.stringify(websetOfSize(seed, 3000))),
  );
  const least = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 80; turn++) {
    for (const [index, accepts] of contestants.entries()) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < 1000; i++)
        if (!accepts(bodies[i % 50])) throw new Error("a good body was refused");
      const spent = Number(process.hrtime.bigint() - start) / 1000 / 1000;
      least[index] = Math.min(least[index] ?? spent, spent);
    }
  }
  return least;
}

/** The mandatory tests of draft 2020-12: right, refused (or crashed), wrong. */
async function score(judge: Contestant["judge"], suite: string): Promise<string> {
  const folder = join(suite, "tests/draft2020-12");
  const counts = { right: 0, refused: 0, wrong: 0 };
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json"))) {
    for (const { schema, tests } of JSON.parse(await readFile(join(folder, file), "utf8"))) {
      for (const { data, valid } of tests) {
        try {
          counts[judge(schema)(data) === valid ? "right" : "wrong"]++;
        } catch {
          counts.refused++;
        }
      }
    }
  }
  return Object.values(counts).join(" / ");
}

const folder = await mkdtemp(join(tmpdir(), "compilers-"));
const [suite] = process.argv.slice(2);
const made = await Promise.all(
  contestants.map(async ({ module }, index) => {
    const code = await bundled(module());
    const file = join(folder, `${index}.mjs`);
    await writeFile(file, code);
    const { accepts } = await import(pathToFileURL(file).href);
    return { accepts, size: gzipSync(code, { level: 9 }).byteLength };
  }),
);
await rm(folder, { recursive: true });
const times = timed(made.map(({ accepts }) => accepts));
const rows = [
  "| | gzipped, bytes | µs per 3 KB Webset | places | undocumented fields | official suite: right / refused / wrong |",
  "|---|---:|---:|---|---|---|",
];
for (const [index, { name, places, undocumented, judge }] of contestants.entries()) {
  const tests = suite ? await score(judge, suite) : "not given";
  const cells = [name, made[index]?.size, times[index]?.toFixed(2), places, undocumented, tests];
  rows.push(`| ${cells.join(" | ")} |`);
}
process.stdout.write(`${rows.join("\n")}\n`);
