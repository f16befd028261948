import { STATUS_CODES } from "node:http";
import type { Separator } from "../../src/http/serialize-query.ts";
import type { OperationRow } from "../../src/openapi/operation-row.ts";
import { readingOf } from "./compile-parameters.ts";
import {
  type Credential,
  type DocumentedOperation,
  type OpenApiDocument,
  readOperations,
  readSecurity,
  readServers,
} from "./contract-model.ts";
import { ContractError, child, resolve, type Schema } from "./schema.ts";
import { mediaTypesOf, successOf, successSchema } from "./success.ts";

/** One operation as the client knows it. */
export interface NamedOperation {
  /** Of the client's method and of the command. */
  readonly name: string;
  readonly row: OperationRow;
  /** What stands between the items of a query parameter's array; absent: the parameter is repeated for each. */
  readonly join?: Readonly<Record<string, Separator>> | undefined;
  readonly documented: DocumentedOperation;
}

/** What an error status is called, and what it means. */
export interface StatusName {
  readonly status: string;
  /** Of its error class, without "Error". */
  readonly name: string;
  readonly meaning: string;
}

/** What the client is generated from. */
export interface OperationsTable {
  readonly operations: readonly NamedOperation[];
  readonly server: string;
  readonly key: Credential;
  readonly statuses: readonly StatusName[];
  /** Tags of refusals that mean another status. */
  readonly tags: Readonly<Record<string, number>>;
  /** The header that names a call, in lower case; empty where there is none. */
  readonly requestIdHeader: string;
}

/**
 * The table of a contract's operations.
 * @throws ContractError where the contract does not say what a client must know.
 */
export function operationsTable(document: OpenApiDocument): OperationsTable {
  const all = readOperations(document);
  const [server = ""] = readServers({ value: document.servers ?? [], pointer: "/servers" });
  const key = keyOf(document, { value: document.security ?? [], pointer: "/security" }) ??
    all.map((one) => keyOf(document, one.security)).find((one) => one !== undefined) ?? {
      header: "authorization",
      prefix: "Bearer ",
    };
  const names = new Map<string, string>();
  const operations = all.map((documented): NamedOperation => {
    const { name, pointer } = nameOf(documented);
    const before = names.get(name);
    if (before !== undefined)
      throw new ContractError(
        pointer,
        `the method "${name}" is taken by ${before}: give one of them another x-method`,
      );
    names.set(name, `${documented.method} ${documented.path}`);
    const row = rowOf(document, documented, server, key);
    return { name, row, join: joinOf(document, documented), documented };
  });
  return {
    operations,
    server,
    key,
    statuses: statusesOf(all),
    tags: tagsOf(all),
    requestIdHeader: requestIdHeaderOf(document, all),
  };
}

const keyOf = (document: OpenApiDocument, security: DocumentedOperation["security"]) =>
  readSecurity(document, security)[0]?.[0];

function nameOf({ value, pointer }: DocumentedOperation): { name: string; pointer: string } {
  const key = value["x-method"] === undefined ? "operationId" : "x-method";
  const given = value[key as "operationId"];
  if (given === undefined)
    throw new ContractError(pointer, `there is no "operationId": give the operation a name`);
  const name = String(given);
  if (/^[a-z]\w*$/i.test(name)) return { name, pointer: child(pointer, key) };
  throw new ContractError(
    child(pointer, key),
    `"${name}" cannot be the name of a method: use letters and digits, or add "x-method"`,
  );
}

function rowOf(
  document: OpenApiDocument,
  documented: DocumentedOperation,
  server: string,
  key: Credential,
): OperationRow {
  const { method, path, requestBody, servers } = documented;
  const query = parametersIn(documented, "query").map(({ value }) => value.name);
  const own = keyOf(document, documented.security);
  const [ownServer = server] = servers ? readServers(servers) : [];
  const [bodyType] = requestBody ? mediaTypesOf(requestBody) : [];
  const identity = identityOf(document, documented);
  const repeat = repeatOf(document, documented);
  const page = pageOf(document, documented);
  const answer = answerOf(documented);
  return {
    method: method as OperationRow["method"], // one of the methods of a path item
    path,
    ...(requestBody && { body: requestBody.value.required === true ? "required" : "optional" }),
    ...(bodyType !== undefined && !isJsonType(bodyType) && { mediaType: bodyType }),
    ...(query.length > 0 && { query }),
    ...(identity && { identity }),
    ...(answer && { answer }),
    ...(repeat !== undefined && { repeat }),
    ...(page && { page }),
    ...(ownServer !== server && { server: ownServer }),
    ...(own && (own.header !== key.header || own.prefix !== key.prefix)
      ? { key: [own.header, own.prefix] as const }
      : {}),
  };
}

const isJsonType = (type: string): boolean => /^application\/([\w.-]+\+)?json$/i.test(type);

function answerOf(documented: DocumentedOperation): OperationRow["answer"] {
  const success = successOf(documented);
  const [mediaType] = success ? mediaTypesOf(success) : [];
  if (mediaType === undefined || documented.method === "HEAD") return "nothing";
  return isJsonType(mediaType) ? undefined : "text";
}

const parametersIn = ({ parameters }: DocumentedOperation, place: string) =>
  parameters.filter(({ value }) => value.in === place);

function joinOf(
  document: OpenApiDocument,
  documented: DocumentedOperation,
): NamedOperation["join"] {
  const joined = parametersIn(documented, "query").flatMap(({ value, pointer }) => {
    if (value.content) return [];
    const at = child(pointer, "schema");
    const schema = resolve<Schema>(document, value.schema ?? {}, at).value;
    const { list } = readingOf(document, value, schema, pointer);
    return list === undefined || list === "repeat" ? [] : [[value.name, list] as const];
  });
  return joined.length > 0 ? Object.fromEntries(joined) : undefined;
}

function identityOf(
  document: OpenApiDocument,
  documented: DocumentedOperation,
): OperationRow["identity"] {
  const schema = successSchema(document, documented) as
    | (Schema & { "x-identity"?: unknown })
    | undefined;
  const names = schema?.["x-identity"];
  if (names === undefined) return undefined;
  const properties = schema?.properties ?? {};
  if (!Array.isArray(names) || names.some((name) => !Object.hasOwn(properties, name))) {
    throw new ContractError(
      child(documented.pointer, "responses"),
      `"x-identity" of the answer's schema must be a list of its properties`,
    );
  }
  return names.map((name: string) => {
    const constant = properties[name]?.const;
    return typeof constant === "string" ? [name, constant] : [name];
  });
}

/** Methods that may be repeated (RFC 9110, section 9.2.2). */
const idempotent = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

function repeatOf(
  document: OpenApiDocument,
  { value, pointer, method, requestBody }: DocumentedOperation,
): OperationRow["repeat"] {
  const said = value["x-repeat"];
  if (said === undefined) return idempotent.has(method) ? true : undefined;
  if (said === true) return true;
  if (said === false) return undefined;
  const [type = ""] = requestBody ? mediaTypesOf(requestBody) : [];
  const at = child(requestBody?.pointer ?? pointer, "content", type, "schema");
  const schema = resolve<Schema>(document, requestBody?.value.content?.[type]?.schema ?? {}, at);
  if (typeof said === "string" && Object.hasOwn(schema.value.properties ?? {}, said)) return said;
  throw new ContractError(
    child(pointer, "x-repeat"),
    `"x-repeat" must be true, false, or the name of a property of the body`,
  );
}

function pageOf(document: OpenApiDocument, documented: DocumentedOperation): OperationRow["page"] {
  const said = documented.value["x-page"] as Partial<NonNullable<OperationRow["page"]>> | undefined;
  if (said === undefined) return undefined;
  const { cursor = "", items = "", next = "" } = said;
  const properties = successSchema(document, documented)?.properties ?? {};
  const isQuery = documented.parameters.some(
    ({ value }) => value.in === "query" && value.name === cursor,
  );
  if (isQuery && Object.hasOwn(properties, items) && Object.hasOwn(properties, next))
    return { cursor, items, next };
  throw new ContractError(
    child(documented.pointer, "x-page"),
    `"x-page" must name a query parameter (cursor) and two properties of the answer (items, next)`,
  );
}

function statusesOf(all: readonly DocumentedOperation[]): StatusName[] {
  const known = new Map<string, StatusName>();
  for (const { responses } of all) {
    for (const { status, value, pointer } of responses) {
      if (!/^[45]\d\d$/.test(status)) continue;
      const name = String(value["x-error"] ?? classNameOf(status));
      if (!/^[A-Z]\w*$/.test(name))
        throw new ContractError(
          pointer,
          `status ${status} has no name: say "x-error", such as x-error: NotFound`,
        );
      const before = known.get(status);
      if (before && before.name !== name)
        throw new ContractError(
          pointer,
          `status ${status} is called ${before.name} by another operation: give both the same x-error`,
        );
      if (!before) known.set(status, { status, name, meaning: value.description ?? "" });
    }
  }
  return [...known.values()].sort((a, b) => Number(a.status) - Number(b.status));
}

function tagsOf(all: readonly DocumentedOperation[]): Record<string, number> {
  const tags = all.flatMap(({ responses }) =>
    responses.flatMap(({ value, pointer }) =>
      Object.entries(value["x-tags"] ?? {}).map(([tag, status]) => {
        if (responses.some((one) => one.status === String(status))) return [tag, Number(status)];
        const at = child(pointer, "x-tags", tag);
        throw new ContractError(at, `"${status}" must be another status of the operation`);
      }),
    ),
  );
  return Object.fromEntries(tags);
}

function requestIdHeaderOf(document: OpenApiDocument, all: readonly DocumentedOperation[]): string {
  for (const { responses } of all)
    for (const { value, pointer } of responses)
      for (const [name, header] of Object.entries(value.headers ?? {})) {
        const at = child(pointer, "headers", name);
        const role = resolve<{ "x-role"?: unknown }>(document, header as object, at).value[
          "x-role"
        ];
        if (role === "request-id") return name.toLowerCase();
        if (role !== undefined)
          throw new ContractError(child(at, "x-role"), `"${role}" is no role: say request-id`);
      }
  return "";
}

/** `404` gives `NotFound`, `500` gives `InternalServer`. */
const classNameOf = (status: string): string =>
  (STATUS_CODES[status] ?? "").replace(/ Error$/, "").replace(/[^A-Za-z]/g, "");
