import openapiTS, { astToString } from "openapi-typescript";
import { compileContract } from "./compile-contract.ts";
import { loadContract } from "./load-contract.ts";
import { operationsTable } from "./operations-table.ts";
import { Attempts } from "./problems.ts";
import { writeOperations, writeStatusErrors } from "./write-operations.ts";

/**
 * Everything that is generated from the contract: file names in `generated/` and their texts.
 * The same contract gives the same bytes on every machine: no dates, no paths.
 * `warnings` says what could be better, a line each.
 * @throws CannotRun if the contract cannot be used; it says all that is wrong.
 */
export async function generateOutputs(
  contractFile: string,
): Promise<{ readonly files: Map<string, string>; readonly warnings: string }> {
  const { document, warnings, fail } = await loadContract(contractFile);
  const attempts = new Attempts();
  const contract = compileContract(document, attempts);
  const table = attempts.try(() => operationsTable(document, attempts), undefined);
  if (!table || attempts.errors.length > 0) throw fail(attempts.errors);
  const bundle = `${JSON.stringify(document, null, 2)}\n`;
  // The types are made from the bundle's text: openapi-typescript changes the object that it is given.
  const types = astToString(await openapiTS(bundle, { silent: true }));
  const header = "// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.\n";
  const files = new Map([
    ["contract.ts", contract],
    ["openapi.json", bundle],
    ["operations.ts", writeOperations(document, table)],
    ["status-errors.ts", writeStatusErrors(table)],
    ["types.ts", `${header}// biome-ignore-all lint: generated\n${types}`],
  ]);
  return { files, warnings };
}
