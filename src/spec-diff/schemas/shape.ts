import type { Json } from "../../findings/finding.ts";
import {
  child,
  type Description,
  elements,
  fail,
  flag,
  isObject,
  isVersion30,
  lookUp,
  type Node,
  referenceOf,
  text,
} from "../document.ts";

/** Types of a value other than null. `number` stands for the numbers that are no integers. */
export type TypeName = "array" | "boolean" | "integer" | "number" | "object" | "string";

const allTypes: readonly TypeName[] = ["array", "boolean", "integer", "number", "object", "string"];

/**
 * A schema without `$ref`, `allOf`, `oneOf` and `anyOf`: the keywords of all `parts` hold at once.
 * A schema is a list of alternatives, one for each branch of its unions.
 */
export interface Alternative {
  readonly parts: readonly Node[];
  readonly types: ReadonlySet<TypeName>;
  readonly acceptsNull: boolean;
  /** The union that it is a branch of, where there is one. */
  readonly union?: "oneOf" | "anyOf";
  /** How the branch calls itself: the name of its `$ref`, or its title. */
  readonly name?: string;
  /** Where the branch, or else the schema, is written. */
  readonly node: Node;
}

/** What a schema allows, however it is spelt. */
export interface Shape {
  /** The schemas that it was made from. */
  readonly nodes: readonly [Node, ...Node[]];
  readonly nullable: boolean;
  readonly alternatives: readonly Alternative[];
}

/** A hostile document can make the product of its unions, or the work to find it, as large as it likes. */
const maxAlternatives = 256;
const maxSteps = 20_000;

/** What was found out of the schemas of a description, by their pointers: the same schema is asked about many times. */
const shapesByDescription = new WeakMap<Description, Map<string, Shape>>();

function shapesOf(description: Description): Map<string, Shape> {
  const shapes = shapesByDescription.get(description) ?? new Map<string, Shape>();
  shapesByDescription.set(description, shapes);
  return shapes;
}

/** Schemas that are being expanded, and how many more may be. */
interface Progress {
  readonly open: ReadonlySet<string>;
  readonly steps: { left: number };
}

/**
 * Resolves references, merges `allOf`, multiplies out unions and takes null out of them.
 * @param nodes schemas that all apply to the same value, for example one property in two parts of an `allOf`
 */
export function shapeOf(nodes: readonly [Node, ...Node[]]): Shape {
  const shapes = shapesOf(nodes[0].in);
  const key = nodes.map((node) => node.pointer).join(" ");
  const known = shapes.get(key);
  // A stand-in for a schema that is not written has the pointer of another.
  if (known?.nodes.every((node, i) => node.value === nodes[i]?.value)) return known;

  const steps = { left: maxSteps };
  const expanded = nodes.map((node) => expand(node, { open: new Set(), steps })).reduce(both);
  const shape: Shape = {
    nodes,
    nullable: expanded.some((alternative) => alternative.acceptsNull),
    alternatives: expanded.filter((alternative) => alternative.types.size > 0),
  };
  shapes.set(key, shape);
  return shape;
}

function expand(node: Node, { open, steps }: Progress): Alternative[] {
  steps.left -= 1;
  if (steps.left < 0) fail(node, `the schema takes more than ${maxSteps} steps to resolve`);
  if (open.has(node.pointer)) fail(node, "the schema is made of itself and never ends");
  if (node.value === false) return [];
  if (node.value === true) return [own({ ...node, value: {} })];
  if (!isObject(node.value)) fail(node, "a schema must be an object or a boolean");

  const opened = { open: new Set(open).add(node.pointer), steps };
  const ref = referenceOf(node);
  if (ref !== undefined && isVersion30(node)) return expandReference(node, ref, opened);

  const parts = [[own(node)]];
  if (ref !== undefined) parts.push(expandReference(node, ref, opened));
  for (const part of elements(child(node, "allOf"))) parts.push(expand(part, opened));
  for (const union of ["oneOf", "anyOf"] as const) {
    const list = child(node, union);
    if (list) parts.push(expandUnion(elements(list), union, opened));
  }
  const merged = parts.reduce(both);
  if (merged.length > maxAlternatives)
    fail(node, `more than ${maxAlternatives} combinations of oneOf and anyOf`);
  const wrapsNullable = isVersion30(node) && parts.length > 1 && flag(node, "nullable");
  return wrapsNullable
    ? merged.map((alternative) => ({ ...alternative, acceptsNull: true }))
    : merged;
}

function expandReference(node: Node, ref: string, progress: Progress): Alternative[] {
  return expand(lookUp(node, ref), progress);
}

/** The branches of a union, those of the unions in it included. One branch, beside null or alone, is no union. */
function expandUnion(
  list: readonly Node[],
  union: "oneOf" | "anyOf",
  progress: Progress,
): Alternative[] {
  const branches = list.flatMap((branch) => {
    const name = nameOf(branch);
    return expand(branch, progress).map((inner) => ({
      ...inner,
      node: inner.union ? inner.node : branch,
      ...(inner.name === undefined && name !== undefined ? { name } : {}),
    }));
  });
  const isUnion = branches.filter((branch) => branch.types.size > 0).length > 1;
  return isUnion ? branches.map((branch) => ({ union, ...branch })) : branches;
}

function nameOf(branch: Node): string | undefined {
  return (
    referenceOf(branch)?.split("/").at(-1) ??
    (isObject(branch.value) ? text(branch, "title") : undefined)
  );
}

/** Every combination of an alternative of `a` with one of `b`; what nothing can satisfy falls away. */
function both(a: readonly Alternative[], b: readonly Alternative[]): Alternative[] {
  const combined: Alternative[] = [];
  for (const left of a) {
    for (const right of b) {
      const types = new Set([...left.types].filter((type) => right.types.has(type)));
      const acceptsNull = left.acceptsNull && right.acceptsNull;
      if (types.size === 0 && !acceptsNull) continue;
      const { union, name, node } = right.union ? right : left;
      combined.push({
        parts: [...left.parts, ...right.parts],
        types,
        acceptsNull,
        node,
        ...(union && { union }),
        ...(name !== undefined && { name }),
      });
    }
    if (combined.length > maxAlternatives) break;
  }
  return combined;
}

/** The keywords of this very schema object, without what it is combined with. */
function own(node: Node): Alternative {
  const written = declaredTypes(node);
  const values = valuesOf(node);
  const types = new Set(values ? values.filter((v) => v !== null).map(typeOf) : allTypes);
  return {
    node,
    parts: [node],
    types: new Set([...types].filter((type) => written === undefined || written.includes(type))),
    acceptsNull: acceptsNull(node, written, values),
  };
}

/** JSON Schema 2020-12, validation, section 6.1.1; OpenAPI 3.0.3, `nullable`. */
function acceptsNull(
  node: Node,
  written: readonly string[] | undefined,
  values: readonly Json[] | undefined,
) {
  // Strictly, 3.0 wants null in the enum as well. Nobody writes `nullable` to say that null is refused.
  if (isVersion30(node) && flag(node, "nullable")) return true;
  return (
    (written === undefined || written.includes("null")) &&
    (values === undefined || values.includes(null))
  );
}

function declaredTypes(node: Node): string[] | undefined {
  const type = child(node, "type");
  if (type === undefined) return undefined;
  const names = Array.isArray(type.value) ? type.value : [type.value];
  return names.flatMap((name) => {
    if (name === "number") return ["number", "integer"];
    if (name === "null" || allTypes.some((known) => known === name)) return [name as string];
    return fail(type, `unknown type ${JSON.stringify(name)}`);
  });
}

/** The values that `enum` or `const` allow: a constant is an enum of one. */
export function valuesOf(node: Node): Json[] | undefined {
  const constant = child(node, "const");
  if (constant) return [constant.value];
  const list = child(node, "enum");
  return list && elements(list).map((element) => element.value);
}

function typeOf(value: Json): TypeName {
  if (Array.isArray(value)) return "array";
  if (Number.isInteger(value)) return "integer";
  // Null never comes here, and JSON has no functions, symbols or undefined.
  return typeof value as TypeName;
}
