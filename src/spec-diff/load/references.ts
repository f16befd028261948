import { dirname, resolve } from "node:path";
import type { Json } from "../../findings/finding.ts";
import type { Parsed } from "../../json/parsed.ts";
import {
  child,
  elements,
  entries,
  follow,
  isObject,
  lookUp,
  type Node,
  type OpenApiDocument,
  referenceOf,
  rootNode,
  SpecError,
} from "../document.ts";
import { isUrl, shown } from "./read-text.ts";
import { UnreadableSpec } from "./unreadable-spec.ts";

/** Where the files that a description refers to are put, so that it becomes one document. */
const shelf = "x-external";
const maxFiles = 100;

/** A description with the files that it refers to. */
export interface WithFiles {
  readonly document: OpenApiDocument;
  /** The file that a pointer into the document comes from, and the pointer into that file. */
  fileOf(pointer: string): { file: string; lines: ReadonlyMap<string, number>; inner: string };
}

interface File {
  readonly place: string;
  readonly lines: ReadonlyMap<string, number>;
  readonly value: Json;
}

/**
 * Reads the files that references lead to, those that they refer to in turn, and puts them into the document.
 * @throws UnreadableSpec for a file that cannot be read, or one that lies elsewhere: a description from the web must
 * not reach files of this machine, nor other hosts
 */
export async function externalFiles(
  place: string,
  main: OpenApiDocument,
  lines: ReadonlyMap<string, number>,
  read: (place: string) => Promise<Parsed>,
): Promise<WithFiles> {
  const files: File[] = [{ place: isUrl(place) ? place : resolve(place), lines, value: main }];
  const prefixes = new Map([[files[0]?.place, ""]]);
  const rewritten: Json[] = [];
  for (let i = 0; i < files.length; i++) {
    const file = files[i] as File; // i is below the length
    for (const { ref, at } of referencesIn(file.value)) {
      const target = targetOf(ref, file, at);
      if (prefixes.has(target)) continue;
      if (files.length > maxFiles)
        throw new UnreadableSpec(shown(place), undefined, `refers to more than ${maxFiles} files`);
      prefixes.set(target, `/${shelf}/${files.length - 1}`);
      files.push({ place: target, ...(await read(target)) });
    }
    rewritten.push(
      rewrite(file.value, (ref) => inDocument(ref, prefixes, targetOf(ref, file, ""))),
    );
  }
  const [document, ...others] = rewritten as [OpenApiDocument, ...Json[]];
  const fileOf: WithFiles["fileOf"] = (pointer) => {
    const [, index, inner = ""] = new RegExp(`^/${shelf}/(\\d+)(/.*)?$`, "s").exec(pointer) ?? [];
    const file = index === undefined ? undefined : files[Number(index) + 1];
    return file && others.length > 0
      ? { file: file.place, lines: file.lines, inner }
      : { file: place, lines, inner: pointer };
  };
  return { document: others.length > 0 ? { ...document, [shelf]: others } : document, fileOf };
}

/** The file that a reference leads to: the file itself for one that begins with `#`. */
function targetOf(ref: string, from: File, at: string): string {
  const [path = ""] = ref.split("#");
  if (path === "") return from.place;
  const refuse = (reason: string) =>
    new UnreadableSpec(shown(from.place), from.lines.get(at), `$ref ${ref} ${reason}`);
  if (isUrl(from.place)) {
    const target = URL.canParse(path, from.place) ? new URL(path, from.place) : undefined;
    if (target?.origin === new URL(from.place).origin) return target.href;
    throw refuse("leads to another host; bundle the description first");
  }
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(path))
    throw refuse("leads to the web; bundle the description first");
  return resolve(dirname(from.place), decodeURIComponent(path));
}

function inDocument(
  ref: string,
  prefixes: ReadonlyMap<string | undefined, string>,
  target: string,
): string {
  const [, fragment = ""] = ref.split("#");
  if (fragment !== "" && !fragment.startsWith("/")) return ref;
  return `#${prefixes.get(target) ?? ""}${fragment}`;
}

/** Keys whose value is data and no part of the description, and keys below which every key is a name. */
const data = new Set(["example", "examples", "default", "enum", "const"]);
const maps = new Set([
  ...[
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
    "definitions",
    "schemas",
    "responses",
    "headers",
  ],
  ...[
    "parameters",
    "requestBodies",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "paths",
    "webhooks",
    "content",
  ],
]);

interface Reference {
  readonly ref: string;
  /** Pointer to the object that holds it. */
  readonly at: string;
}

function referencesIn(value: Json): Reference[] {
  // Only the value and the pointers below it are looked at, whatever kind of file it is.
  const root = { ...rootNode({ openapi: "" }, "base"), value };
  const found: Reference[] = [];
  visit(root, false, (node, ref) => found.push({ ref, at: node.pointer }));
  return found;
}

function visit(node: Node, isMap: boolean, found: (node: Node, ref: string) => void): void {
  if (Array.isArray(node.value)) for (const element of elements(node)) visit(element, false, found);
  if (!isObject(node.value)) return;
  const ref = isMap ? undefined : referenceOf(node);
  if (ref !== undefined) found(node, ref);
  for (const [key, below] of entries(node)) {
    if (isMap || !data.has(key)) visit(below, !isMap && maps.has(key), found);
  }
}

function rewrite(value: Json, change: (ref: string) => string, isMap = false): Json {
  if (Array.isArray(value)) return value.map((element) => rewrite(element, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, below]): [string, Json] => {
      if (!isMap && key === "$ref" && typeof below === "string") return [key, change(below)];
      if (!isMap && data.has(key)) return [key, below];
      return [key, rewrite(below, change, !isMap && maps.has(key))];
    }),
  );
}

/** Follows every reference once. @throws SpecError for one that leads nowhere, or only back to itself */
export function checkReferences(root: Node): void {
  visit(root, false, (node, ref) => {
    if (child(node, "$ref") === undefined) return;
    try {
      follow(node);
    } catch (error) {
      if (error instanceof SpecError)
        throw new SpecError(error.message, node.pointer, node.in.side);
      throw error;
    }
    lookUp(node, ref);
  });
}
