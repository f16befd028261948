import { SchemaCompiler } from "../../scripts/generate/compile-schema.ts";
import type { AnySchema } from "../../scripts/generate/schema.ts";
import * as assert from "../../src/contract/assert.ts";
import * as formats from "../../src/contract/formats.ts";
import { type Check, Violations } from "../../src/contract/violation.ts";

const imports = [{ ...assert }, { ...formats }] as const;

/**
 * Compiles a schema, the document of its own `$ref`s, and loads it as importing `generated/contract.ts` would.
 * @throws ContractError where the compiler refuses it.
 */
export function load(schema: AnySchema, checksFormats = true): (value: unknown) => Violations {
  const compiler = new SchemaCompiler(schema as object, checksFormats);
  const name = compiler.compile(schema, "", "root");
  // The few types that the compiler writes are taken out by hand: a transpiler takes longer than all the rest.
  const code = compiler
    .source()
    .replace(/^(const \w+): [^=]+ =/gm, "$1 =")
    .replaceAll(/\((v|_): any, /g, "($1, ")
    .replaceAll("let x: any", "let x");
  const check: Check = new Function("a", "f", `${code}\nreturn ${name};`)(...imports);
  return (value) => {
    const found = new Violations();
    check(value, found);
    return found;
  };
}
