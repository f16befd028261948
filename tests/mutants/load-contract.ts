import { compileContract, isOpenApi31 } from "../../scripts/generate/compile-contract.ts";
import type { OpenApiDocument } from "../../scripts/generate/contract-model.ts";
import { ContractError } from "../../scripts/generate/schema.ts";
import * as assert from "../../src/contract/assert.ts";
import * as formats from "../../src/contract/formats.ts";
import type { CompiledContract } from "../../src/contract/operation.ts";

/** What the compiled text imports under the names `a` and `f`; plain objects are quicker than module namespaces. */
const imports = [{ ...assert }, { ...formats }] as const;

/**
 * Compiles a contract as `npm run generate` does and loads it without a file.
 * @throws ContractError where `npm run generate` refuses the contract.
 */
export function loadContract(document: OpenApiDocument): CompiledContract {
  if (!isOpenApi31(document)) throw new ContractError("/openapi", "not OpenAPI 3.1");
  const load = new Function("a", "f", toFunctionBody(compileContract(document)));
  return load(...imports) as CompiledContract; // what the text says it exports
}

/**
 * The module's text as the body of a function that returns `compiled`. The few types that the compiler writes are
 * taken out by hand: it is done thousands of times, and a transpiler takes longer than all the rest.
 */
function toFunctionBody(module: string): string {
  return module
    .replace(/^import .*$/gm, "")
    .replace(/^(const \w+): [^=]+ =/gm, "$1 =")
    .replaceAll("(v: any, o)", "(v, o)")
    .replace("export const compiled: CompiledContract =", "return");
}
