import openapiTS, { astToString } from "openapi-typescript";
import { compileContract } from "./compile-contract.ts";
import { loadContract } from "./load-contract.ts";
import { ContractError } from "./schema.ts";
import { writeOperations, writeStatusErrors } from "./write-operations.ts";

/**
 * Everything that is generated from the contract: file names in `generated/` and their texts.
 * The same contract gives the same bytes on every machine: no dates, no paths.
 * @throws CannotRun if the contract cannot be used.
 */
export async function generateOutputs(contractFile: string): Promise<Map<string, string>> {
  const { document, fail } = await loadContract(contractFile);
  let contract: string;
  let operations: string;
  let statusErrors: string;
  try {
    contract = compileContract(document);
    operations = writeOperations(document);
    statusErrors = writeStatusErrors(document);
  } catch (error) {
    throw error instanceof ContractError ? fail(error) : error;
  }
  const bundle = `${JSON.stringify(document, null, 2)}\n`;
  // The types are made from the bundle's text: openapi-typescript changes the object that it is given.
  const types = astToString(await openapiTS(bundle, { silent: true }));
  const header = "// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.\n";
  return new Map([
    ["contract.ts", contract],
    ["openapi.json", bundle],
    ["operations.ts", operations],
    ["status-errors.ts", statusErrors],
    ["types.ts", `${header}// biome-ignore-all lint: generated\n${types}`],
  ]);
}
