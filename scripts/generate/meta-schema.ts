import { Ajv2020 } from "ajv/dist/2020.js";
import { type AnySchema, ContractError, child } from "./schema.ts";

const ajv = new Ajv2020({
  strict: false,
  strictNumbers: true,
  validateFormats: false,
  logger: false,
});
const validate = ajv.getSchema("https://json-schema.org/draft/2020-12/schema");
const known = new WeakSet<object>();

/**
 * Refuses a schema whose keywords have values that JSON Schema 2020-12 does not allow, by its own meta-schema.
 * @throws ContractError at the first of them.
 */
export function assertSchema(schema: AnySchema, pointer: string): void {
  if (typeof schema === "object" && schema !== null && known.has(schema)) return;
  if (validate?.(schema) !== true) {
    const [error] = validate?.errors ?? [];
    throw new ContractError(
      pointer + (error?.instancePath ?? ""),
      `not a schema of JSON Schema 2020-12: ${error?.message}`,
    );
  }
  if (typeof schema === "object") known.add(schema);
}

/** Refuses what is no regular expression as JSON Schema has them: ECMA-262 with Unicode (2020-12, core, section 6.4). */
export function assertPattern(pattern: string, pointer: string, keyword: string): void {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const at = keyword === "pattern" ? child(pointer, keyword) : child(pointer, keyword, pattern);
    throw new ContractError(at, `${(error as Error).message} (ECMA-262, flag u)`);
  }
}
