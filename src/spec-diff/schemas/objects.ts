import { child, elements, entries, fail, flag, isObject, type Node } from "../document.ts";
import { roots } from "../rules/places.ts";
import { compareInside } from "./arrays.ts";
import { type Model, modelOf, type Nodes } from "./model.ts";
import { keywordNodes, type Pair } from "./pair.ts";
import { hasDefault } from "./values.ts";

/** Compares properties, which of them are required, and what else an object may have. */
export function compareObjects(pair: Pair): void {
  const [base, revision] = [membersOf(pair.base), membersOf(pair.revision)];
  for (const name of [...new Set([...base.keys(), ...revision.keys()])].sort()) {
    const [from, to] = [base.get(name), revision.get(name)];
    pair.tell.attempt(() => {
      if (from && to) compareProperty(pair, name, from, to);
      else if (from) tellRemoved(pair, name, from);
      else if (to) tellAdded(pair, name, to);
    });
  }
  tellForbidden(pair);
  compareAdditional(pair);
}

interface Member {
  readonly schemas: Nodes;
  /** Where it is required. */
  readonly requiredAt: Node | undefined;
  /** Whether a schema of its own says what it is. */
  readonly isDescribed: boolean;
}

const propertiesByModel = new WeakMap<Model, Map<string, Nodes>>();

/** Properties by name: schemas from all parts of an `allOf` apply at once. One that is `false` is none. */
export function propertiesOf(model: Model): ReadonlyMap<string, Nodes> {
  const known = propertiesByModel.get(model);
  if (known) return known;
  const properties = new Map<string, Nodes>();
  for (const part of model.parts) {
    const list = child(part, "properties");
    if (!list) continue;
    for (const [name, node] of entries(list)) {
      if (node.value === false) continue;
      const before = properties.get(name);
      properties.set(name, before ? [...before, node] : [node]);
    }
    part.in.spend(properties.size);
  }
  propertiesByModel.set(model, properties);
  return properties;
}

/** Where each required property is said to be so. */
export function requiredOf(model: Model): ReadonlyMap<string, Node> {
  const required = new Map<string, Node>();
  for (const part of model.parts) {
    // In a 3.0 parameter or property `required: true` is a common slip, and means nothing.
    const list = child(part, "required");
    if (typeof list?.value === "boolean") continue;
    for (const entry of elements(list)) {
      const name =
        typeof entry.value === "string" ? entry.value : fail(entry, "must be a property's name");
      required.set(name, entry);
    }
  }
  return required;
}

function membersOf(model: Model): Map<string, Member> {
  const [required, properties] = [requiredOf(model), propertiesOf(model)];
  const members = new Map<string, Member>();
  for (const [name, schemas] of properties)
    members.set(name, { schemas, requiredAt: required.get(name), isDescribed: true });
  for (const [name, requiredAt] of required) {
    // A name that is required but not described may have any value.
    const schemas: Nodes = [{ ...requiredAt, value: true }];
    if (!properties.has(name)) members.set(name, { schemas, requiredAt, isDescribed: false });
  }
  return members;
}

function compareProperty(pair: Pair, name: string, from: Member, to: Member): void {
  const { tell } = pair;
  const [was, is] = [accessOf(from, pair), accessOf(to, pair)];
  const [at] = to.schemas;
  const isRequired = Boolean(from.requiredAt ?? to.requiredAt);
  for (const access of ["read-only", "write-only"] as const) {
    if (was.has(access) === is.has(access)) continue;
    tell.access(`became-${is.has(access) ? "" : "not-"}${access}`, isRequired, name, at);
  }
  // What does not travel this way breaks nobody here; the other direction compares it.
  if (was.has(hiddenBy(pair)) || is.has(hiddenBy(pair))) return;
  if (from.requiredAt && !to.requiredAt) tell.presence("becameOptional", name, from.requiredAt);
  if (!from.requiredAt && to.requiredAt)
    tell.presence(
      isDefaulted(to) ? "defaultedBecameRequired" : "becameRequired",
      name,
      to.requiredAt,
    );
  tell.next({ step: name, base: from.schemas, revision: to.schemas });
}

function tellRemoved(pair: Pair, name: string, from: Member): void {
  if (accessOf(from, pair).has(hiddenBy(pair))) return;
  const isElsewhere = !from.isDescribed && isOfBranch(pair.revision, name);
  if (isElsewhere) pair.tell.presence("becameOptional", name, from.schemas[0]);
  else
    pair.tell.presence(
      from.requiredAt ? "requiredRemoved" : "optionalRemoved",
      name,
      from.schemas[0],
    );
}

function tellAdded(pair: Pair, name: string, to: Member): void {
  if (accessOf(to, pair).has(hiddenBy(pair))) return;
  const [at] = to.schemas;
  if (!to.isDescribed && isOfBranch(pair.base, name))
    pair.tell.presence("becameRequired", name, at);
  else if (!to.requiredAt) pair.tell.presence("optionalAdded", name, at);
  else pair.tell.presence(isDefaulted(to) ? "defaultedAdded" : "requiredAdded", name, at);
}

/** Whether a branch of a union describes the property. */
function isOfBranch(model: Model, name: string): boolean {
  return model.unions.some(({ branches }) =>
    branches.some(({ node }) => propertiesOf(modelOf([node])).has(name)),
  );
}

type Access = "read-only" | "write-only";

/** What keeps a property from travelling this way. */
function hiddenBy({ root }: Pair): Access {
  return roots[root].direction === "request" ? "read-only" : "write-only";
}

const noAccess: ReadonlySet<Access> = new Set();

/** `readOnly` and `writeOnly` mean nothing in parameters, headers and callbacks. */
function accessOf({ schemas }: Member, { root }: Pair): ReadonlySet<Access> {
  if (root !== "request-body" && root !== "response-body") return noAccess;
  const { parts, unions } = modelOf(schemas);
  const all = [
    ...parts,
    ...unions.flatMap(({ branches }) => branches.flatMap(({ node }) => modelOf([node]).parts)),
  ];
  const found = new Set<Access>();
  if (all.some((part) => flag(part, "readOnly"))) found.add("read-only");
  if (all.some((part) => flag(part, "writeOnly"))) found.add("write-only");
  return found;
}

function isDefaulted({ schemas }: Member): boolean {
  return hasDefault(modelOf(schemas));
}

function tellForbidden({ base, revision, tell }: Pair): void {
  const forbidden = (model: Model) =>
    new Map(
      keywordNodes(model, "properties").flatMap((list) =>
        entries(list).filter(([, { value }]) => value === false),
      ),
    );
  const before = forbidden(base);
  for (const [name, at] of forbidden(revision))
    if (!before.has(name)) tell.note("property-forbidden", at, { name });
}

function compareAdditional(pair: Pair): void {
  const { base, revision, tell } = pair;
  const from = keywordNodes(base, "additionalProperties");
  const to = keywordNodes(revision, "additionalProperties");
  if (from.length === 0 && to.length === 0) return;
  const closed = (nodes: readonly Node[]) => nodes.find((node) => node.value === false);
  const [wasClosed, isClosed] = [closed(from), closed(to)];
  if (!wasClosed && isClosed) tell.change("additional-properties-forbidden", isClosed);
  if (wasClosed && !isClosed) tell.change("additional-properties-allowed", to[0] ?? wasClosed);
  if (wasClosed || isClosed) return;
  const described = (nodes: readonly Node[]) => nodes.filter((node) => isObject(node.value));
  compareInside(pair, "*", described(from), described(to));
}
