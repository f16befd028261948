import { methods } from "../../src/openapi/description.ts";
import { ContractError, child, resolve, type Schema } from "./schema.ts";

/** The parts of an OpenAPI 3.1 document that are generated from (https://spec.openapis.org/oas/v3.1.1). */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly jsonSchemaDialect?: string;
  readonly servers?: readonly ServerObject[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly components?: {
    readonly securitySchemes?: Readonly<Record<string, unknown>>;
    readonly schemas?: Readonly<Record<string, { readonly description?: string }>>;
  };
}

export interface ServerObject {
  readonly url: string;
}

/** A path item: operations by method, and what they share. */
interface PathItem {
  readonly parameters?: readonly ParameterObject[];
  readonly servers?: readonly ServerObject[];
  readonly [method: string]: unknown;
}

/** A parameter, or a header by another name. */
export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly encoding?: Readonly<Record<string, object>>;
}

/** A request body or a response. */
export interface MessageObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly headers?: Readonly<Record<string, Omit<ParameterObject, "name" | "in">>>;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly [extension: `x-${string}`]: unknown;
}

interface OperationObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: MessageObject;
  readonly responses?: Readonly<Record<string, MessageObject>>;
  readonly security?: OpenApiDocument["security"];
  readonly servers?: readonly ServerObject[];
  readonly [extension: `x-${string}`]: unknown;
}

/** A part of the document with the place where it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly pointer: string;
}

/** One operation with what it takes from its path and from the document. */
export interface DocumentedOperation extends Placed<OperationObject> {
  readonly path: string;
  /** In capitals. */
  readonly method: string;
  /** Its own and its path's; its own win (OpenAPI 3.1, section 4.8.10.1). Those that are to be ignored are left out. */
  readonly parameters: readonly Placed<ParameterObject>[];
  readonly requestBody: Placed<MessageObject> | undefined;
  readonly responses: readonly (Placed<MessageObject> & { readonly status: string })[];
  readonly security: Placed<NonNullable<OpenApiDocument["security"]>>;
  /** Undefined where the document's count. */
  readonly servers: Placed<readonly ServerObject[]> | undefined;
}

/** All operations, in the document's order, references resolved. */
export function readOperations(document: OpenApiDocument): DocumentedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((method) => readOperation(document, path, item, method)),
  );
}

function readOperation(
  document: OpenApiDocument,
  path: string,
  item: PathItem,
  method: string,
): DocumentedOperation {
  const pathPointer = child("/paths", path);
  const pointer = child(pathPointer, method);
  const operation = item[method] as OperationObject; // a valid document has nothing else there
  const own = placed(document, operation.parameters, pointer);
  const shared = placed(document, item.parameters, pathPointer).filter(
    (one) => !own.some((other) => isSame(one.value, other.value)),
  );
  const { requestBody, responses = {}, security, servers } = operation;
  return {
    ...{ path, method: method.toUpperCase(), value: operation, pointer },
    parameters: [...shared, ...own].filter(({ value }) => !isIgnored(value)),
    requestBody: requestBody && resolve(document, requestBody, child(pointer, "requestBody")),
    responses: Object.entries(responses).map(([status, one]) => ({
      status,
      ...resolve<MessageObject>(document, one, child(pointer, "responses", status)),
    })),
    security: security
      ? { value: security, pointer: child(pointer, "security") }
      : { value: document.security ?? [], pointer: "/security" },
    servers: servers
      ? { value: servers, pointer: child(pointer, "servers") }
      : item.servers && { value: item.servers, pointer: child(pathPointer, "servers") },
  };
}

const placed = (
  document: OpenApiDocument,
  parameters: readonly ParameterObject[] = [],
  pointer: string,
): Placed<ParameterObject>[] =>
  parameters.map((one, index) => resolve(document, one, child(pointer, "parameters", index)));

const isSame = (a: ParameterObject, b: ParameterObject): boolean =>
  a.name === b.name && a.in === b.in;

/** These headers are said elsewhere, so OpenAPI has parameters of their names ignored (3.1, section 4.8.12.2.1). */
const isIgnored = ({ in: place, name }: ParameterObject): boolean =>
  place === "header" && /^(accept|content-type|authorization)$/i.test(name);

/** A header that carries a credential, and what stands before the credential in it. */
export interface Credential {
  /** In lower case. */
  readonly header: string;
  /** `Bearer ` for HTTP bearer authentication; mostly empty. */
  readonly prefix: string;
}

/** The headers that carry the credentials of each alternative (OpenAPI 3.1, section 4.8.27). */
export function readSecurity(
  document: OpenApiDocument,
  { value: alternatives, pointer }: DocumentedOperation["security"],
): Credential[][] {
  return alternatives.map((schemes, index) =>
    Object.keys(schemes).map((name) => {
      const at = child(pointer, index, name);
      const found = document.components?.securitySchemes?.[name];
      if (!found)
        throw new ContractError(at, `there is no security scheme "${name}" in components`);
      return readCredential(resolve<SecurityScheme>(document, found, at).value, at);
    }),
  );
}

interface SecurityScheme {
  readonly type?: string;
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
}

function readCredential({ type, in: place, name, scheme }: SecurityScheme, pointer: string) {
  if (type === "apiKey" && place === "header" && name)
    return { header: name.toLowerCase(), prefix: "" };
  if (type === "http" && scheme?.toLowerCase() === "basic")
    return { header: "authorization", prefix: "Basic " };
  if (type === "http" || type === "oauth2" || type === "openIdConnect")
    return { header: "authorization", prefix: "Bearer " };
  throw new ContractError(
    pointer,
    "only credentials in a header can be sent and checked: use an apiKey with `in: header`, or http",
  );
}

/** Each server's URL without a trailing slash. Requests are matched by its path, so it must be known in full. */
export function readServers({ value, pointer }: Placed<readonly ServerObject[]>): string[] {
  return value.map(({ url }, index) => {
    if (!URL.canParse(url) || url.includes("{")) {
      throw new ContractError(
        child(pointer, index, "url"),
        `"${url}" must be an absolute URL without variables`,
      );
    }
    return url.replace(/\/+$/, "");
  });
}
