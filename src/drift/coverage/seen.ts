import {
  branchTag,
  type Description,
  resolve,
  type Schema,
  type Shape,
  shapeOf,
  tagProperty,
} from "../../openapi/description.ts";
import type { Json } from "../../findings/finding.ts";
import { below } from "../../json/pointer.ts";
import type { CoveragePoint } from "../../report/report.ts";

/** A point of the contract while exchanges are counted. */
export type Counter = Omit<CoveragePoint, "count"> & { count: number };

/** Counts what one value shows of the schema that it was compiled for; a value of the wrong type shows nothing. */
export type Seen = (value: unknown) => void;

/** What was compiled for the named components so far. */
export type Shared = Map<Schema, Map<string | undefined, Seen | undefined>>;

/** Registers a point; the same point gives the same counter. */
export type AddPoint = (point: Pick<CoveragePoint, "location" | "kind" | "value">) => Counter;

type Members = Readonly<Record<string, unknown>>;

/**
 * Turns a schema into a chain of closures once, so that counting touches no schema and builds no text; a schema that
 * has no points gives none. A schema that contains itself ends at its first repetition.
 *
 * A named component is compiled once and counts wherever it is met, under the place where it was met first: what it
 * holds is the same everywhere.
 */
export function compileSeen(
  description: Description,
  schema: Schema,
  location: string,
  add: AddPoint,
  shared: Shared,
): Seen | undefined {
  const named = new Set(Object.values(description.components?.schemas ?? {}));
  return compile(schema, location, []);


  function compile(
    start: Schema,
    at: string,
    path: readonly Schema[],
    skip?: string,
  ): Seen | undefined {
    const own = resolve(description, start);
    if (!named.has(own)) return compileHere(own, at, path, skip);
    const known = shared.get(own) ?? new Map<string | undefined, Seen | undefined>();
    shared.set(own, known);
    if (!known.has(skip)) {
      known.set(skip, undefined); // where it contains itself
      known.set(skip, compileHere(own, at, path, skip));
    }
    return known.get(skip);
  }

  function compileHere(
    own: Schema,
    at: string,
    path: readonly Schema[],
    skip?: string,
  ): Seen | undefined {
    const shape = shapeOf(description, own);
    const solid = (own.oneOf ?? own.anyOf ?? []).filter(
      (part) => resolve(description, part).type !== "null",
    );
    const [only, more] = solid.length === 1 ? solid : shape.branches;
    const inner =
      only && !more
        ? solid.length === 1
          ? compile(only, at, path, skip)
          : branch(only, at, path, skip)
        : union(shape, at, path);
    if (!shape.nullable) return inner;
    const nothing = add({ location: at, kind: "null" });
    const something = add({ location: at, kind: "non-null" });
    return (value) => {
      if (value === null) {
        nothing.count += 1;
        return;
      }
      something.count += 1;
      if (inner) inner(value);
    };
  }

  function union(shape: Shape, at: string, path: readonly Schema[]): Seen | undefined {
    const tag = tagProperty(description, shape);
    // Without something that tells them apart, which branch a value belongs to is not ours to guess.
    if (tag === undefined) return undefined;
    const variants = new Map<unknown, { point: Counter; seen: Seen | undefined }>();
    for (const schema of shape.branches) {
      const value = branchTag(description, schema, tag) ?? null;
      const point = add({ location: at, kind: "variant", value });
      variants.set(value, { point, seen: compile(schema, at, path, tag) });
    }
    return (value) => {
      const variant = isMembers(value) ? variants.get(value[tag]) : undefined;
      if (!variant) return;
      variant.point.count += 1;
      variant.seen?.(value);
    };
  }

  function branch(
    start: Schema,
    at: string,
    path: readonly Schema[],
    skip?: string,
  ): Seen | undefined {
    const own = resolve(description, start);
    if (path.includes(own)) return undefined;
    const below = [...path, own];
    const parts = [
      values(own, at),
      properties(own, at, below, skip),
      map(own, at, below),
      array(own, at, below),
      ...(own.allOf ?? []).map((part) => compile(part, at, below, skip)),
    ].filter((part) => part !== undefined);
    if (parts.length <= 1) return parts[0];
    return (value) => {
      for (const part of parts) part(value);
    };
  }

  function values(own: Schema, at: string): Seen | undefined {
    const allowed = (own.const === undefined ? own.enum : [own.const])?.filter(
      (value): value is Json => value !== null,
    );
    const points = allowed?.map((value) => add({ location: at, kind: "value", value }));
    const [point] = points ?? [];
    if (!allowed || !points || !point) return undefined;
    const [first] = allowed;
    if (allowed.length === 1) {
      return (value) => {
        if (value === first) point.count += 1;
      };
    }
    return (value) => {
      const found = points[(allowed as readonly unknown[]).indexOf(value)]; // looking for a value that may be anything
      if (found) found.count += 1;
    };
  }

  function properties(
    own: Schema,
    at: string,
    path: readonly Schema[],
    skip?: string,
  ): Seen | undefined {
    if (!own.properties) return undefined;
    const known = Object.entries(own.properties)
      .filter(([name]) => name !== skip)
      .map(([name, schema]) => {
        const place = below(at, name);
        const point = add({ location: place, kind: "property" });
        return { name, point, seen: compile(schema, place, path) };
      });
    const byName = new Map(known.map((one) => [one.name, one]));
    return (value) => {
      if (!isMembers(value)) return;
      // Walking the value's own keys is several times faster than asking it for each name of the schema; that they
      // mostly come in the order of the schema saves most of the searching.
      let next = 0;
      for (const key in value) {
        let one = known[next++];
        if (one?.name !== key) {
          one = byName.get(key);
          if (!one) continue;
          next = known.indexOf(one) + 1;
        }
        one.point.count += 1;
        if (one.seen) one.seen(value[key]);
      }
    };
  }

  /** An object without named properties is a map. */
  function map(own: Schema, at: string, path: readonly Schema[]): Seen | undefined {
    const { additionalProperties: member = true, type } = own;
    if (!allows(type, "object") || own.properties || own.allOf || member === false)
      return undefined;
    const empty = add({ location: at, kind: "empty" });
    const filled = add({ location: at, kind: "filled" });
    const seen = member === true ? undefined : compile(member, `${at}/*`, path);
    return (value) => {
      if (!isMembers(value)) return;
      const keys = Object.keys(value);
      (keys.length === 0 ? empty : filled).count += 1;
      if (seen) for (const key of keys) seen(value[key]);
    };
  }

  function array(own: Schema, at: string, path: readonly Schema[]): Seen | undefined {
    if (!allows(own.type, "array")) return undefined;
    const empty = own.minItems ? undefined : add({ location: at, kind: "empty" });
    const filled = add({ location: at, kind: "filled" });
    const seen = typeof own.items === "object" ? compile(own.items, `${at}/*`, path) : undefined;
    return (value) => {
      if (!Array.isArray(value)) return;
      const point = value.length === 0 ? empty : filled;
      if (point) point.count += 1;
      if (seen) for (const item of value) seen(item);
    };
  }
}

function allows(type: Schema["type"], kind: string): boolean {
  return typeof type === "string" ? type === kind : (type?.includes(kind) ?? false);
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
