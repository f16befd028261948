import { readFile } from "node:fs/promises";
import SwaggerParser from "@apidevtools/swagger-parser";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { CannotRun } from "../../src/cli/command.ts";
import { namesOf } from "../../src/json/pointer.ts";
import { isOpenApi31 } from "./compile-contract.ts";
import type { OpenApiDocument } from "./contract-model.ts";
import { ContractError, child, resolve } from "./schema.ts";

/** A contract that was read, found valid and bundled; `fail` turns a place in it into an error with its line. */
export interface LoadedContract {
  readonly document: OpenApiDocument;
  fail(error: ContractError): CannotRun;
}

/**
 * Reads and validates an OpenAPI 3.1 file.
 * @throws CannotRun if the file is missing, not YAML, not OpenAPI 3.1, or has a broken `$ref`.
 */
export async function loadContract(file: string): Promise<LoadedContract> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const reason =
      error.code === "ENOENT" ? "there is no such file" : `cannot be read (${error.code})`;
    throw new CannotRun(`${file}: ${reason}`, { cause: error });
  });
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = yaml.errors;
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new CannotRun(`${file}:${line}:${col}: not YAML: ${oneLine(broken.message)}`);
  }
  const fail = (error: ContractError) =>
    new CannotRun(
      `${file}${lineOf(yaml, lines, error.pointer)}: ${error.message} (at ${error.pointer || "the top"})`,
      { cause: error },
    );
  const document = readJson(yaml, file);
  if (!document || !isOpenApi31(document)) {
    throw new CannotRun(`${file}:1: not an OpenAPI 3.1 description: "openapi" must say 3.1.x`);
  }
  try {
    assertRefs(document);
    await SwaggerParser.validate(file);
  } catch (error) {
    throw error instanceof ContractError
      ? fail(error)
      : new CannotRun(
          `${file}: not a valid OpenAPI description: ${oneLine((error as Error).message)}`,
          { cause: error },
        );
  }
  return { document: (await SwaggerParser.bundle(file)) as OpenApiDocument, fail };
}

function readJson(yaml: Document, file: string): Partial<OpenApiDocument> | null {
  try {
    return yaml.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new CannotRun(`${file}: not YAML: ${oneLine((error as Error).message)}`, {
      cause: error,
    });
  }
}

/** swagger-parser names a broken `$ref` without its line; this finds it first. */
function assertRefs(document: object): void {
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null) return;
    const ref = (node as { $ref?: unknown }).$ref;
    if (typeof ref === "string" && ref.startsWith("#"))
      resolve(document, { $ref: ref }, child(pointer, "$ref"));
    for (const [key, value] of Object.entries(node)) visit(value, child(pointer, key));
  };
  visit(document, "");
}

/** `:12` for the innermost part of the pointer that stands in the file. */
function lineOf(yaml: Document, lines: LineCounter, pointer: string): string {
  const path = namesOf(pointer);
  for (let depth = path.length; depth > 0; depth--) {
    const node = yaml.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return `:${lines.linePos(node.range[0]).line}`;
  }
  return "";
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
