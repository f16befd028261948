import openapi from "../../../generated/openapi.json" with { type: "json" };
import { matchOperation } from "../../contract/index.ts";
import type { Json } from "../../findings/finding.ts";
import { isJson } from "../../openapi/media-type.ts";

/** What an operation does to the stored Websets: `x-effect` in the contract. */
export type Effect = "list" | "create" | "read" | "update" | "delete" | "cancel";

/** `x-page`: the query parameters and properties of a paginated answer, by what they are for. */
export interface PageNames {
  readonly cursor: string;
  readonly limit: string;
  readonly items: string;
  readonly next: string;
  readonly more: string;
}

/** One operation, as the simulator plays it. */
export interface SimulatedOperation {
  /** `METHOD /path/{template}`. */
  readonly name: string;
  /** Without one, the answer is the first example of a success. */
  readonly effect: Effect | undefined;
  /** The documented 2xx status. */
  readonly success: number;
  readonly page: PageNames | undefined;
  /** The number of items on a page where none is asked for. */
  readonly pageSize: number;
  /** Bodies of the contract's examples for a status, in the order written. */
  examples(status: number): Json[];
  /** Documented header names of a response, as written. */
  headerNames(status: number): string[];
}

/** An operation with what a request's URL says of it. */
export interface Call {
  readonly operation: SimulatedOperation;
  /** The decoded path parameters, in the order of the template. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  /** Names of the headers that carry credentials, in lower case. */
  readonly credentials: readonly string[];
}

interface Node {
  readonly [key: string]: Json;
}

const basePaths = openapi.servers.map(({ url }) => new URL(url).pathname.replace(/\/+$/, ""));

/** The operation that a request calls; `undefined` where the contract has none. */
export function findCall(method: string, url: string): Call | undefined {
  const compiled = matchOperation(method, url);
  if (compiled === undefined) return undefined;
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  const base = basePaths.find((path) => pathname.startsWith(`${path}/`)) ?? "";
  const [, ...segments] = compiled.path.exec(pathname.slice(base.length)) ?? [];
  return {
    operation: simulated(compiled.name),
    parameters: segments.map((segment) => decodeURIComponent(segment ?? "")),
    query: searchParams,
    credentials: compiled.security.flat(),
  };
}

/** A request, method and path, to the first operation of an effect, about the Webset of this id. */
export function requestFor(
  effect: Effect,
  id: string,
): { method: string; url: string } | undefined {
  const paths = openapi.paths as unknown as Node;
  for (const [path, item] of Object.entries(paths))
    for (const [method, operation] of Object.entries(item as Node))
      if ((operation as Node)["x-effect"] === effect)
        return {
          method: method.toUpperCase(),
          url: path.replace(/\{[^}]*\}/g, encodeURIComponent(id)),
        };
  return undefined;
}

/** The methods that the contract documents for a URL's path. */
export function methodsAt(url: string): string[] {
  const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
  return methods.filter((method) => matchOperation(method, url) !== undefined);
}

/** Every object in the contract's examples that calls itself `kind`, in the order written. */
export function exampleObjects(kind: string): Node[] {
  const found: Node[] = [];
  const search = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    if ((value as Node).object === kind) found.push(value as Node);
    for (const inner of Object.values(value)) search(inner);
  };
  search(openapi.components.examples);
  return found;
}

const operations = new Map<string, SimulatedOperation>();

function simulated(name: string): SimulatedOperation {
  const known = operations.get(name) ?? describeOperation(name);
  operations.set(name, known);
  return known;
}

function describeOperation(name: string): SimulatedOperation {
  const [method = "", path = ""] = name.split(" ");
  const operation = lookUp(`#/paths/${path.replaceAll("/", "~1")}/${method.toLowerCase()}`);
  const responses = operation.responses as Node;
  const success = Object.keys(responses).find((status) => status.startsWith("2")) ?? "200";
  const page = operation["x-page"] as unknown as PageNames | undefined;
  const responseOf = (status: number) => follow(responses[status] ?? {});
  return {
    name,
    effect: operation["x-effect"] as Effect | undefined,
    success: Number(success),
    page,
    pageSize: pageSizeOf(operation, page),
    examples: (status) => examplesOf(responseOf(status)),
    headerNames: (status) => Object.keys((responseOf(status).headers ?? {}) as Node),
  };
}

/** The schema's `default`: the number of items that the API gives where it is not told (JSON Schema, `default`). */
function pageSizeOf(operation: Node, page: PageNames | undefined): number {
  const parameters = ((operation.parameters ?? []) as unknown as Json[]).map(follow);
  const limit = parameters.find(({ name }) => name === page?.limit);
  return Number((limit?.schema as Node | undefined)?.default ?? Number.POSITIVE_INFINITY);
}

function examplesOf(response: Node): Json[] {
  const content = Object.entries((response.content ?? {}) as Node);
  const json = content.find(([type]) => isJson(type))?.[1] as Node | undefined;
  if (json === undefined) return [];
  if (json.example !== undefined) return [json.example];
  return Object.values((json.examples ?? {}) as Node).map(
    (example) => follow(example).value as Json,
  );
}

function follow(node: Json): Node {
  const { $ref } = node as Node;
  return typeof $ref === "string" ? follow(lookUp($ref)) : (node as Node);
}

/** The place that a JSON Pointer names in the contract, which was validated when it was bundled. */
function lookUp(ref: string): Node {
  const names = ref.split("/").slice(1);
  const unescaped = names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  return unescaped.reduce((node, name) => node[name] as Node, openapi as unknown as Node);
}
