import {
  type Description,
  jsonSchema,
  operationsOf,
  resolve,
  type Schema,
  shapeOf,
} from "../../openapi/description.ts";

/** Makes the location of a finding the one that it shares with its like. */
export type Fold = (operation: string, location: string) => string;

/** Locations remembered; those of undocumented things have no bound. */
const cacheLimit = 10_000;

/**
 * Folds array indices and the keys of maps to `*`, as the contract says which is which: a map's keys may be numbers and
 * an object's never are. Below what the contract knows, numbers are taken for indices.
 */
export function createFold(description: Description): Fold {
  const bodies = new Map<string, readonly Schema[]>(
    operationsOf(description).flatMap(({ name, operation }) => {
      const { requestBody, responses = {} } = operation;
      const schemas = (messages: readonly (typeof requestBody)[]) =>
        messages.flatMap((one) => (one && jsonSchema(description, one)) ?? []);
      return [
        [`${name} /request/body`, schemas([requestBody])] as const,
        [`${name} /response/body`, schemas(Object.values(responses))] as const,
      ];
    }),
  );
  const cache = new Map<string, string>();
  return (operation, location) => {
    const key = `${operation} ${location}`;
    const before = cache.get(key);
    if (before !== undefined) return before;
    const [, side, part, ...path] = location.split("/");
    const start = [side, part].map((one) => (one === undefined ? "" : `/${one}`)).join("");
    const folded = start + foldPath(description, bodies.get(`${operation} ${start}`) ?? [], path);
    if (cache.size < cacheLimit) cache.set(key, folded);
    return folded;
  };
}

function foldPath(
  description: Description,
  start: readonly Schema[],
  path: readonly string[],
): string {
  let schemas = start;
  let folded = "";
  for (const segment of path) {
    const all = schemas.flatMap((one) => objectsOf(description, one));
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    const named = all.flatMap(({ properties = {} }) =>
      Object.hasOwn(properties, name) ? [properties[name] as Schema] : [],
    );
    const isAny = named.length === 0 && (/^\d+$/.test(segment) || all.some(isContainer));
    folded += isAny ? "/*" : `/${segment}`;
    schemas = isAny ? all.flatMap(membersOf) : named;
  }
  return folded;
}

/** The schemas of which one applies, with what they are put together of. */
function objectsOf(description: Description, schema: Schema, depth = 0): readonly Schema[] {
  if (depth > 20) return []; // it is put together of itself
  return shapeOf(description, schema).branches.flatMap((branch) => {
    const own = resolve(description, branch);
    const parts = (own.allOf ?? []).flatMap((part) => objectsOf(description, part, depth + 1));
    return own.oneOf || own.anyOf ? objectsOf(description, own, depth + 1) : [own, ...parts];
  });
}

/** An array, or an object without named properties, which is a map. */
const isContainer = ({ type, properties, allOf, additionalProperties }: Schema): boolean => {
  const types = [type].flat();
  const isMap = !properties && !allOf && additionalProperties !== false;
  return types.includes("array") || (types.includes("object") && isMap);
};

const membersOf = ({ items, additionalProperties }: Schema): Schema[] =>
  [items, additionalProperties].filter((one) => typeof one === "object");
