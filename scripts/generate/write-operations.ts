import type { OperationRow } from "../../src/openapi/operation-row.ts";
import type { DocumentedOperation, OpenApiDocument } from "./contract-model.ts";
import type { NamedOperation, OperationsTable } from "./operations-table.ts";
import { mediaTypesOf, successOf } from "./success.ts";

const json = JSON.stringify;

/** The text of `generated/operations.ts`: the table of operations, and the types of the client's methods. */
export function writeOperations(document: OpenApiDocument, table: OperationsTable): string {
  const { operations, server, key } = table;
  const rows = operations.map((one) => `  ${one.name}: ${writeRow(one)},`);
  const schemas = usedSchemas(operations);
  return [
    "// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.",
    "// biome-ignore-all lint: generated",
    ...imports(rows),
    `import type { ${methodTypes(table)} } from "../src/http/method.ts";`,
    `import type { OperationRow } from "../src/openapi/operation-row.ts";`,
    `import type { components, operations as Documented } from "./types.ts";`,
    "",
    ...schemas.flatMap((name) => [
      `/** ${comment(descriptionOf(document, name))} */`,
      `export type ${name} = components["schemas"][${json(name)}];`,
    ]),
    "",
    "/** The operations by the names of the client's methods. */",
    "export const operations = {",
    ...rows,
    "} as const satisfies Readonly<Record<string, OperationRow>>;",
    "",
    "/** Where the API is, unless a client is told otherwise. */",
    `export const server = ${json(server)};`,
    "",
    "/** The header that carries the API key, and what stands before the key in it. */",
    `export const keyHeader = ${json(key.header)};`,
    `export const keyPrefix = ${json(key.prefix)};`,
    "",
    "/** The header of an answer that names the call. */",
    `export const requestIdHeader = ${json(table.requestIdHeader)};`,
    "",
    "/** Tags of refusals that mean another status than the answer has. */",
    `export const tags: Readonly<Record<string, number>> = ${json(table.tags)};`,
    "",
    `/** What each documented refusal is called: its error class, without "Error". */`,
    "export const statuses = {",
    ...table.statuses.flatMap(({ status, name, meaning }) => [
      `  /** ${comment(meaning)} */`,
      `  ${status}: ${json(name)},`,
    ]),
    "} as const;",
    "",
    "/** The methods of a client, one for each operation. */",
    "export interface WebsetsMethods {",
    ...operations.flatMap((one) => writeMethod(one, table)),
    "}",
    "",
  ].join("\n");
}

/** A row of the table; with functions, which few contracts have a use for, so that no other carries them. */
function writeRow({ row, join }: NamedOperation): string {
  const functions = [
    ...(join ? [`"serializeQuery":joinedQuery(${json(join)})`] : []),
    ...(row.mediaType ? [`"serializeBody":serializeAs(${json(row.mediaType)})`] : []),
  ];
  return functions.length > 0 ? `${json(row).slice(0, -1)},${functions.join()}}` : json(row);
}

const imports = (rows: readonly string[]): string[] =>
  [
    ["joinedQuery", "serialize-query"],
    ["serializeAs", "serialize-body"],
  ]
    .filter(([name]) => rows.some((row) => row.includes(`:${name}(`)))
    .map(([name, file]) => `import { ${name} } from "../src/http/${file}.ts";`);

/** The text of `generated/status-errors.ts`: a class for each documented refusal. */
export function writeStatusErrors({ statuses }: OperationsTable): string {
  return [
    "// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.",
    `import { classOf } from "../src/errors.ts";`,
    ...statuses.flatMap(({ status, name, meaning }) => [
      "",
      `/** ${status}: ${comment(meaning)} */`,
      `export const ${name}Error = /* @__PURE__ */ classOf(${status});`,
      `export type ${name}Error = InstanceType<typeof ${name}Error>;`,
    ]),
    "",
  ].join("\n");
}

/** The types of `src/http/method.ts` that the signatures speak of. */
function methodTypes({ operations }: OperationsTable): string {
  const hasQuery = operations.some(({ row }) => row.query);
  const hasPage = operations.some(({ row }) => row.page);
  return [
    "CallPromise",
    "MethodOptions",
    ...(hasPage ? ["PagePromise"] : []),
    ...(hasQuery ? ["QueryOptions"] : []),
  ].join(", ");
}

/** A method's signature: the path's parameters, the body, and what may be left out. */
function writeMethod({ name, row, documented }: NamedOperation, table: OperationsTable): string[] {
  const { value, parameters, requestBody } = documented;
  const inPath = parameters.filter((one) => one.value.in === "path");
  const inQuery = parameters.filter((one) => one.value.in === "query");
  const id = json(value.operationId);
  const query = `NonNullable<Documented[${id}]["parameters"]["query"]>`;
  const options = inQuery.length > 0 ? `MethodOptions & QueryOptions<${query}>` : "MethodOptions";
  const isNeeded = inQuery.some((one) => one.value.required);
  const body = bodyType(documented, row);
  const args = [
    ...inPath.map((one) => `${identifier(one.value.name)}: string`),
    ...(body
      ? [
          `body${row.body === "required" || isNeeded ? "" : "?"}: ${body}${row.body === "optional" && isNeeded ? " | undefined" : ""}`,
        ]
      : []),
    `options${isNeeded ? "" : "?"}: ${options}`,
  ];
  const thrown = documented.responses
    .filter(({ status }) => /^[45]/.test(status))
    .map(
      ({ status }) =>
        `${table.statuses.find((one) => one.status === status)?.name}Error (${status})`,
    );
  const doc = [
    value.summary ?? "",
    ...(value.description ? ["", ...paragraphs(value.description)] : []),
    ...inPath.map(
      (one) => `@param ${identifier(one.value.name)} ${comment(one.value.description ?? "")}`,
    ),
    ...(body ? [`@param body ${comment(requestBody?.value.description ?? "")}`] : []),
    ...(inQuery.length > 0
      ? [
          `@param options ${inQuery.map((one) => `\`${one.value.name}\``).join(", ")}, and those of every call.`,
        ]
      : []),
    `@returns ${comment(successOf(documented)?.value.description ?? "nothing")}`,
    `@throws WebsetsError, as a rejection; of the API's refusals ${thrown.join(", ")}`,
    ...(value.deprecated ? ["@deprecated"] : []),
  ];
  return [
    "  /**",
    ...doc.flatMap((line) => wrap(line)).map((line) => `   *${line ? ` ${line}` : ""}`),
    "   */",
    `  ${name}(${args.join(", ")}): ${resultType(documented, row)};`,
  ];
}

function bodyType(documented: DocumentedOperation, { body, mediaType }: OperationRow) {
  if (!body || !documented.requestBody) return undefined;
  const [type = ""] = mediaTypesOf(documented.requestBody);
  const schema = documented.requestBody.value.content?.[type]?.schema;
  const named = schemaName(schema?.$ref);
  if (named) return named;
  if (mediaType !== undefined && schema?.type !== "object") return "string";
  const id = json(documented.value.operationId);
  return `NonNullable<Documented[${id}]["requestBody"]>["content"][${json(type)}]`;
}

function resultType(documented: DocumentedOperation, { answer, page }: OperationRow): string {
  if (answer === "nothing") return "CallPromise<undefined>";
  if (answer === "text") return "CallPromise<string>";
  const success = successOf(documented);
  const [type = ""] = success ? mediaTypesOf(success) : [];
  const named = schemaName(success?.value.content?.[type]?.schema?.$ref);
  const id = json(documented.value.operationId);
  const data =
    named ?? `Documented[${id}]["responses"][${success?.status}]["content"][${json(type)}]`;
  return page
    ? `PagePromise<${data}, ${data}[${json(page.items)}][number]>`
    : `CallPromise<${data}>`;
}

const descriptionOf = (document: OpenApiDocument, schema: string): string =>
  document.components?.schemas?.[schema]?.description ?? `As the contract describes it: ${schema}.`;

/** The names under `components/schemas` that the methods' types speak of, in the order of their first use. */
function usedSchemas(operations: readonly NamedOperation[]): string[] {
  const names = operations.flatMap(({ documented }) => {
    const success = successOf(documented);
    return [documented.requestBody, success].map((message) => {
      const [type = ""] = message ? mediaTypesOf(message) : [];
      return schemaName(message?.value.content?.[type]?.schema?.$ref);
    });
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** A schema's name where it can be a type's. */
const schemaName = ($ref: string | undefined): string | undefined =>
  /^#\/components\/schemas\/([A-Za-z]\w*)$/.exec($ref ?? "")?.[1];

const identifier = (name: string): string =>
  name.replace(/\W+(\w?)/g, (_, next) => next.toUpperCase());

/** Text that does not end the comment that it stands in. */
const comment = (text: string): string => text.replace(/\s+/g, " ").trim().replaceAll("*/", "*\\/");

const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((part, index) => [...(index > 0 ? [""] : []), comment(part)]);

/** Lines of at most 114 characters. */
function wrap(text: string): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1] ?? "";
    if (line !== "" && line.length + word.length >= 114) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
