import type { Echo } from "../../src/contract/operation.ts";
import { namesOf } from "../../src/json/pointer.ts";
import type { DocumentedOperation, OpenApiDocument } from "./contract-model.ts";
import { ContractError, child, type Schema } from "./schema.ts";
import { successSchema } from "./success.ts";

/**
 * What of the request a success must repeat, from `x-echo`: a list of `{ request, response: [...] }`, both runtime
 * expressions (OpenAPI 3.1, section 4.8.20.4).
 */
export function readEcho(document: OpenApiDocument, operation: DocumentedOperation): Echo[] {
  const rules = operation.value["x-echo"] ?? [];
  const at = child(operation.pointer, "x-echo");
  if (!Array.isArray(rules))
    throw new ContractError(at, `"x-echo" must be a list of { request, response }`);
  return rules.map((rule: { request?: unknown; response?: unknown }, index) => {
    const response = [rule?.response].flat();
    return {
      request: readRequest(operation, rule?.request, child(at, index, "request")),
      response: response.map((one, i) => {
        const pointer = /^\$response\.body#(\/.*)$/.exec(String(one))?.[1];
        const place = child(at, index, "response", i);
        if (pointer === undefined)
          throw new ContractError(
            place,
            `"${one}" must be an expression such as $response.body#/id`,
          );
        assertProperty(successSchema(document, operation)?.value, pointer, place);
        return pointer;
      }),
    };
  });
}

function readRequest(
  { parameters, requestBody }: DocumentedOperation,
  expression: unknown,
  pointer: string,
): Echo["request"] {
  const text = String(expression);
  const body = /^\$request\.body#(\/.*)$/.exec(text)?.[1];
  if (body !== undefined && requestBody) return { in: "body", pointer: body };
  const [, place, name] = /^\$request\.(path|query|header)\.(.+)$/.exec(text) ?? [];
  const known = parameters.some(({ value }) => value.in === place && value.name === name);
  if (name !== undefined && known) return { in: place as "path" | "query" | "header", name }; // as the expression says
  throw new ContractError(
    pointer,
    `"${text}" must be an expression such as $request.path.id or $request.body#/name, of something that the operation takes`,
  );
}

function assertProperty(schema: Schema | undefined, pointer: string, place: string): void {
  const [name = ""] = namesOf(pointer);
  if (schema?.properties && !Object.hasOwn(schema.properties, name))
    throw new ContractError(place, `the answer has no property "${name}"`);
}
