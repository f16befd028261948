import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { stringify } from "yaml";
import type { Json } from "../../src/findings/finding.ts";
import { rewriteObjects } from "../../src/openapi/rewrite.ts";
import { isObject, type JsonObject, schemaName } from "./schema-name.ts";

/** One way to put a description into files: writes them into the folder and gives the main one. */
export interface FileRewrite {
  readonly name: string;
  /** Undefined where the description gives no occasion. */
  readonly write: (document: JsonObject, folder: string) => Promise<string | undefined>;
}

export const fileRewrites: readonly FileRewrite[] = [
  { name: "as YAML", write: async (document, folder) => writeYaml(document, folder) },
  { name: "split into files", write: async (document, folder) => split(document, folder) },
  {
    name: "bundled from them",
    write: async (document, folder) => {
      const main = split(document, folder);
      if (main === undefined) return undefined;
      // The bundler follows what looks like a reference in data, and fails where it is none.
      const bundled = await SwaggerParser.bundle(main).catch(() => undefined);
      if (bundled === undefined) return undefined;
      return write(join(folder, "bundled.json"), bundled as unknown as Json); // JSON in, JSON out
    },
  },
];

/** Writes the description as JSON. */
export function write(file: string, document: Json): string {
  writeFileSync(file, JSON.stringify(document));
  return file;
}

function writeYaml(document: JsonObject, folder: string): string {
  const file = join(folder, "rewritten.yaml");
  writeFileSync(file, stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }));
  return file;
}

/** The schemas in a file of their own, which refers to itself and back to the main file. */
function split(document: JsonObject, folder: string): string | undefined {
  const { components } = document;
  if (!isObject(components) || !isObject(components.schemas)) return undefined;
  const { schemas, ...others } = components;
  const lead = (toSchemas: string, toMain: string, value: Json): Json =>
    rewriteObjects(value, (object) => ({
      ...object,
      ...(typeof object.$ref === "string" && { $ref: moved(object.$ref, toSchemas, toMain) }),
      ...(isObject(object.discriminator) && {
        discriminator: inMapping(object.discriminator, (ref) => moved(ref, toSchemas, toMain)),
      }),
    }));
  write(join(folder, "schemas.json"), lead("", "main.json", { schemas }));
  return write(
    join(folder, "main.json"),
    lead("schemas.json", "", { ...document, components: others }),
  );
}

function moved(ref: string, toSchemas: string, toMain: string): string {
  if (!ref.startsWith("#/")) return ref;
  return schemaName(ref) === undefined ? toMain + ref : toSchemas + ref.replace("/components", "");
}

function inMapping(discriminator: JsonObject, change: (ref: string) => string): JsonObject {
  if (!isObject(discriminator.mapping)) return discriminator;
  const mapping = Object.entries(discriminator.mapping).map(([value, ref]) => [
    value,
    change(String(ref)),
  ]);
  return { ...discriminator, mapping: Object.fromEntries(mapping) };
}

/** Reads a file that was written here. */
export const read = (file: string): JsonObject => JSON.parse(readFileSync(file, "utf8"));
