import fc from "fast-check";
import type { Json } from "../../src/findings/finding.ts";
import { type BodySchema, follow } from "./contract.ts";

/**
 * Values that a schema of the contract allows, its bounds themselves among them. Bodies stay small, so that many can
 * be made; long texts only where a bound asks for one.
 */
export function arbitrary(start: BodySchema): fc.Arbitrary<Json> {
  const schema = follow(start);
  const union = schema.oneOf ?? schema.anyOf;
  if (union) return fc.oneof(...union.map((branch) => arbitrary(branch)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>; // JSON, as the name says
  return fc.oneof(...types.map((type) => typed(type, schema)));
}

function typed(type: string, schema: BodySchema): fc.Arbitrary<Json> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "string":
      return text(schema);
    case "integer":
      return fc.integer(range(schema));
    case "number":
      return number(schema);
    case "array":
      return fc.array(arbitrary(items(schema)), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(2, schema.maxItems ?? 2),
      });
    case "object":
      return object(schema);
    default:
      throw new Error(`no values of type ${type} can be made`);
  }
}

/** The schema of an array's items. */
export const items = ({ items }: BodySchema): BodySchema =>
  typeof items === "object" ? items : {};

function text({ format, minLength = 0, maxLength = 12 }: BodySchema): fc.Arbitrary<string> {
  if (format === "date-time") return dateTime;
  if (format === "uri") return fc.webUrl({ withQueryParameters: true, withFragments: true });
  if (format !== undefined) throw new Error(`no texts of format ${format} can be made`);
  const short = fc.string({
    unit: "binary",
    minLength,
    maxLength: Math.min(maxLength, minLength + 12),
  });
  // In characters, of which one may take two code units.
  const edges = [minLength, maxLength].map((length) =>
    fc.constantFrom("x".repeat(length), "🦉".repeat(length)),
  );
  return fc.oneof({ arbitrary: short, weight: 8 }, ...edges);
}

/** RFC 3339, section 5.6: in UTC or with an offset. */
const dateTime = fc
  .tuple(
    fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    fc.constantFrom("Z", "+05:30", "-11:00"),
  )
  .map(([date, zone]) => date.toISOString().replace("Z", zone));

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: BodySchema) {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1_000_000 : exclusiveMinimum + 1);
  const max = maximum ?? (exclusiveMaximum === undefined ? 1_000_000 : exclusiveMaximum - 1);
  return { min, max };
}

function number(schema: BodySchema): fc.Arbitrary<number> {
  const { min, max } = range(schema);
  const fraction = fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.integer({ min, max }), fraction, fc.constantFrom(min, max));
}

function object(schema: BodySchema): fc.Arbitrary<Json> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties) {
    const model = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, arbitrary(property)]),
    );
    return fc.record(model, { requiredKeys: [...required] });
  }
  const member = typeof additionalProperties === "object" ? additionalProperties : {};
  return fc.dictionary(fc.string({ maxLength: 8 }), arbitrary(member), { maxKeys: 2 });
}
