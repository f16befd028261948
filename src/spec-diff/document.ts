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
  /** Counts the work done on it. */
  readonly spend: (steps?: number) => void;
  /** Where its references lead, as they are looked up. */
  readonly targets: Map<string, Node>;
  /** Schemas by the names that they give themselves (`$anchor`, `$dynamicAnchor`), once somebody asks. */
  anchors?: ReadonlyMap<string, readonly Node[]>;
}

/** A value in a description together with where it stands. */
export interface Node {
  readonly in: Description;
  readonly pointer: string;
  readonly value: Json;
}

/** A whole description as a node. Each comparison makes its own, as it may change in between. */
export function rootNode(
  root: OpenApiDocument,
  side: Side,
  spend: Description["spend"] = () => {},
): Node {
  return { in: { root, side, spend, targets: new Map() }, pointer: "", value: root };
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
  let node = start;
  let seen: Set<string> | undefined;
  for (let ref = referenceOf(node); ref !== undefined; ref = referenceOf(node)) {
    seen ??= new Set();
    if (seen.has(node.pointer)) fail(start, `$ref ${ref} only leads back to itself`);
    seen.add(node.pointer);
    node = lookUp(node, ref);
  }
  return node;
}

/** The `$ref` of a reference object. A schema's property may be called `$ref`: its value is then no string. */
export function referenceOf(node: Node): string | undefined {
  const { value } = node;
  if (!isObject(value) || !Object.hasOwn(value, "$ref")) return undefined;
  return typeof value.$ref === "string" ? value.$ref : undefined;
}

/** The node that `ref`, written at `from`, names. @throws SpecError where it leads nowhere. */
export function lookUp(from: Node, ref: string): Node {
  const { targets, spend } = from.in;
  spend();
  const known = targets.get(ref);
  if (known) return known;
  const target = ref === "#" || ref.startsWith("#/") ? byPointer(from, ref) : byAnchor(from, ref);
  targets.set(ref, target);
  return target;
}

function byPointer(from: Node, ref: string): Node {
  let node: Node | undefined = rootOf(from);
  for (const token of namesOf(decodeFragment(ref.slice(1)))) {
    node = child(node, token);
    if (node === undefined) fail(from, `$ref ${ref} points at nothing`);
  }
  return node;
}

function byAnchor(from: Node, ref: string): Node {
  if (!ref.startsWith("#"))
    fail(from, `$ref ${ref} leads out of this document; bundle the description first`);
  // Of several with one name the first is taken.
  return anchored(from, ref.slice(1))[0] ?? fail(from, `$ref ${ref} points at nothing`);
}

/**
 * The schemas that `$dynamicRef`, written at `from`, may lead to: which one depends on the way to it, where several
 * have the name as their `$dynamicAnchor` (JSON Schema 2020-12, section 8.2.3.2). Else it is a `$ref`.
 *
 * @throws SpecError where it leads nowhere
 */
export function dynamicTargets(from: Node): readonly Node[] {
  const ref = child(from, "$dynamicRef")?.value;
  if (typeof ref !== "string") return [];
  const name = ref.slice(1);
  const isOpen = (node: Node) => child(node, "$dynamicAnchor")?.value === name;
  const open = /^#[^/]/.test(ref) ? anchored(from, name).filter(isOpen) : [];
  return open.length > 1 ? open : [lookUp(from, ref)];
}

function anchored(from: Node, name: string): readonly Node[] {
  from.in.anchors ??= anchorsOf(rootOf(from));
  return from.in.anchors.get(name) ?? [];
}

/** Schemas by their names: JSON Schema 2020-12, section 8.2.2. */
function anchorsOf(root: Node): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  const visit = (node: Node): void => {
    node.in.spend();
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const name = child(node, keyword)?.value;
      if (typeof name !== "string") continue;
      const before = anchors.get(name);
      if (before) before.push(node);
      else anchors.set(name, [node]);
    }
    if (typeof node.value !== "object" || node.value === null) return;
    for (const key of Object.keys(node.value)) {
      const inner = child(node, key);
      if (inner && typeof inner.value === "object") visit(inner);
    }
  };
  visit(root);
  return anchors;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether two values are the same, whatever the order of their keys. */
export function isEqual(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      // Both are as long.
      a.every((value, i) => isEqual(value, b[i] as Json))
    );
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    // The keys are its own.
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key] as Json, b[key] as Json))
  );
}

/** JSON text that is the same for the same value, whatever the order of its keys. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value ?? null, (_, inner: Json) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
