import type { Json } from "../../src/findings/finding.ts";
import { below, namesOf } from "../../src/json/pointer.ts";

/** A schema of JSON Schema 2020-12: `true` allows everything, `false` nothing. */
export type AnySchema = Schema | boolean;

/** The JSON Schema keywords (2020-12, with OpenAPI 3.1's `discriminator`) that the check compiler understands. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: AnySchema;
  readonly prefixItems?: readonly AnySchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: AnySchema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: AnySchema;
  readonly properties?: Readonly<Record<string, AnySchema>>;
  readonly patternProperties?: Readonly<Record<string, AnySchema>>;
  readonly additionalProperties?: AnySchema;
  readonly unevaluatedProperties?: AnySchema;
  readonly propertyNames?: AnySchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, AnySchema>>;
  readonly allOf?: readonly AnySchema[];
  readonly anyOf?: readonly AnySchema[];
  readonly oneOf?: readonly AnySchema[];
  readonly not?: AnySchema;
  readonly if?: AnySchema;
  readonly then?: AnySchema;
  readonly else?: AnySchema;
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
}

const words = (text: string) => new Set(text.split(" "));

/** The keywords that only look at an object's properties. */
export const objectKeywords = words(
  "properties patternProperties additionalProperties propertyNames required minProperties maxProperties dependentRequired",
);

const checked = new Set([
  ...objectKeywords,
  ...words(
    "$ref type enum const minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
  ),
  ...words("items prefixItems minItems maxItems uniqueItems contains minContains maxContains"),
  ...words("allOf anyOf oneOf not if then else dependentSchemas discriminator"),
  ...words("unevaluatedItems unevaluatedProperties"),
]);

/** They say something to people and tools, and nothing about which values are valid. */
const annotations = words(
  "title description default deprecated readOnly writeOnly example examples externalDocs xml $comment $defs contentEncoding contentMediaType contentSchema",
);

/** A contract that the compiler cannot take as it stands. `pointer` says where. */
export class ContractError extends Error {
  readonly pointer: string;
  constructor(pointer: string, reason: string) {
    super(reason);
    this.pointer = pointer;
  }
}

/**
 * Refuses a keyword that the compiler would have to ignore: a check that looks at less than the contract
 * says is worse than none.
 */
export function assertKeywords(schema: Schema, pointer: string): void {
  for (const [keyword, value] of Object.entries(schema)) {
    if (checked.has(keyword) || annotations.has(keyword) || keyword.startsWith("x-")) continue;
    if (keyword === "$schema" && value === dialect) continue;
    // At the top of a document it only names it.
    if (keyword === "$id" && pointer === "") continue;
    throw new ContractError(
      child(pointer, keyword),
      `the check compiler does not know the keyword "${keyword}"; write the schema without it, or teach scripts/generate/compile-schema.ts`,
    );
  }
}

/** The dialect that the compiler is of. */
const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Whether a schema says which values are valid by this keyword alone. */
export const isAlone = (schema: Schema, keyword: string): boolean =>
  Object.keys(schema).every((name) => name === keyword || !checked.has(name));

/** Whether a schema allows everything. An unknown keyword is for `assertKeywords` to refuse. */
export const isAnything = (schema: AnySchema): boolean =>
  schema === true ||
  (typeof schema === "object" && Object.keys(schema).every((name) => annotations.has(name)));

/** A value's place in the document, as a JSON Pointer. */
export const child = (pointer: string, ...names: readonly (string | number)[]): string =>
  names.reduce<string>((at, name) => below(at, name), pointer);

/** Follows local `$ref`s to something that is none. The document is bundled, so there are no others. */
export function resolve<T>(
  document: object,
  value: T | { readonly $ref: string },
  pointer: string,
): { value: T; pointer: string } {
  let found = { value: value as unknown, pointer };
  for (let hops = 0; hops < 32; hops++) {
    const ref = (found.value as { $ref?: unknown } | null)?.$ref;
    if (typeof ref !== "string") return found as { value: T; pointer: string };
    found = follow(document, ref, found.pointer);
  }
  throw new ContractError(pointer, "the $ref only ever points at another $ref");
}

/** What one local `$ref`, found at `pointer`, points at. */
export function follow(
  document: object,
  ref: string,
  pointer: string,
): { value: unknown; pointer: string } {
  const broken = (reason: string) => new ContractError(pointer, `the $ref "${ref}" ${reason}`);
  if (ref !== "#" && !ref.startsWith("#/"))
    throw broken("does not start with #/: only places in the same document can be referred to");
  let target: string;
  try {
    target = decodeURIComponent(ref.slice(1));
  } catch {
    throw broken("is not percent-encoded as a URI (RFC 3986, section 2.1)");
  }
  let value: unknown = document;
  for (const name of namesOf(target)) {
    const isNode = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    if (!isNode) throw broken("points at nothing");
    if (value !== document && Object.hasOwn(value as object, "$id"))
      throw broken("points into a schema that has an $id of its own");
    value = (value as Record<string, unknown>)[name];
  }
  return { value, pointer: target };
}
