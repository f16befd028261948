import {
  child,
  type Description,
  dynamicTargets,
  elements,
  fail,
  isObject,
  isVersion30,
  lookUp,
  type Node,
  referenceOf,
} from "../document.ts";
import type { Args } from "../findings.ts";
import type { DescriptionRuleId } from "../rules/operation-rules.ts";
import { isNullAlone, type Nullability, nullOf } from "./null.ts";
import { allTypes, describeTypes, type TypeSet, typeOf, typesNamed } from "./types.ts";

/** Schemas that all apply to one value. */
export type Nodes = readonly [Node, ...Node[]];

/** A branch of a union, null and nested unions taken out. */
interface Branch {
  readonly node: Node;
  /** The name of its `$ref`. */
  readonly name?: string;
}

export interface Union {
  readonly kind: "oneOf" | "anyOf";
  readonly branches: readonly Branch[];
  /** Where the keyword is written. */
  readonly at: Node;
  readonly discriminator?: Node;
}

/** How a schema is written where that is not what it means; told once where it is new. */
interface Note {
  readonly id: DescriptionRuleId;
  readonly at: Node;
  readonly args: Args;
}

/** What a schema says, however it is spelt: references followed, `allOf` merged, null taken out of everything. */
export interface Model {
  readonly nodes: Nodes;
  /** The schema objects whose keywords all hold. */
  readonly parts: readonly Node[];
  /** What `type` allows, or else the values. */
  readonly types: TypeSet;
  readonly nullable: Nullability;
  /** Unions of two branches or more: the value fits one of each. */
  readonly unions: readonly Union[];
  readonly notes: readonly Note[];
}

const modelsByDescription = new WeakMap<Description, Map<object, Model | "in progress">>();

/** Unions in unions, each with more than its union: deeper than people write, and shallow enough for the stack. */
const maxDepth = 200;

/** Reads what schemas that apply to one value say together. */
export function modelOf(nodes: Nodes, depth = 0): Model {
  const [first] = nodes;
  const { value } = first;
  if (depth > maxDepth) fail(first, `unions nested more than ${maxDepth} deep`);
  if (nodes.length > 1 || typeof value !== "object" || value === null) return build(nodes, depth);
  let models = modelsByDescription.get(first.in);
  if (!models) {
    models = new Map();
    modelsByDescription.set(first.in, models);
  }
  const known = models.get(value);
  if (known === "in progress") return build([{ ...first, value: true }], depth);
  if (known?.nodes[0].pointer === first.pointer) return known;
  models.set(value, "in progress");
  try {
    const model = build(nodes, depth);
    models.set(value, model);
    return model;
  } catch (error) {
    models.delete(value);
    throw error;
  }
}

function build(nodes: Nodes, depth: number): Model {
  const builder = new Builder(depth);
  builder.read(nodes);
  return {
    nodes,
    parts: builder.parts,
    types: builder.types,
    nullable: nullOf(builder.says),
    unions: builder.unions,
    notes: builder.notes,
  };
}

class Builder {
  readonly parts: Node[] = [];
  readonly unions: Union[] = [];
  readonly notes: Note[] = [];
  readonly says: { nullable: Nullability; isWrapper: boolean }[] = [];
  readonly #types: TypeSet[] = [];
  readonly #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** Types that contradict each other are a slip: all of them are taken, so that the rest is compared. */
  get types(): TypeSet {
    const shared = this.#types.reduce((all, types) => all & types, allTypes);
    if (shared !== 0 || this.#types.includes(0)) return shared;
    return this.#types.filter((types) => types !== allTypes).reduce((all, types) => all | types, 0);
  }

  /** What a schema repeats, or what it is made of itself, says nothing more. */
  read(nodes: readonly Node[]): void {
    const seen = new Set<unknown>();
    const left = [...nodes].reverse();
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      node.in.spend();
      const { value } = node;
      if (value === true) continue;
      if (value === false) {
        this.#types.push(0);
        this.says.push({ nullable: "no", isWrapper: false });
        continue;
      }
      if (!isObject(value)) fail(node, "a schema must be an object or a boolean");
      if (seen.has(value)) continue;
      seen.add(value);
      left.push(...this.#readPart(node).reverse());
    }
  }

  /** @returns the schemas that hold too */
  #readPart(node: Node): Node[] {
    const target = targetOf(node);
    const only30 = target !== undefined && isVersion30(node);
    // OpenAPI 3.0 reads nothing beside a reference, but who writes `nullable` there means it.
    if (only30) {
      const nullable = child(node, "nullable")?.value === true;
      if (nullable) this.#note("nullable-without-meaning", node);
      this.says.push({ nullable: nullable ? "yes" : "open", isWrapper: true });
      return [target];
    }
    this.parts.push(node);
    const more = target ? [target] : [];
    const parts = elements(child(node, "allOf"));
    more.push(...parts);
    const unions: Nullability[] = [];
    for (const kind of ["oneOf", "anyOf"] as const) {
      const list = child(node, kind);
      if (list) unions.push(this.#readUnion(node, list, kind, more));
    }
    const values = valuesOf(node);
    const types = this.#readTypes(node, values);
    const nullable = this.#readNull(node, values, unions);
    const isModifier = child(node, "type") === undefined && values === undefined;
    this.says.push({ nullable, isWrapper: more.length > 0 || unions.length > 0 || isModifier });
    this.#types.push(types);
    return more;
  }

  #readUnion(node: Node, list: Node, kind: Union["kind"], more: Node[]): Nullability {
    const written = elements(list);
    if (written.length === 0) {
      this.#note("union-without-branches", list, { keyword: kind });
      return "open";
    }
    const { branches, hasNull, kind: innerKind } = branchesOf(written, kind);
    const [only] = branches;
    if (branches.length === 0) this.#types.push(0);
    if (branches.length === 1 && only) more.push(only.node);
    const discriminator = child(node, "discriminator");
    if (branches.length > 1)
      this.unions.push({
        kind: innerKind,
        branches,
        at: list,
        ...(discriminator && { discriminator }),
      });
    if (hasNull) return "yes";
    if (branches.length === 1) return "open";
    const said = branches.map((branch) => modelOf([branch.node], this.#depth + 1).nullable);
    if (said.includes("yes")) return "yes";
    return said.includes("open") ? "open" : "no";
  }

  #readTypes(node: Node, values: readonly Node[] | undefined): TypeSet {
    const declared = declaredTypes(node);
    if (!values) return declared ?? allTypes;
    const ofValues = values.reduce((types, { value }) => types | typeOf(value), 0);
    if (declared === undefined) return ofValues;
    const isOff = (ofValues & ~declared) !== 0 && declared !== 0;
    if (isOff) this.#note("values-contradict-type", node, { type: describeTypes(declared) });
    return (ofValues & declared) === 0 ? declared : ofValues & declared;
  }

  /** Null in any spelling is what the author allows, whatever else forgot it. */
  #readNull(
    node: Node,
    values: readonly Node[] | undefined,
    unions: readonly Nullability[],
  ): Nullability {
    const byKeyword = child(node, "nullable")?.value === true;
    if (byKeyword && !isVersion30(node)) this.#note("nullable-without-meaning", node);
    const type = child(node, "type")?.value;
    const byType = type === "null" || (Array.isArray(type) && type.includes("null"));
    const byValue = values?.some(({ value }) => value === null) ?? false;
    if (byKeyword || byType || byValue || unions.includes("yes")) return "yes";
    if (type !== undefined || values || unions.includes("no")) return "no";
    return "open";
  }

  #note(id: DescriptionRuleId, at: Node, args: Args = {}): void {
    this.notes.push({ id, at, args });
  }
}

/** Where a schema refers to. A dynamic reference counts where it can lead to one schema only. */
function targetOf(node: Node): Node | undefined {
  const ref = referenceOf(node);
  if (ref !== undefined) return lookUp(node, ref);
  const [only, ...others] = dynamicTargets(node);
  return others.length === 0 ? only : undefined;
}

function declaredTypes(node: Node): TypeSet | undefined {
  const type = child(node, "type");
  if (type === undefined) return undefined;
  const names = Array.isArray(type.value) ? type.value : [type.value];
  return names.reduce(
    (types: TypeSet, name) =>
      types | (typesNamed(name) ?? fail(type, `unknown type ${JSON.stringify(name)}`)),
    0,
  );
}

/** The values that `enum` or `const` allow: a constant is an enum of one. */
export function valuesOf(node: Node): Node[] | undefined {
  const constant = child(node, "const");
  if (constant) return [constant];
  const list = child(node, "enum");
  return list && elements(list);
}

/** Keywords that say nothing of a value. */
const silent = new Set([
  ...["description", "title", "example", "examples", "$comment", "externalDocs", "xml"],
  ...["default", "deprecated", "readOnly", "writeOnly", "nullable", "discriminator"],
  ...["$ref", "$dynamicRef", "allOf", "oneOf", "anyOf"],
  ...["$id", "$schema", "$anchor", "$dynamicAnchor", "$defs", "definitions"],
]);

/** Whether no keyword of a schema's own limits the value, `except` one. What it is combined with is another matter. */
export function saysNothing(parts: readonly Node[], except?: string): boolean {
  return parts.every(({ value }) =>
    Object.keys(value as object).every(
      (key) => silent.has(key) || key === except || key.startsWith("x-"),
    ),
  );
}

/** Whether every value fits. */
export function isAnything({ types, parts, unions }: Model): boolean {
  return types === allTypes && unions.length === 0 && saysNothing(parts);
}

interface Branches {
  readonly branches: readonly Branch[];
  readonly hasNull: boolean;
  /** The keyword that lists the branches; where they stand in unions of both kinds, the outermost. */
  readonly kind: Union["kind"];
}

/** The branches of a union with those of the unions in it: a union of unions is one. */
function branchesOf(written: readonly Node[], writtenKind: Union["kind"]): Branches {
  const branches: Branch[] = [];
  const kinds = new Set<Union["kind"]>();
  const seen = new Set<unknown>();
  let hasNull = false;
  let outermost: Union["kind"] | undefined;
  const left: { node: Node; kind: Union["kind"] }[] = [];
  const add = (list: readonly Node[], listKind: Union["kind"], around: Union["kind"]) => {
    // A list of one, beside null or alone, is no union.
    const isUnion = list.filter((one) => one.value !== false && !isNullAlone(one)).length > 1;
    if (isUnion) outermost ??= listKind;
    const kind = isUnion ? listKind : around;
    left.push(...list.map((node) => ({ node, kind })).reverse());
  };
  add(written, writtenKind, writtenKind);
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const { node, kind } = one;
    node.in.spend();
    const chain = unwrapped(node);
    const target = chain.at(-1) ?? node;
    if (typeof target.value === "object" && seen.has(target.value)) continue;
    seen.add(target.value);
    if (target.value === false) continue;
    const inner = bareUnion(target);
    if (inner) {
      const isNullable = chain.some((by) => child(by, "nullable")?.value === true);
      if (isNullable) hasNull = true;
      add(elements(inner.list), inner.kind, kind);
    } else if (isNullAlone(target)) hasNull = true;
    else {
      branches.push(branchOf(node, chain));
      kinds.add(kind);
    }
  }
  const [only = writtenKind] = kinds;
  return { branches, hasNull, kind: kinds.size > 1 ? (outermost ?? only) : only };
}

function branchOf(node: Node, chain: readonly Node[]): Branch {
  const [ref] = chain.flatMap((one) => referenceOf(one) ?? []);
  const name = ref?.split("/").at(-1);
  return { node, ...(name !== undefined && { name }) };
}

const combining = ["allOf", "oneOf", "anyOf"];

/** Whether a reference has nothing beside it that limits the value. */
function refersOnly(node: Node): boolean {
  return saysNothing([node]) && !combining.some((keyword) => child(node, keyword));
}

/** Follows references that stand alone, or beside keywords that say nothing. */
export function followPlain(start: Node): Node {
  let node = start;
  if (referenceOf(node) === undefined) return node;
  const seen = new Set<unknown>();
  for (let ref = referenceOf(node); ref !== undefined; ref = referenceOf(node)) {
    if (seen.has(node.value) || !refersOnly(node)) return node;
    seen.add(node.value);
    node = lookUp(node, ref);
  }
  return node;
}

/** A schema, and what it comes down to step by step: references and an `allOf` of one, with nothing beside them. */
function unwrapped(start: Node): Node[] {
  const chain = [start];
  const seen = new Set<unknown>();
  for (let node: Node | undefined = start; node && !seen.has(node.value); ) {
    seen.add(node.value);
    const target: Node = followPlain(node);
    node = target === node ? onlyPart(node) : target;
    if (node) chain.push(node);
  }
  return chain;
}

function onlyPart(node: Node): Node | undefined {
  const list = child(node, "allOf");
  if (!Array.isArray(list?.value) || list.value.length !== 1) return undefined;
  const isAlone = combining.every((keyword) => keyword === "allOf" || !child(node, keyword));
  return isAlone && referenceOf(node) === undefined && saysNothing([node])
    ? child(list, 0)
    : undefined;
}

/** The list of a schema that is a union and nothing else. */
function bareUnion(node: Node): { readonly list: Node; readonly kind: Union["kind"] } | undefined {
  const { value } = node;
  if (!isObject(value)) return undefined;
  const kinds = (["oneOf", "anyOf"] as const).filter((kind) => Object.hasOwn(value, kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return undefined;
  if (Object.hasOwn(value, "allOf") || Object.hasOwn(value, "discriminator")) return undefined;
  const list = child(node, kind);
  if (!list || !Array.isArray(list.value) || list.value.length === 0) return undefined;
  return saysNothing([node]) ? { list, kind } : undefined;
}
