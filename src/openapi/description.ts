import type { Json } from "../findings/finding.ts";
import { namesOf } from "../json/pointer.ts";
import { isJson, parseMediaType } from "./media-type.ts";

/** The part of JSON Schema 2020-12 that the bundled contract uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
}

/** What may have examples: a media type, a parameter, a header. */
export interface Exemplified {
  readonly example?: Json;
  readonly examples?: Readonly<
    Record<string, { readonly $ref?: string; readonly value?: Json; readonly summary?: string }>
  >;
}

export interface MediaType extends Exemplified {
  readonly schema?: Schema;
}

/** A header or parameter object, or a reference to one. */
export interface Parameter extends Exemplified {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
}

/** A request body or a response, or a reference to one. */
export interface Message {
  readonly $ref?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, Parameter>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}

/** An operation object. */
export interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Message;
  readonly responses?: Readonly<Record<string, Message>>;
}

/** The part of an OpenAPI 3.1 document that is read here: `generated/openapi.json`. */
export interface Description {
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: {
    readonly securitySchemes?: Readonly<
      Record<
        string,
        {
          readonly type?: string;
          readonly in?: string;
          readonly name?: string;
          readonly scheme?: string;
        }
      >
    >;
    readonly [kind: string]: unknown;
  };
}

/** The methods that a path item may have operations for (OpenAPI 3.1, section 4.8.9.1). */
export const methods: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

/** An operation with its place, and with what it shares with the others on its path. */
export interface NamedOperation {
  /** `METHOD /path/{template}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** Its own and its path's, references resolved; its own win (OpenAPI 3.1, section 4.8.10.1). */
  readonly parameters: readonly Parameter[];
}

/** The operations of a description with their names. */
export function operationsOf(description: Description): NamedOperation[] {
  return Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => Object.hasOwn(item, method))
      .map((key) => {
        // The description was validated when it was bundled; the shapes above are what OpenAPI says of it.
        const operation = item[key] as Operation;
        const method = key.toUpperCase();
        const parameters = parametersOf(description, item.parameters as Parameter[], operation);
        return { name: `${method} ${path}`, method, path, operation, parameters };
      }),
  );
}

function parametersOf(
  description: Description,
  shared: readonly Parameter[] = [],
  { parameters = [] }: Operation,
): Parameter[] {
  const own = parameters.map((one) => resolve(description, one));
  const inherited = shared
    .map((one) => resolve(description, one))
    .filter((one) => !own.some((other) => other.name === one.name && other.in === one.in));
  return [...inherited, ...own];
}

/** Follows `$ref` within the document (RFC 6901 pointers) until it reaches an object without one. */
export function resolve<T extends { readonly $ref?: string }>(
  description: Description,
  start: T,
): T {
  let target = start;
  for (let hops = 0; target.$ref !== undefined && hops < 100; hops++) {
    const keys = namesOf(target.$ref.slice(1));
    // A bundled document has no reference that leads nowhere.
    target = keys.reduce<unknown>(
      (at, key) => (at as Record<string, unknown>)[key],
      description,
    ) as T;
  }
  return target;
}

/** The schema of a message's JSON body. */
export function jsonSchema(description: Description, message: Message): Schema | undefined {
  const content = Object.entries(resolve(description, message).content ?? {});
  const json = content.find(([type]) => isJson(parseMediaType(type) ?? ""));
  return json?.[1].schema;
}

/** A schema with its spellings of null taken apart: what may stand there, and whether null may too. */
export interface Shape {
  /** Schemas of which one applies to a value that is not null; one entry unless it is a union. */
  readonly branches: readonly Schema[];
  readonly nullable: boolean;
  readonly discriminator?: Schema["discriminator"];
}

/** Treats `type: [x, "null"]`, `enum` with null and `oneOf` or `anyOf` with `type: "null"` as the same thing. */
export function shapeOf(description: Description, start: Schema): Shape {
  const schema = resolve(description, start);
  const union = schema.oneOf ?? schema.anyOf;
  if (!union) return { branches: [schema], nullable: allowsNull(schema) };
  const parts = union.map((part) => ({ part, shape: resolve(description, part) }));
  const branches = parts.filter(({ shape }) => shape.type !== "null").map(({ part }) => part);
  const nullable = branches.length < parts.length;
  const [only] = branches;
  if (branches.length === 1 && only) {
    const inner = shapeOf(description, only);
    return { ...inner, nullable: nullable || inner.nullable };
  }
  return {
    branches,
    nullable,
    ...(schema.discriminator && { discriminator: schema.discriminator }),
  };
}

function allowsNull({ type, enum: values }: Schema): boolean {
  if (typeof type === "string") return type === "null";
  if (type) return type.includes("null");
  return values?.includes(null) ?? false;
}

/** The value of a union's branch by which it is told apart from the others, such as `custom` of `type: custom`. */
export function branchTag(
  description: Description,
  branch: Schema,
  property: string,
): Json | undefined {
  const at = resolve(description, branch).properties?.[property];
  if (!at) return undefined;
  const schema = resolve(description, at);
  return schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
}

/** The property that tells a union's branches apart: the discriminator's, or one that is constant in each. */
export function tagProperty(description: Description, shape: Shape): string | undefined {
  if (shape.discriminator) return shape.discriminator.propertyName;
  const [first] = shape.branches;
  const names = Object.keys((first && resolve(description, first).properties) ?? {});
  return names.find((name) =>
    shape.branches.every((branch) => branchTag(description, branch, name) !== undefined),
  );
}
