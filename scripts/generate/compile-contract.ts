import { SchemaCompiler } from "./compile-schema.ts";
import { ContractError, child, resolve, type Schema } from "./schema.ts";

/** The parts of an OpenAPI 3.1 document that the compiler reads (https://spec.openapis.org/oas/v3.1.1). */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly jsonSchemaDialect?: string;
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, unknown>> };
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema?: Schema;
}
interface MediaTypes {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface OperationObject {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: MediaTypes & { readonly required?: boolean };
  readonly responses?: Readonly<Record<string, ResponseObject>>;
  readonly security?: OpenApiDocument["security"];
}
interface ResponseObject extends MediaTypes {
  readonly headers?: Readonly<
    Record<string, { readonly required?: boolean; readonly schema?: Schema }>
  >;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const dialect = "https://json-schema.org/draft/2020-12/schema";
const json = JSON.stringify;

/** The one version of OpenAPI that is understood: in 3.0 a schema means something else. */
export const isOpenApi31 = (document: { readonly openapi?: unknown } | null): boolean =>
  String(document?.openapi).startsWith("3.1.");

/**
 * Compiles a bundled OpenAPI document to the text of a TypeScript module that exports `compiled: CompiledContract`.
 * @throws ContractError where the contract says something that the checks could not hold it to.
 */
export function compileContract(document: OpenApiDocument): string {
  if (document.jsonSchemaDialect !== dialect)
    throw new ContractError("/jsonSchemaDialect", `must be ${dialect}: the checks are of no other`);
  const compiler = new SchemaCompiler(document);
  const headerSets = new HeaderSets(document, compiler);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((method) => compileOperation(document, compiler, headerSets, path, method)),
  );
  if (operations.length === 0) throw new ContractError("/paths", "there is no operation to check");
  const servers = compileServers(document);
  const source = compiler.source();
  return [
    "// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.",
    "// biome-ignore-all lint: generated",
    `import * as a from "../src/contract/assert.ts";`,
    ...(source.includes(" f.") ? [`import * as f from "../src/contract/formats.ts";`] : []),
    `import type { Json } from "../src/findings/finding.ts";`,
    `import type { CompiledContract, Headers } from "../src/contract/operation.ts";`,
    `import type { Check } from "../src/contract/violation.ts";`,
    "",
    source,
    headerSets.source(),
    "",
    "/** The contract of `openapi/websets.yaml`, compiled. */",
    "export const compiled: CompiledContract = {",
    `  servers: ${json(servers)},`,
    `  operations: [\n${operations.join(",\n")},\n  ],`,
    "};",
    "",
  ].join("\n");
}

/** Requests are matched by the server's base path, so each server must be known in full. */
function compileServers({ servers = [] }: OpenApiDocument): string[] {
  if (servers.length === 0) throw new ContractError("", `"servers" must name at least one server`);
  return servers.map(({ url }, index) => {
    if (!URL.canParse(url) || url.includes("{")) {
      throw new ContractError(
        child("/servers", index, "url"),
        `"${url}" must be an absolute URL without variables`,
      );
    }
    return url.replace(/\/+$/, "");
  });
}

function compileOperation(
  document: OpenApiDocument,
  compiler: SchemaCompiler,
  headerSets: HeaderSets,
  path: string,
  method: string,
): string {
  const pointer = child("/paths", path, method);
  const item = document.paths?.[path] as Record<string, unknown>;
  const operation = item[method] as OperationObject;
  const own = (operation.parameters ?? []).map((one, i) =>
    resolve<Parameter>(document, one, child(pointer, "parameters", i)),
  );
  const shared = ((item.parameters ?? []) as Parameter[]).map((one, i) =>
    resolve<Parameter>(document, one, child("/paths", path, "parameters", i)),
  );
  const parameters = [...own, ...shared];
  assertParameters(path, parameters);
  const security = compileSecurity(
    document,
    operation.security ?? document.security ?? [],
    child(pointer, "security"),
  );
  const headers = parameters
    .filter(({ value }) => value.in === "header")
    .map(({ value, pointer: at }) => compileHeader(compiler, value.name, value, at));
  const query = parameters
    .filter(({ value }) => value.in === "query")
    .map(({ value }) => value.name);
  const responses = Object.entries(operation.responses ?? {}).map(([status, one]) => {
    if (!/^[1-5]\d\d$/.test(status)) {
      throw new ContractError(
        child(pointer, "responses", status),
        "each response must stand under its own status, such as 404, so that an undocumented one is seen",
      );
    }
    const found = resolve<ResponseObject>(document, one, child(pointer, "responses", status));
    return `        ${json(status)}: { headers: ${headerSets.name(found.value, found.pointer)}, content: ${compileContent(compiler, found.value, found.pointer, `response${status}`)} }`;
  });
  const body =
    operation.requestBody === undefined
      ? undefined
      : resolve(document, operation.requestBody, child(pointer, "requestBody"));
  return [
    "    {",
    `      name: ${json(`${method.toUpperCase()} ${path}`)},`,
    `      method: ${json(method.toUpperCase())},`,
    `      path: ${pathPattern(path)},`,
    `      query: ${json(query)},`,
    `      headers: { ${headers.join(", ")} },`,
    `      security: ${json(security)},`,
    ...(body === undefined
      ? []
      : [
          `      requestBody: { required: ${body.value.required === true}, content: ${compileContent(compiler, body.value, body.pointer, "request")} },`,
        ]),
    `      responses: {\n${responses.join(",\n")},\n      },`,
    "    }",
  ].join("\n");
}

/** Refuses what the checks could not hold a parameter to: a path's or a query's value is any text. */
function assertParameters(path: string, parameters: { value: Parameter; pointer: string }[]): void {
  for (const { value, pointer } of parameters) {
    const { in: place, required = false, schema = {} } = value;
    if (place === "path" && !required)
      throw new ContractError(pointer, "a path parameter is required");
    const isBound = Object.keys(schema).some((key) => key !== "type" && key !== "description");
    if (place === "cookie") throw new ContractError(pointer, "cookies are not checked");
    if (place === "query" && required)
      throw new ContractError(pointer, "whether a query parameter is there is not checked");
    if (place !== "header" && (schema.type !== "string" || isBound))
      throw new ContractError(pointer, "only headers are held to a schema beyond type: string");
  }
  const named = parameters
    .filter(({ value }) => value.in === "path")
    .map(({ value }) => value.name);
  const used = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  if (json(named.sort()) !== json(used.sort())) {
    throw new ContractError(
      child("/paths", path),
      `the path parameters that are described (${named}) are not those in the path (${used})`,
    );
  }
}

function compileContent(
  compiler: SchemaCompiler,
  body: MediaTypes,
  pointer: string,
  hint: string,
): string {
  const entries = Object.entries(body.content ?? {}).map(([mediaType, { schema }]) => {
    const check = compiler.compile(
      schema ?? {},
      child(pointer, "content", mediaType, "schema"),
      hint,
    );
    return `${json(mediaType.toLowerCase())}: ${check}`;
  });
  return `{ ${entries.join(", ")} }`;
}

/** Responses share their headers; each set of them is written once. */
class HeaderSets {
  readonly #document: object;
  readonly #compiler: SchemaCompiler;
  readonly #names = new Map<string, string>();

  constructor(document: object, compiler: SchemaCompiler) {
    this.#document = document;
    this.#compiler = compiler;
  }

  source(): string {
    return [...this.#names].map(([set, name]) => `const ${name}: Headers = ${set};`).join("\n");
  }

  /** The name of the constant that holds the response's headers. */
  name(response: ResponseObject, pointer: string): string {
    const entries = Object.entries(response.headers ?? {}).map(([name, one]) => {
      const header = resolve(this.#document, one, child(pointer, "headers", name));
      return compileHeader(this.#compiler, name, header.value, header.pointer);
    });
    const set = `{ ${entries.join(", ")} }`;
    const known = this.#names.get(set) ?? `headers${this.#names.size + 1}`;
    this.#names.set(set, known);
    return known;
  }
}

function compileHeader(
  compiler: SchemaCompiler,
  name: string,
  header: { required?: boolean; schema?: Schema },
  pointer: string,
): string {
  const schema = header.schema ?? {};
  const check = compiler.compile(schema, child(pointer, "schema"), `header${name}`);
  const as =
    schema.type === "integer" || schema.type === "number"
      ? "number"
      : schema.type === "boolean"
        ? "boolean"
        : "string";
  return `${json(name.toLowerCase())}: { required: ${header.required === true}, as: ${json(as)}, check: ${check} }`;
}

/** The headers that carry the credentials of each alternative (OpenAPI 3.1, section 4.8.27). */
function compileSecurity(
  document: OpenApiDocument,
  alternatives: NonNullable<OpenApiDocument["security"]>,
  pointer: string,
): string[][] {
  return alternatives.map((schemes, index) =>
    Object.keys(schemes).map((name) => {
      const at = child(pointer, index, name);
      const found = document.components?.securitySchemes?.[name];
      if (!found)
        throw new ContractError(at, `there is no security scheme "${name}" in components`);
      const scheme = resolve<{ type?: string; in?: string; name?: string }>(
        document,
        found,
        at,
      ).value;
      if (scheme.type === "apiKey" && scheme.in === "header" && scheme.name)
        return scheme.name.toLowerCase();
      if (scheme.type === "http" || scheme.type === "oauth2" || scheme.type === "openIdConnect")
        return "authorization";
      throw new ContractError(at, "only credentials in a header can be checked");
    }),
  );
}

/** `/v0/websets/{id}` as a regular expression; a parameter is one segment and not empty. */
function pathPattern(path: string): string {
  const source = path
    .split(/(\{[^{}]+\})/)
    .map((part) =>
      part.startsWith("{") ? "([^/]+)" : part.replace(/[.*+?^$()|[\]\\/{}]/g, "\\$&"),
    )
    .join("");
  return `/^${source}$/`;
}
