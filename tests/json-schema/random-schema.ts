/** Schemas and values from a seed: small, so that they meet, and of every keyword that the compiler knows. */

/** Whole numbers from 0 to below `limit`. */
export type Random = (limit: number) => number;

/** Numbers that follow from the seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Members = { [name: string]: Json };
type Make = (random: Random, depth: number) => Members;

const names = ["a", "b", "c", "constructor"];
const patterns = ["^a", "b|c", "^\\p{Lu}", "."];
const types = ["null", "boolean", "integer", "number", "string", "array", "object"];
const definitions = ["A", "B", "C"];

const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T; // never empty
const some = <T>(random: Random, all: readonly T[]): T[] => all.filter(() => random(2) === 0);
const list = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: 1 + random(most) }, make);
const members = (keys: readonly string[], make: () => Json): Members =>
  Object.fromEntries(keys.map((key) => [key, make()]));

/** What may stand in a schema, each with the keywords that belong together. */
const keywords: readonly Make[] = [
  (random) => ({ type: random(2) ? pick(random, types) : distinct(some(random, types), "object") }),
  (random) => ({ enum: list(random, 3, () => randomValue(random, 1)) }),
  (random) => ({ const: randomValue(random, 1) }),
  (random) => ({ minLength: random(3) }),
  (random) => ({ maxLength: random(3) }),
  (random) => ({ pattern: pick(random, patterns) }),
  (random) => ({ minimum: random(4) - 1 }),
  (random) => ({ maximum: random(4) }),
  (random) => ({ exclusiveMinimum: random(3) - 1 }),
  (random) => ({ exclusiveMaximum: random(4) }),
  (random) => ({ multipleOf: pick(random, [1, 2, 0.5]) }),
  (random, depth) => ({ items: randomSchema(random, depth) }),
  (random, depth) => ({ prefixItems: list(random, 2, () => randomSchema(random, depth)) }),
  (random) => ({ minItems: random(3) }),
  (random) => ({ maxItems: random(3) }),
  () => ({ uniqueItems: true }),
  (random, depth) => ({ contains: randomSchema(random, depth), minContains: random(3) }),
  (random, depth) => ({ contains: randomSchema(random, depth), maxContains: 1 + random(2) }),
  (random, depth) => ({ properties: schemas(random, depth, some(random, names)) }),
  (random, depth) => ({ properties: schemas(random, depth, some(random, names)) }),
  (random, depth) => ({ properties: schemas(random, depth, some(random, names)), type: "object" }),
  (random, depth) => ({ patternProperties: schemas(random, depth, [pick(random, patterns)]) }),
  (random, depth) => ({ additionalProperties: randomSchema(random, depth) }),
  (random, depth) => ({ unevaluatedProperties: randomSchema(random, depth) }),
  (random, depth) => ({ unevaluatedItems: randomSchema(random, depth) }),
  (random) => ({ propertyNames: { maxLength: 1 + random(3) } }),
  (random) => ({ required: some(random, names) }),
  (random) => ({ minProperties: random(3) }),
  (random) => ({ maxProperties: random(3) }),
  (random) => ({ dependentRequired: { [pick(random, names)]: some(random, names) } }),
  (random, depth) => ({ dependentSchemas: schemas(random, depth, [pick(random, names)]) }),
  (random, depth) => ({ allOf: list(random, 3, () => randomSchema(random, depth)) }),
  (random, depth) => ({ anyOf: list(random, 3, () => randomSchema(random, depth)) }),
  (random, depth) => ({ oneOf: list(random, 3, () => randomSchema(random, depth)) }),
  (random, depth) => ({ oneOf: [randomSchema(random, depth), { type: "null" }] }),
  (random, depth) => ({ not: randomSchema(random, depth) }),
  (random, depth) => ({
    if: randomSchema(random, depth),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ...(random(3) ? { then: randomSchema(random, depth) } : {}),
    ...(random(3) ? { else: randomSchema(random, depth) } : {}),
  }),
  (random) => ({ $ref: `#/$defs/${pick(random, definitions)}` }),
];

const distinct = (all: string[], otherwise: string): Json => (all.length > 0 ? all : otherwise);

const schemas = (random: Random, depth: number, keys: readonly string[]): Members =>
  members(keys, () => randomSchema(random, depth));

/** A schema; at the top with `$defs`, which every `$ref` points at. */
export function randomDocument(random: Random): Members {
  const $defs = members(definitions, () => randomSchema(random, 2));
  return { ...keywordsOf(random, 3), $defs };
}

function randomSchema(random: Random, depth: number): Json {
  if (random(12) === 0) return random(3) > 0;
  if (depth <= 0)
    return pick(random, [{}, { type: pick(random, types) }, { minimum: 1 }, { minLength: 1 }]);
  return keywordsOf(random, depth);
}

const keywordsOf = (random: Random, depth: number): Members =>
  Object.assign({}, ...list(random, 3, () => pick(random, keywords)(random, depth - 1)));

const scalars = [null, true, false, 0, 1, 2, 1.5, -1, "", "a", "bc", "Ä", "🦉"];

/** A JSON value. */
export function randomValue(random: Random, depth: number): Json {
  const kind = random(depth > 0 ? 6 : 3);
  if (kind < 3) return pick(random, scalars);
  if (kind === 3) return Array.from({ length: random(4) }, () => randomValue(random, depth - 1));
  return members(some(random, [...names, "z"]), () => randomValue(random, depth - 1));
}
