import { readFileSync } from "node:fs";
import { below } from "../../src/json/pointer.ts";
import type { Schema } from "../../src/openapi/description.ts";
import {
  type Description,
  jsonSchema,
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
  /** Of a response; absent for a request. */
  readonly status?: number;
  readonly schema: BodySchema;
}

/** The contract that the properties are about. */
export const description = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
) as Description; // generate wrote it, after it was found valid

/** Every JSON body of every operation; of the statuses that share a schema, the first. */
export const bodies: readonly Body[] = operationsOf(description).flatMap(({ name, operation }) => {
  const requests = operation.requestBody
    ? [{ name: `request of ${name}`, message: operation.requestBody }]
    : [];
  const responses = Object.entries(operation.responses ?? {}).map(([status, message]) => ({
    name: `response ${status} of ${name}`,
    status: Number(status),
    message,
  }));
  const all = [...requests, ...responses].flatMap(({ message, ...body }) => {
    const schema = jsonSchema(description, message);
    return schema ? [{ ...body, schema }] : [];
  });
  const seen = (schema: Schema) => all.findIndex((one) => one.schema.$ref === schema.$ref);
  return all.filter(({ schema }, index) => seen(schema) === index);
});

/** The schema that a `$ref` stands for. */
export const follow = (schema: BodySchema): BodySchema => resolve(description, schema);

/** A key as a segment of a JSON Pointer (RFC 6901). */
export const segment = (key: string | number): string => below("", key);
