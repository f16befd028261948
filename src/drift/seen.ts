import type { Json } from "../contract/finding.ts";
import type { CoveragePoint } from "../report/report.ts";
import {
  branchTag,
  type Description,
  escapeKey,
  resolve,
  type Schema,
  shapeOf,
  tagProperty,
} from "./description.ts";

/** A point of the contract while exchanges are counted. */
export type Counter = Omit<CoveragePoint, "count"> & { count: number };

/** Counts what one value shows of the schema that it was compiled for; a value of the wrong type shows nothing. */
export type Seen = (value: unknown) => void;

/** Registers a point; the same point gives the same counter. */
export type AddPoint = (point: Pick<CoveragePoint, "location" | "kind" | "value">) => Counter;

type Members = Readonly<Record<string, unknown>>;

/**
 * Turns a schema into a chain of closures once, so that counting touches no schema and builds no text.
 * A schema that contains itself ends at its first repetition.
 */
export function compileSeen(
  description: Description,
  schema: Schema,
  location: string,
  add: AddPoint,
): Seen {
  return compile(schema, location, []);

  function compile(start: Schema, at: string, path: readonly Schema[], skip?: string): Seen {
    const shape = shapeOf(description, start);
    const some = shape.branches.length === 1 ? undefined : tagProperty(description, shape);
    const [only] = shape.branches;
    const inner =
      shape.branches.length === 1 && only
        ? branch(only, at, path, skip)
        : union(shape.branches, some, at, path);
    if (!shape.nullable) return inner;
    const nothing = add({ location: at, kind: "null" });
    const something = add({ location: at, kind: "non-null" });
    return (value) => {
      if (value === null) nothing.count += 1;
      else {
        something.count += 1;
        inner(value);
      }
    };
  }

  function union(
    branches: readonly Schema[],
    tag: string | undefined,
    at: string,
    path: readonly Schema[],
  ): Seen {
    // Without something that tells them apart, which branch a value belongs to is not ours to guess.
    if (tag === undefined) return () => {};
    const variants = new Map(
      branches.map((schema) => {
        const value = branchTag(description, schema, tag) ?? null;
        const point = add({ location: at, kind: "variant", value });
        return [value, { point, seen: branch(schema, at, path, tag) }];
      }),
    );
    return (value) => {
      if (!isMembers(value)) return;
      // Whatever is not one of the tags finds nothing.
      const variant = variants.get(value[tag] as Json);
      if (!variant) return;
      variant.point.count += 1;
      variant.seen(value);
    };
  }

  function branch(start: Schema, at: string, path: readonly Schema[], skip?: string): Seen {
    const own = resolve(description, start);
    if (path.includes(own)) return () => {};
    const below = [...path, own];
    const seen = [
      values(own, at),
      properties(own, at, below, skip),
      map(own, at, below),
      array(own, at, below),
      ...(own.allOf ?? []).map((part) => compile(part, at, below, skip)),
    ].filter((part) => part !== undefined);
    const [first] = seen;
    if (seen.length === 1 && first) return first;
    return (value) => {
      for (const part of seen) part(value);
    };
  }

  function values(own: Schema, at: string): Seen | undefined {
    const allowed = own.const === undefined ? own.enum : [own.const];
    if (!allowed) return undefined;
    const points = new Map<unknown, Counter>();
    for (const value of allowed)
      if (value !== null) points.set(value, add({ location: at, kind: "value", value }));
    return (value) => {
      const point = points.get(value);
      if (point) point.count += 1;
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
        const below = `${at}/${escapeKey(name)}`;
        return {
          name,
          point: add({ location: below, kind: "property" }),
          seen: compile(schema, below, path),
        };
      });
    return (value) => {
      if (!isMembers(value)) return;
      for (const { name, point, seen } of known) {
        const member = value[name];
        if (member === undefined) continue;
        point.count += 1;
        seen(member);
      }
    };
  }

  /** An object without named properties is a map. */
  function map(own: Schema, at: string, path: readonly Schema[]): Seen | undefined {
    const { additionalProperties: member = true, type } = own;
    if (type !== "object" || own.properties || own.allOf || member === false) return undefined;
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
    const isArray = own.type === "array" || (Array.isArray(own.type) && own.type.includes("array"));
    if (!isArray) return undefined;
    const empty = add({ location: at, kind: "empty" });
    const filled = add({ location: at, kind: "filled" });
    const seen = typeof own.items === "object" ? compile(own.items, `${at}/*`, path) : undefined;
    return (value) => {
      if (!Array.isArray(value)) return;
      (value.length === 0 ? empty : filled).count += 1;
      if (seen) for (const item of value) seen(item);
    };
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
