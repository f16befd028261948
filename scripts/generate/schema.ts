import { below, namesOf } from "../../src/json/pointer.ts";

/** The JSON Schema keywords (2020-12, with OpenAPI 3.1's `discriminator`) that the check compiler understands. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Scalar[];
  readonly const?: Scalar;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
}

export type Scalar = string | number | boolean | null;

const checked = new Set(
  [
    "$ref type enum const minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum",
    "items minItems maxItems properties required additionalProperties oneOf anyOf discriminator",
  ].flatMap((names) => names.split(" ")),
);

/** They say something to people and tools, and nothing about which values are valid. */
const annotations = new Set(
  "title description default deprecated readOnly writeOnly example examples externalDocs $comment xml".split(
    " ",
  ),
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
export function assertKeywords(schema: object, pointer: string): void {
  for (const keyword of Object.keys(schema)) {
    if (!checked.has(keyword) && !annotations.has(keyword) && !keyword.startsWith("x-")) {
      throw new ContractError(
        `${pointer}/${keyword}`,
        `the check compiler does not know the keyword "${keyword}"; write the schema without it, or teach scripts/generate/compile-schema.ts`,
      );
    }
  }
}

/** A value's place in the document, as a JSON Pointer. */
export const child = (pointer: string, ...names: readonly (string | number)[]): string =>
  names.reduce<string>((at, name) => below(at, name), pointer);

/** Follows a local `$ref`. The document is bundled, so there are no others. */
export function resolve<T>(
  document: object,
  value: T | { readonly $ref: string },
  pointer: string,
): { value: T; pointer: string } {
  let found: unknown = value;
  let at = pointer;
  for (let hops = 0; hops < 32; hops++) {
    const ref = (found as { $ref?: unknown } | null)?.$ref;
    if (typeof ref !== "string") return { value: found as T, pointer: at };
    at = decodeURI(ref.slice(1));
    found = namesOf(at).reduce<unknown>(
      (node, name) => (node as Record<string, unknown> | undefined)?.[name],
      document,
    );
    if (found === undefined)
      throw new ContractError(pointer, `the $ref "${ref}" points at nothing`);
  }
  throw new ContractError(pointer, "the $ref only ever points at another $ref");
}
