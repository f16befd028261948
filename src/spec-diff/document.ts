import type { Json } from "../findings/finding.ts";
import { below, namesOf } from "../json/pointer.ts";

/** A parsed OpenAPI 3.x description, as JSON. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly [key: string]: Json;
}

/** A JSON object; keys are read with `Object.hasOwn`, so `__proto__` is a name like any other. */
export type JsonObject = { readonly [key: string]: Json };

/** Which of the two descriptions a pointer points into. */
export type Side = "base" | "revision";

/** A description cannot be read at `pointer`: not the shape that OpenAPI gives, or a reference that leads nowhere. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly pointer: string;
  readonly side: Side;

  constructor(message: string, pointer: string, side: Side) {
    super(message);
    this.pointer = pointer;
    this.side = side;
  }
}

/** One of the two descriptions of a comparison. */
export interface Description {
  readonly root: OpenApiDocument;
  readonly side: Side;
}

/** A value in a description together with where it stands. */
export interface Node {
  readonly in: Description;
  readonly pointer: string;
  readonly value: Json;
}

/** A whole description as a node. Each comparison makes its own, as it may change in between. */
export function rootNode(root: OpenApiDocument, side: Side): Node {
  return { in: { root, side }, pointer: "", value: root };
}

/** The whole description that a node is part of. */
export function rootOf(node: Node): Node {
  return { in: node.in, pointer: "", value: node.in.root };
}

/** OpenAPI 3.0 has its own schema dialect: `nullable`, boolean `exclusiveMinimum`, nothing beside a `$ref`. */
export function isVersion30(node: Node): boolean {
  return node.in.root.openapi.startsWith("3.0");
}

export function fail(node: Node, message: string): never {
  throw new SpecError(message, node.pointer, node.in.side);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The node below, exactly as written; `undefined` where there is none. */
export function child(node: Node, key: string | number): Node | undefined {
  const { value } = node;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value) && key === "length") return undefined;
  // Own keys were checked above; a number indexes an array, a string an object.
  const member = (value as Record<string | number, Json>)[key] as Json;
  return { in: node.in, pointer: below(node.pointer, key), value: member };
}

/** The node below with its reference followed. */
export function get(node: Node | undefined, key: string): Node | undefined {
  const below = node && child(node, key);
  return below && follow(below);
}

/** Members of an object, in the order written. @throws SpecError where the node is no object. */
export function entries(node: Node | undefined): [string, Node][] {
  if (node === undefined) return [];
  if (!isObject(node.value)) fail(node, "must be an object");
  return Object.entries(node.value).map(([key, value]) => [
    key,
    { ...node, pointer: below(node.pointer, key), value },
  ]);
}

/** Elements of an array. @throws SpecError where the node is no array. */
export function elements(node: Node | undefined): Node[] {
  if (node === undefined) return [];
  if (!Array.isArray(node.value)) fail(node, "must be an array");
  return node.value.map((value, i) => ({ ...node, pointer: `${node.pointer}/${i}`, value }));
}

/** The string at `key`. @throws SpecError where something else stands there. */
export function text(node: Node, key: string): string | undefined {
  const below = child(node, key);
  if (below === undefined) return undefined;
  return typeof below.value === "string" ? below.value : fail(below, "must be a string");
}

/** The boolean at `key`, `false` where there is none. @throws SpecError where something else stands there. */
export function flag(node: Node, key: string): boolean {
  const below = child(node, key);
  if (below === undefined) return false;
  return typeof below.value === "boolean" ? below.value : fail(below, "must be true or false");
}

/** The node that a local `$ref` points at; the node itself where it is no reference. */
export function follow(start: Node): Node {
  const seen = new Set<string>();
  let node = start;
  for (let ref = referenceOf(node); ref !== undefined; ref = referenceOf(node)) {
    if (seen.has(node.pointer)) fail(start, `$ref ${ref} only leads back to itself`);
    seen.add(node.pointer);
    node = lookUp(node, ref);
  }
  return node;
}

/** The `$ref` of a reference object. A schema's property may be called `$ref`: its value is then no string. */
export function referenceOf(node: Node): string | undefined {
  const ref = child(node, "$ref")?.value;
  return typeof ref === "string" ? ref : undefined;
}

/** The node that `ref`, written at `from`, names. @throws SpecError where it leads nowhere. */
export function lookUp(from: Node, ref: string): Node {
  if (ref !== "#" && !ref.startsWith("#/")) {
    fail(
      from,
      `$ref ${ref} is not a JSON Pointer into this document; bundle the description first`,
    );
  }
  let node: Node | undefined = rootOf(from);
  for (const token of namesOf(decodeFragment(ref.slice(1)))) {
    node = child(node, token);
    if (node === undefined) fail(from, `$ref ${ref} points at nothing`);
  }
  return node;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** JSON text that is the same for the same value, whatever the order of its keys. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value ?? null, (_, inner: Json) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
