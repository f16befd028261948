import { methods } from "../../src/openapi/description.ts";
import { compileForm } from "./compile-form.ts";
import { compileParameter } from "./compile-parameters.ts";
import { SchemaCompiler } from "./compile-schema.ts";
import {
  type DocumentedOperation,
  type MessageObject,
  type OpenApiDocument,
  type Placed,
  readOperations,
  readSecurity,
  readServers,
} from "./contract-model.ts";
import { readEcho } from "./extensions.ts";
import type { Attempts } from "./problems.ts";
import { ContractError, child, resolve } from "./schema.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";
const json = JSON.stringify;

/** The one version of OpenAPI that is understood: in 3.0 a schema means something else. */
export const isOpenApi31 = (document: { readonly openapi?: unknown } | null): boolean =>
  String(document?.openapi).startsWith("3.1.");

/**
 * Compiles a bundled OpenAPI document to the text of a TypeScript module that exports `compiled: CompiledContract`.
 * @param attempts keeps what the contract says and the checks could not hold it to; without it the first is thrown.
 * @throws ContractError
 */
export function compileContract(document: OpenApiDocument, attempts: Attempts = throwing): string {
  attempts.try(() => assertDocument(document), undefined);
  const compiler = new SchemaCompiler(document);
  const headerSets = new HeaderSets(document, compiler);
  const documented = readOperations(document).sort(concreteFirst);
  const operations = documented.map((one) =>
    attempts.try(() => compileOperation(document, compiler, headerSets, one, attempts), ""),
  );
  const servers = attempts.try(
    () => readServers({ value: document.servers ?? [], pointer: "/servers" }),
    [],
  );
  const source = compiler.source();
  const text = operations.join(",\n");
  return [
    "// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.",
    "// biome-ignore-all lint: generated",
    `import * as a from "../src/contract/assert.ts";`,
    ...(source.includes(" f.") ? [`import * as f from "../src/contract/formats.ts";`] : []),
    ...(text.includes("form(") ? [`import { form } from "../src/contract/form.ts";`] : []),
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
    `  operations: [\n${text},\n  ],`,
    "};",
    "",
  ].join("\n");
}

/** Throws at the first. */
const throwing = { errors: [], try: <T>(make: () => T): T => make() };

function assertDocument({ jsonSchemaDialect, paths = {}, servers = [] }: OpenApiDocument): void {
  if (jsonSchemaDialect !== dialect)
    throw new ContractError(
      "/jsonSchemaDialect",
      `must be ${dialect}: the checks are of no other, and Prism is blind without it`,
    );
  if (Object.values(paths).every((item) => !methods.some((method) => method in item)))
    throw new ContractError("/paths", "there is no operation to check: describe one");
  if (servers.length === 0)
    throw new ContractError("/servers", `"servers" must name at least one server`);
}

/** Segment by segment, what is written out goes before a template (OpenAPI 3.1, section 4.8.8.2). */
function concreteFirst(a: DocumentedOperation, b: DocumentedOperation): number {
  const rank = ({ path }: DocumentedOperation) =>
    path
      .split("/")
      .map((segment) => (segment.includes("{") ? "1" : "0"))
      .join("");
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}

function compileOperation(
  document: OpenApiDocument,
  compiler: SchemaCompiler,
  headerSets: HeaderSets,
  documented: DocumentedOperation,
  attempts: Attempts,
): string {
  const { path, method, parameters, requestBody, security, servers } = documented;
  attempts.try(() => assertParameters(documented), undefined);
  const inPlace = (place: string) => parameters.filter(({ value }) => value.in === place);
  const entry = (one: (typeof parameters)[number], name = one.value.name) =>
    `${json(name)}: ${attempts.try(() => compileParameter(document, compiler, one), "")}`;
  const names = pathNames(path);
  const pathParameters = names.flatMap((name) => {
    const found = inPlace("path").find(({ value }) => value.name === name);
    return found
      ? [
          attempts
            .try(() => compileParameter(document, compiler, found), "")
            .replace("{", `{ name: ${json(name)},`),
        ]
      : [];
  });
  const query = inPlace("query").map((one) => entry(one));
  const headers = inPlace("header").map((one) => entry(one, one.value.name.toLowerCase()));
  const credentials = attempts
    .try(() => readSecurity(document, security), [])
    .map((all) => all.map(({ header }) => header));
  const echo = attempts.try(() => readEcho(document, documented), []);
  const responses = documented.responses.map(({ status, ...response }) => {
    attempts.try(() => assertStatus(status, documented, response), undefined);
    const hint = `response${status}`;
    const content = attempts.try(() => compileContent(document, compiler, response, hint), "");
    const headers = attempts.try(() => headerSets.name(response), "");
    return `        ${json(status)}: { headers: ${headers}, content: ${content} }`;
  });
  const body =
    requestBody &&
    attempts.try(() => compileContent(document, compiler, requestBody, "request"), "");
  return [
    "    {",
    `      name: ${json(`${method} ${path}`)},`,
    `      method: ${json(method)},`,
    `      path: ${pathPattern(path)},`,
    `      pathParameters: [${pathParameters.join(", ")}],`,
    `      query: { ${query.join(", ")} },`,
    `      headers: { ${headers.join(", ")} },`,
    `      security: ${json(credentials)},`,
    ...(servers ? [`      servers: ${json(readServers(servers))},`] : []),
    ...(body
      ? [
          `      requestBody: { required: ${requestBody.value.required === true}, content: ${body} },`,
        ]
      : []),
    `      responses: {\n${responses.join(",\n")},\n      },`,
    ...(echo.length > 0 ? [`      echo: ${json(echo)},`] : []),
    "    }",
  ].join("\n");
}

function assertStatus(
  status: string,
  { pointer }: DocumentedOperation,
  response: Placed<MessageObject>,
): void {
  if (!/^[1-5]\d\d$/.test(status)) {
    throw new ContractError(
      child(pointer, "responses", status),
      "each response must stand under its own status, such as 404, so that an undocumented one is seen",
    );
  }
  if (/^(1\d\d|204|304)$/.test(status) && response.value.content !== undefined) {
    throw new ContractError(
      child(response.pointer, "content"),
      `an answer of status ${status} has no body (RFC 9110); leave "content" out`,
    );
  }
}

const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);

function assertParameters({ path, parameters }: DocumentedOperation): void {
  for (const { value, pointer } of parameters) {
    if (value.in === "path" && value.required !== true)
      throw new ContractError(pointer, `a path parameter is required: say "required: true"`);
    if (value.in === "cookie")
      throw new ContractError(pointer, "cookies are neither sent nor checked: leave it out");
  }
  const named = parameters
    .filter(({ value }) => value.in === "path")
    .map(({ value }) => value.name);
  const used = pathNames(path);
  if (json([...named].sort()) !== json([...used].sort())) {
    throw new ContractError(
      child("/paths", path),
      `the path parameters that are described (${named}) are not those in the path (${used})`,
    );
  }
}

function compileContent(
  document: OpenApiDocument,
  compiler: SchemaCompiler,
  { value, pointer }: Placed<MessageObject>,
  hint: string,
): string {
  const entries = Object.entries(value.content ?? {}).map(([mediaType, media]) => {
    const at = child(pointer, "content", mediaType, "schema");
    const check = compiler.compile(media.schema ?? {}, at, hint);
    return `${json(mediaType.toLowerCase())}: ${compileForm(document, mediaType, media, at, check)}`;
  });
  return `{ ${entries.join(", ")} }`;
}

/** Responses share their headers; each set of them is written once. */
class HeaderSets {
  readonly #document: OpenApiDocument;
  readonly #compiler: SchemaCompiler;
  readonly #names = new Map<string, string>();

  constructor(document: OpenApiDocument, compiler: SchemaCompiler) {
    this.#document = document;
    this.#compiler = compiler;
  }

  source(): string {
    return [...this.#names].map(([set, name]) => `const ${name}: Headers = ${set};`).join("\n");
  }

  /** The name of the constant that holds the response's headers. */
  name({ value, pointer }: Placed<MessageObject>): string {
    const entries = Object.entries(value.headers ?? {}).flatMap(([name, one]) => {
      // Content-Type is said by `content` (OpenAPI 3.1, section 4.8.17.1).
      if (name.toLowerCase() === "content-type") return [];
      const header = resolve(this.#document, one, child(pointer, "headers", name));
      const parameter = { ...header.value, name, in: "header" as const };
      const entry = compileParameter(this.#document, this.#compiler, {
        value: parameter,
        pointer: header.pointer,
      });
      return [`${json(name.toLowerCase())}: ${entry}`];
    });
    const set = `{ ${entries.join(", ")} }`;
    const known = this.#names.get(set) ?? `headers${this.#names.size + 1}`;
    this.#names.set(set, known);
    return known;
  }
}

/** `/things/{id}` as a regular expression; a parameter is one segment, or a part of one, and not empty. */
function pathPattern(path: string): string {
  const source = path
    .split(/(\{[^{}]+\})/)
    .map((part) =>
      part.startsWith("{") ? "([^/]+?)" : part.replace(/[.*+?^$()|[\]\\/{}]/g, "\\$&"),
    )
    .join("");
  return `/^${source}$/`;
}
