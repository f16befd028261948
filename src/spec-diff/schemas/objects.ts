import { below, placeOf, type Scope } from "../comparison.ts";
import { child, elements, entries, fail, flag, isObject, type Node } from "../document.ts";
import { type PropertyPlace, presence } from "../rules/schemas.ts";
import { orAnything } from "./arrays.ts";
import type { Nodes, Pair } from "./pair.ts";
import { type Alternative, shapeOf } from "./shape.ts";

/** Compares properties, which of them are required, and what else an object may have. */
export function compareObjects(pair: Pair): void {
  const [base, revision] = [membersOf(pair.base), membersOf(pair.revision)];
  for (const name of [...new Set([...base.keys(), ...revision.keys()])].sort()) {
    const [from, to] = [base.get(name), revision.get(name)];
    const scope = below(pair.scope, name);
    if (from && to) compareProperty(pair, from, to, scope);
    else if (from)
      reportPresence(pair, from, from.required ? "requiredRemoved" : "optionalRemoved", scope);
    else if (to) reportPresence(pair, to, addition(to), scope);
  }
  compareAdditional(pair);
}

interface Member {
  readonly schemas: Nodes;
  readonly required: boolean;
  /** Where it is required. */
  readonly requiredAt?: Node;
}

/** Properties by name: schemas from all parts of an `allOf` apply at once. */
export function propertiesOf(of: Alternative): Map<string, Node[]> {
  const properties = new Map<string, Node[]>();
  for (const part of of.parts) {
    for (const [name, node] of entries(child(part, "properties"))) {
      properties.set(name, [...(properties.get(name) ?? []), node]);
    }
  }
  return properties;
}

function membersOf(of: Alternative): Map<string, Member> {
  const required = new Map<string, Node>();
  for (const part of of.parts) {
    // In a 3.0 parameter or property `required: true` is a common slip, and means nothing.
    const list = child(part, "required");
    if (typeof list?.value === "boolean") continue;
    for (const entry of elements(list)) {
      required.set(
        typeof entry.value === "string" ? entry.value : fail(entry, "must be a property's name"),
        entry,
      );
    }
  }
  const properties = propertiesOf(of);
  const names = new Set([...properties.keys(), ...required.keys()]);
  return new Map(
    [...names].map((name) => {
      const requiredAt = required.get(name);
      const [first, ...rest] = properties.get(name) ?? [];
      // A name that is required but not described may have any value.
      const schemas: Nodes = first ? [first, ...rest] : [{ ...(requiredAt ?? of.node), value: {} }];
      return [
        name,
        { schemas, required: requiredAt !== undefined, ...(requiredAt && { requiredAt }) },
      ];
    }),
  );
}

function compareProperty(pair: Pair, from: Member, to: Member, scope: Scope): void {
  const [was, is] = [accessOf(from, scope), accessOf(to, scope)];
  const need = from.required || to.required ? "required" : "optional";
  for (const kind of ["read-only", "write-only"] as const) {
    if (was.has(kind) === is.has(kind)) continue;
    const way = is.has(kind) ? "became" : "became-not";
    pair.rule(`${directionOf(scope)}-${need}-property-${way}-${kind}`, to.schemas[0], scope);
  }
  // What does not travel this way breaks nobody here; the other direction compares it.
  if (was.has(hiddenBy(scope)) || is.has(hiddenBy(scope))) return;

  if (from.required !== to.required) {
    const kind = from.required
      ? "becameOptional"
      : hasDefault(to)
        ? "defaultedBecameRequired"
        : "becameRequired";
    const at = to.requiredAt ?? from.requiredAt ?? to.schemas[0];
    pair.rule(presence[propertyPlace(scope)][kind], at, scope);
  }
  pair.compare(from.schemas, to.schemas, scope);
}

function addition(to: Member): keyof (typeof presence)["request-property"] {
  if (!to.required) return "optionalAdded";
  return hasDefault(to) ? "defaultedAdded" : "requiredAdded";
}

function reportPresence(
  pair: Pair,
  member: Member,
  kind: ReturnType<typeof addition> | "requiredRemoved" | "optionalRemoved",
  scope: Scope,
): void {
  if (accessOf(member, scope).has(hiddenBy(scope))) return;
  pair.rule(presence[propertyPlace(scope)][kind], member.schemas[0], scope);
}

function propertyPlace(scope: Scope): PropertyPlace {
  // A property's scope always has a path, so its place is that of a property.
  return placeOf(scope) as PropertyPlace;
}

function directionOf(scope: Scope): "request" | "response" {
  return scope.root.startsWith("request") ? "request" : "response";
}

type Access = "read-only" | "write-only";

/** What keeps a property from travelling this way. */
function hiddenBy(scope: Scope): Access {
  return directionOf(scope) === "request" ? "read-only" : "write-only";
}

/** `readOnly` and `writeOnly` mean nothing in parameters and headers. */
function accessOf({ schemas }: Member, scope: Scope): Set<Access> {
  const found = new Set<Access>();
  if (scope.root !== "request-body" && scope.root !== "response-body") return found;
  const parts = shapeOf(schemas).alternatives.flatMap((alternative) => alternative.parts);
  if (parts.some((part) => flag(part, "readOnly"))) found.add("read-only");
  if (parts.some((part) => flag(part, "writeOnly"))) found.add("write-only");
  return found;
}

function hasDefault({ schemas }: Member): boolean {
  return shapeOf(schemas).alternatives.some(({ parts }) =>
    parts.some((part) => child(part, "default") !== undefined),
  );
}

function compareAdditional({ base, revision, scope, change, compare }: Pair): void {
  const [from, to] = [additionalOf(base), additionalOf(revision)];
  const closed = (nodes: readonly Node[]) => nodes.find((node) => node.value === false);
  const [wasClosed, isClosed] = [closed(from), closed(to)];
  if (!wasClosed && isClosed) change("additional-properties-forbidden", isClosed);
  if (wasClosed && !isClosed) change("additional-properties-allowed", to[0] ?? wasClosed);
  if (wasClosed || isClosed) return;
  const described = (nodes: readonly Node[]) => nodes.filter((node) => isObject(node.value));
  const [left, right] = [described(from), described(to)];
  if (left.length > 0 || right.length > 0)
    compare(orAnything(left, right), orAnything(right, left), below(scope, "*"));
}

function additionalOf(of: Alternative): Node[] {
  return of.parts.flatMap((part) => child(part, "additionalProperties") ?? []);
}
