import { compileContract, isOpenApi31 } from "../../scripts/generate/compile-contract.ts";
import type { OpenApiDocument } from "../../scripts/generate/contract-model.ts";
import { evaluateChecks } from "../../scripts/generate/load-checks.ts";
import { ContractError } from "../../scripts/generate/schema.ts";
import type { CompiledContract } from "../../src/contract/operation.ts";

/**
 * Compiles a contract as `npm run generate` does and loads it without a file.
 * @throws ContractError where `npm run generate` refuses the contract.
 */
export function loadContract(document: OpenApiDocument): CompiledContract {
  if (!isOpenApi31(document)) throw new ContractError("/openapi", "not OpenAPI 3.1");
  const text = compileContract(document).replace(
    /^export const compiled: \w+ =/m,
    "const compiled =",
  );
  return evaluateChecks(text, "compiled") as CompiledContract; // what the text says it exports
}
