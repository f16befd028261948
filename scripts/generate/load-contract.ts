import SwaggerParser from "@apidevtools/swagger-parser";
import { CannotRun } from "../../src/cli/command.ts";
import { wrongExamples } from "./check-examples.ts";
import { compileContract, isOpenApi31 } from "./compile-contract.ts";
import { SchemaCompiler } from "./compile-schema.ts";
import type { OpenApiDocument } from "./contract-model.ts";
import { againstDecisions } from "./decisions.ts";
import { type LintProblem, lintContract } from "./lint.ts";
import { operationsTable } from "./operations-table.ts";
import { Attempts, formatProblems, type Problem, problemsError } from "./problems.ts";
import { type AnySchema, ContractError, child, resolve } from "./schema.ts";
import { readSource, type Source } from "./source.ts";

/** A contract that was read, found valid and bundled. */
export interface LoadedContract {
  readonly document: OpenApiDocument;
  /** What is not wrong, and could be better; each line says where and what to do. Mostly empty. */
  readonly warnings: string;
  /** The error that tells at once all that further steps found, with lines. */
  fail(errors: readonly ContractError[]): CannotRun;
}

/**
 * Reads and validates an OpenAPI 3.1 file. All that is wrong is told at once: broken references, what is no OpenAPI or
 * no JSON Schema, what Redocly's recommended rules refuse, examples that are not as their schemas say, and what goes
 * against this project's decisions.
 * @throws CannotRun if the file is missing, not YAML, not OpenAPI 3.1, or not valid.
 */
export async function loadContract(file: string): Promise<LoadedContract> {
  const source = await readSource(file);
  const { value } = source;
  if (typeof value !== "object" || value === null || !isOpenApi31(value)) {
    const message = `not an OpenAPI 3.1 description: "openapi" must say 3.1.x`;
    throw problemsError(file, [{ line: 1, column: 1, message }]);
  }
  const fail = (errors: readonly ContractError[]) =>
    problemsError(
      file,
      errors.map((error) => problemAt(source, error.pointer, error.message)),
    );
  const references = brokenReferences(value);
  const errors = [...references, ...againstDecisions(value)];
  // A reference that only leads to itself has no end, whoever follows it.
  const isEndless = references.some(({ message }) => message.includes("only ever points"));
  if (!isEndless) errors.push(...wrongSchemas(value));
  const linted = await lintContract(file).catch((error: Error): LintProblem[] => {
    if (errors.length > 0) return []; // such as a reference to itself, which is told
    throw new CannotRun(`${file}: cannot be linted: ${error.message}`, { cause: error });
  });
  // Where the structure is not OpenAPI's, there is nothing more to read. What other files say is seen when bundled.
  const told = new Set(errors.map(({ pointer }) => pointer));
  const isReadable =
    !isEndless &&
    linted.every(({ rule, pointer }) => rule !== "struct" || told.has(pointer)) &&
    !refersElsewhere(value);
  errors.push(...lintErrors(linted));
  if (isReadable) errors.push(...wrongParts(value as OpenApiDocument), ...wrongExamples(value));
  if (errors.length > 0) throw fail(oneAPlace(errors));
  const warnings = linted.filter(({ severity }) => severity === "warning");
  return {
    document: await bundle(file),
    warnings: formatProblems(
      file,
      warnings.map(({ pointer, message }) => problemAt(source, pointer, message)),
    ),
    fail: (more) => fail(oneAPlace(more)),
  };
}

function problemAt(source: Source, pointer: string, message: string): Problem {
  return { ...source.positionOf(pointer), message: `${message} (at ${pointer || "the top"})` };
}

const lintErrors = (problems: readonly LintProblem[]): ContractError[] =>
  problems
    .filter(({ severity }) => severity === "error")
    .map(({ pointer, message }) => new ContractError(pointer, message));

/** The first of those at the same place: the others say the same in other words. */
function oneAPlace(errors: readonly ContractError[]): ContractError[] {
  const seen = new Set<string>();
  return errors.filter(({ pointer }) => {
    const place = pointer.replace(/\/\$ref$/, "");
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/** Every `$ref` within the document that leads nowhere. */
function brokenReferences(document: object): ContractError[] {
  const attempts = new Attempts();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null) return;
    const ref = (node as { $ref?: unknown }).$ref;
    if (typeof ref === "string" && ref.startsWith("#"))
      attempts.try(() => resolve(document, { $ref: ref }, child(pointer, "$ref")), undefined);
    for (const [key, value] of Object.entries(node)) visit(value, child(pointer, key));
  };
  visit(document, "");
  return attempts.errors;
}

const refersElsewhere = (document: object): boolean =>
  /"\$ref":"[^#]/.test(JSON.stringify(document));

/** What cannot be checked or called, operation by operation. */
function wrongParts(document: OpenApiDocument): ContractError[] {
  const attempts = new Attempts();
  compileContract(document, attempts);
  attempts.try(() => operationsTable(document, attempts), undefined);
  return attempts.errors;
}

/** What is wrong with each schema by itself. Those that stand in an operation are compiled with it. */
function wrongSchemas(document: { readonly components?: { readonly schemas?: object } }) {
  const attempts = new Attempts();
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const pointer = child("/components/schemas", name);
    // One for each, so that none is taken for compiled where it failed in another.
    const compiler = new SchemaCompiler(document);
    attempts.try(() => compiler.compile(schema as AnySchema, pointer, name), "");
  }
  return attempts.errors;
}

async function bundle(file: string): Promise<OpenApiDocument> {
  try {
    await SwaggerParser.validate(file);
    return (await SwaggerParser.bundle(file)) as OpenApiDocument;
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, " ").trim();
    throw new CannotRun(`${file}: not a valid OpenAPI description: ${reason}`, { cause: error });
  }
}
