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
import type { Attempts } from "./problems.ts";
import { readSchema } from "./read-schema.ts";
import { ContractError, child, resolve, type Schema } from "./schema.ts";
import { mediaTypesOf, successOf, successSchema } from "./success.ts";

/** One operation as the client knows it. */
export interface NamedOperation {
  /** Of the client's method and of the command. */
  readonly name: string;
  readonly row: OperationRow;
  /** What stands between the items of a query parameter's array; absent: the parameter is repeated for each. */
  readonly join: Readonly<Record<string, Separator>> | undefined;
  readonly documented: DocumentedOperation;
}

/** What an error status is called, and what it means. */
interface StatusName {
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
  /** The header of an answer that names the call, in lower case; empty where the contract marks none. */
  readonly requestIdHeader: string;
}

/**
 * The table of a contract's operations.
 * @throws ContractError where the contract does not say what a client must know.
 */
export function operationsTable(document: OpenApiDocument, attempts: Attempts): OperationsTable {
  const all = readOperations(document);
  const [server = ""] = readServers({ value: document.servers ?? [], pointer: "/servers" });
  const key = keyOf(document, { value: document.security ?? [], pointer: "/security" }) ??
    all.map((one) => keyOf(document, one.security)).find((one) => one !== undefined) ?? {
      header: "authorization",
      prefix: "Bearer ",
    };
  const names = new Map<string, string>();
  const operations = all.flatMap((documented) => attempts.try(() => [named(documented)], []));
  function named(documented: DocumentedOperation): NamedOperation {
    const { name, pointer } = nameOf(documented);
    const before = names.get(name);
    if (before !== undefined)
      throw new ContractError(
        pointer,
        `the method "${name}" is taken by ${before}: give one of them another x-method`,
      );
    names.set(name, `${documented.method} ${documented.path}`);
    const row = rowOf(document, documented, { server, key }, attempts);
    const join = attempts.try(() => joinOf(document, documented), undefined);
    return { name, row, join, documented };
  }
  return {
    operations,
    server,
    key,
    statuses: statusesOf(all, attempts),
    tags: attempts.try(() => tagsOf(all), {}),
    requestIdHeader: requestIdHeaderOf(document, all),
  };
}

const keyOf = (document: OpenApiDocument, security: DocumentedOperation["security"]) =>
  readSecurity(document, security)[0]?.[0];

/** A client has something else by these names, or would be taken for a promise. */
const taken = ["raw", "then", "constructor", "toString", "valueOf"];

/** `things-get` gives `thingsGet`. */
const camelCase = (name: string): string =>
  name.replace(/[^A-Za-z0-9_]+(\w?)/g, (_, next: string, at: number) =>
    at === 0 ? next : next.toUpperCase(),
  );

function nameOf({ value, pointer }: DocumentedOperation): { name: string; pointer: string } {
  const key = value["x-method"] === undefined ? "operationId" : "x-method";
  const given = value[key as "operationId"];
  if (given === undefined)
    throw new ContractError(
      pointer,
      `there is no "operationId": give it one, the client's method is called by it`,
    );
  const name = camelCase(String(given));
  if (/^[a-z]\w*$/i.test(name) && !taken.includes(name))
    return { name, pointer: child(pointer, key) };
  throw new ContractError(
    child(pointer, key),
    `"${given}" cannot be the name of a method: use letters and digits, or add "x-method"`,
  );
}

function rowOf(
  document: OpenApiDocument,
  documented: DocumentedOperation,
  { server, key }: Pick<OperationsTable, "server" | "key">,
  attempts: Attempts,
): OperationRow {
  const { method, path, requestBody, servers } = documented;
  const query = parametersIn(documented, "query").map(({ value }) => value.name);
  const own = attempts.try(() => keyOf(document, documented.security), undefined);
  const [ownServer = server] = servers ? readServers(servers) : [];
  const [bodyType] = requestBody ? mediaTypesOf(requestBody) : [];
  const identity = attempts.try(() => identityOf(document, documented), undefined);
  const repeat = attempts.try(() => repeatOf(document, documented), undefined);
  const page = attempts.try(() => pageOf(document, documented), undefined);
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
    const schema = readSchema(document, value.schema, at).value;
    const { list } = readingOf(document, value, schema, pointer);
    return list === undefined || list === "repeat" ? [] : [[value.name, list] as const];
  });
  return joined.length > 0 ? Object.fromEntries(joined) : undefined;
}

function identityOf(
  document: OpenApiDocument,
  documented: DocumentedOperation,
): OperationRow["identity"] {
  const found = successSchema(document, documented);
  const schema = found?.value as (Schema & { "x-identity"?: unknown }) | undefined;
  const names = schema?.["x-identity"];
  if (names === undefined) return undefined;
  const properties = schema?.properties ?? {};
  if (!Array.isArray(names) || names.some((name) => !Object.hasOwn(properties, name))) {
    throw new ContractError(
      child(found?.pointer ?? "", "x-identity"),
      `"x-identity" of the answer's schema must be a list of its properties`,
    );
  }
  return names.map((name: string) => {
    const constant = readSchema(document, properties[name], documented.pointer).value.const;
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
  const schema = readSchema(document, requestBody?.value.content?.[type]?.schema, at);
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
  const properties = successSchema(document, documented)?.value.properties ?? {};
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

function statusesOf(all: readonly DocumentedOperation[], attempts: Attempts): StatusName[] {
  const known = new Map<string, StatusName>();
  for (const one of all.flatMap(({ responses }) => responses)) {
    if (!/^[45]\d\d$/.test(one.status)) continue;
    const found = attempts.try(() => statusOf(one, known.get(one.status)), undefined);
    if (found) known.set(one.status, found);
  }
  return [...known.values()].sort((a, b) => Number(a.status) - Number(b.status));
}

function statusOf(
  { status, value, pointer }: DocumentedOperation["responses"][number],
  before: StatusName | undefined,
): StatusName {
  const name = String(value["x-error"] ?? classNameOf(status));
  const at = "x-error" in value ? child(pointer, "x-error") : pointer;
  if (!/^[A-Z]\w*$/.test(name))
    throw new ContractError(
      at,
      `status ${status} has no name: say "x-error: NotFound" or the like`,
    );
  if (before && before.name !== name)
    throw new ContractError(
      at,
      `status ${status} is called ${before.name} by another operation: give both the same x-error`,
    );
  return before ?? { status, name, meaning: value.description ?? "" };
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
  const headers = all.flatMap(({ responses }) =>
    responses.flatMap(({ value, pointer }) =>
      Object.entries(value.headers ?? {}).map(
        ([name, one]) => [name, resolve(document, one, child(pointer, "headers", name))] as const,
      ),
    ),
  );
  const marked = headers.find(([, { value }]) => "x-request-id" in value && value["x-request-id"]);
  return marked?.[0].toLowerCase() ?? "";
}

/** `404` gives `NotFound`, `500` gives `InternalServer`. */
const classNameOf = (status: string): string =>
  (STATUS_CODES[status] ?? "").replace(/ Error$/, "").replace(/[^A-Za-z]/g, "");
