import { readFileSync } from "node:fs";
import { below } from "../../src/json/pointer.ts";
import type { Schema } from "../../src/openapi/description.ts";
import {
  type Description,
  jsonSchema,
  type NamedOperation,
  operationsOf,
  resolve,
} from "../../src/openapi/description.ts";

/** What the properties know of a schema: the whole of what the contract uses. */
export interface BodySchema extends Schema {
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A body of the contract: whose it is, and what it must be. */
export interface Body {
  readonly name: string;
  readonly operation: NamedOperation;
  /** Of a response; absent for a request. */
  readonly status?: number;
  readonly schema: BodySchema;
}

/** The contract that the properties are about. */
export const description = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
) as Description; // generate wrote it, after it was found valid

const all: readonly Body[] = operationsOf(description).flatMap((operation) => {
  const { requestBody, responses = {} } = operation.operation;
  const request = requestBody ? [{ name: "request", message: requestBody }] : [];
  const answers = Object.entries(responses).map(([status, message]) => ({
    name: `response ${status}`,
    status: Number(status),
    message,
  }));
  return [...request, ...answers].flatMap(({ message, name, ...side }) => {
    const schema = jsonSchema(description, message);
    return schema ? [{ ...side, name: `${name} of ${operation.name}`, operation, schema }] : [];
  });
});

/** Every JSON body of every operation; of those that share a schema, the first. */
export const bodies = all.filter(({ schema }, index) => {
  return all.findIndex((one) => one.schema.$ref === schema.$ref) === index;
});

/** The schema that a `$ref` stands for. */
export const follow = (schema: BodySchema): BodySchema => resolve(description, schema);

/** A key as a segment of a JSON Pointer (RFC 6901). */
export const segment = (key: string | number): string => below("", key);
