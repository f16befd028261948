import type { Json } from "../findings/finding.ts";
import { parseJson } from "../json/parse-json.ts";
import { parseYaml } from "../json/parse-yaml.ts";
import type { Parsed } from "../json/parsed.ts";
import { below, namesOf } from "../json/pointer.ts";
import type { ReportedFinding } from "./report.ts";

/** The contract as it is written, with the lines on which its parts begin. */
export interface ContractText extends Parsed {
  readonly file: string;
  readonly text: readonly string[];
}

/** Where the contract says what a finding is about. Lines are 1-based, the last one included. */
export interface ContractPlace {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** The column after the last character, from 1. */
  readonly endColumn: number;
  /** The lines themselves without their common indent: the first twelve. */
  readonly text: readonly string[];
}

const maxLines = 12;

/**
 * Reads a description, YAML or JSON by its name.
 * @throws ParseFault, also where YAML cannot be read because the package `yaml` is not installed
 */
export async function readContract(text: string, file: string): Promise<ContractText> {
  const { value, lineOf } = file.endsWith(".json") ? parseJson(text) : await parseYaml(text);
  return { file, value, lineOf, text: text.split(/\r?\n/) };
}

/** The place of what a finding of an exchange is about, as near as the contract has it; else its first line. */
export function placeInContract(
  contract: ContractText,
  { operation, location, args }: Pick<ReportedFinding, "operation" | "location" | "args">,
): ContractPlace {
  const pointer = pointerOf(contract.value, operation, location, args.status);
  return placeAt(contract, contract.lineOf(pointer));
}

function placeAt({ file, text }: ContractText, line: number): ContractPlace {
  const indent = indentOf(text[line - 1] ?? "");
  let end = line;
  // What is written below it, in JSON with the bracket that closes it.
  while (end < text.length && indentOf(text[end] ?? "") > indent) end++;
  if (/^\s*[}\]]/.test(text[end] ?? "") && indentOf(text[end] ?? "") === indent) end++;
  while (end > line && text[end - 1]?.trim() === "") end--;
  const lines = text.slice(line - 1, Math.min(end, line - 1 + maxLines));
  return {
    ...{ file, line, endLine: line - 1 + lines.length },
    endColumn: Math.max(2, (lines.at(-1)?.length ?? 0) + 1),
    text: lines.map((one) => one.slice(Math.min(indent, one.length))),
  };
}

/** An empty line belongs to what it stands in. */
const indentOf = (line: string): number =>
  line.trim() === "" ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length;

/** A place in the description: where it is, and what stands there once references are followed. */
interface Node {
  readonly pointer: string;
  readonly value: Json | undefined;
}

function pointerOf(root: Json, operation: string, location: string, status: Json | undefined) {
  const [method = "", path = ""] = operation.split(/ (.*)/s);
  const [side, part, ...names] = namesOf(location);
  const start = follow(root, member({ pointer: "", value: root }, "paths"));
  const item = child(root, start, path);
  const call = child(root, item, method.toLowerCase());
  if (call.value === undefined) return "";
  if (side === "request") {
    if (part === "headers") return parameter(root, item, call, names[0] ?? "").pointer;
    if (part !== "body") return call.pointer;
    return inBody(root, child(root, call, "requestBody"), names).pointer;
  }
  const responses = child(root, call, "responses");
  const response = child(root, responses, String(status ?? ""));
  if (part === "headers") {
    const headers = child(root, response, "headers");
    const known = Object.keys(Object(headers.value)).find(
      (name) => name.toLowerCase() === names[0],
    );
    return (known === undefined ? response : member(headers, known)).pointer;
  }
  return (part === "body" ? inBody(root, response, names) : response).pointer;
}

/** A header of the operation, or of all operations of its path. */
function parameter(root: Json, item: Node, call: Node, name: string): Node {
  const nodes = [call, item].flatMap((holder) => {
    const parameters = child(root, holder, "parameters");
    const list = Array.isArray(parameters.value) ? parameters.value : [];
    return list.map((_, index) => child(root, parameters, String(index)));
  });
  return nodes.find(({ value }) => String(Object(value).name).toLowerCase() === name) ?? call;
}

/** The schema of the message's body, and below it the value that the names lead to. */
function inBody(root: Json, message: Node, names: readonly string[]): Node {
  const content = child(root, message, "content");
  const type = Object.keys(Object(content.value)).find((name) => /json/i.test(name));
  if (type === undefined) return message;
  let node = child(root, child(root, content, type), "schema");
  for (const name of names) {
    const next = step(root, node, name, 0);
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Schemas that lead to themselves end somewhere. */
const maxHops = 20;

/** From a schema to that of one of its properties, items or values; in a union to the first branch that has it. */
function step(root: Json, schema: Node, name: string, hops: number): Node | undefined {
  if (hops > maxHops) return undefined;
  const property = child(root, child(root, schema, "properties"), name);
  if (property.value !== undefined) return property;
  for (const key of ["oneOf", "anyOf", "allOf"]) {
    const union = member(schema, key);
    const branches = Array.isArray(union.value) ? union.value : [];
    for (const index of branches.keys()) {
      const found = step(root, child(root, union, String(index)), name, hops + 1);
      if (found) return found;
    }
  }
  for (const key of name === "*" ? ["items", "additionalProperties"] : []) {
    const inner = child(root, schema, key);
    if (typeof inner.value === "object") return inner;
  }
  return undefined;
}

const child = (root: Json, node: Node, name: string): Node => follow(root, member(node, name));

function member({ pointer, value }: Node, name: string): Node {
  const has = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return {
    pointer: has ? below(pointer, name) : pointer,
    value: has ? (value as { readonly [name: string]: Json })[name] : undefined,
  };
}

function follow(root: Json, node: Node): Node {
  let target = node;
  for (let hops = 0; hops < maxHops; hops++) {
    const { $ref } = Object(target.value);
    if (typeof $ref !== "string" || !$ref.startsWith("#/")) return target;
    target = namesOf($ref).reduce(member, { pointer: "", value: root });
  }
  return target;
}
