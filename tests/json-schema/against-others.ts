import { Validator } from "@cfworker/json-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { namesProperties, someInPlace } from "../../scripts/generate/in-place.ts";
import { ContractError, type Schema } from "../../scripts/generate/schema.ts";
import { load } from "./load.ts";
import { randomDocument, randomFrom, randomValue } from "./random-schema.ts";

/** A schema and a value about which the compiled checks agree with nobody. */
interface Disagreement {
  readonly seed: number;
  readonly about: "validity" | "undocumented properties";
  readonly schema: Schema;
  readonly value: unknown;
}

/** What came of comparing. */
export interface Comparison {
  /** Schemas that the compiler refused. */
  refused: number;
  /** Values that were held to a schema. */
  values: number;
  /** Verdicts in which Ajv stands alone, among them those where it crashed. */
  ajvAlone: number;
  /** Values on which Ajv crashes and the interpreter, too: some part that no value comes to refers to itself. */
  undecided: number;
  readonly disagreements: Disagreement[];
}

/**
 * Of the first 100,000 the one on which Ajv crashes and the interpreter errs: it lets a branch of `oneOf` see what the
 * others evaluated. Hyperjump and schemasafe, asked once, say what we say.
 */
const misjudged = new Set([77_824]);

/**
 * Compiles the schemas of the seeds from `first` on, and holds values to them. The verdict must be Ajv's. Where it is
 * not, it must be that of a validator which interprets schemas: Ajv 8.20 does not count what `contains` or an `if`
 * without `then` evaluated, keeps the verdict of `contains` from one property to the next, and crashes on some
 * `patternProperties` beside unevaluated ones.
 */
export function compareWithOthers(first: number, count: number): Comparison {
  const comparison: Comparison = {
    refused: 0,
    values: 0,
    ajvAlone: 0,
    undecided: 0,
    disagreements: [],
  };
  for (let seed = first; seed < first + count; seed++) compareOne(seed, comparison);
  return comparison;
}

function compareOne(seed: number, comparison: Comparison): void {
  const random = randomFrom(seed);
  const schema = randomDocument(random) as Schema;
  let check: ReturnType<typeof load>;
  try {
    check = load(schema);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    comparison.refused++;
    return;
  }
  const isValid = compiled(schema);
  const isValidToo = interpreter(schema);
  const closed = reportsUndocumented(schema) ? interpreter(withoutOthers(schema)) : undefined;
  for (let i = 0; i < 8; i++) {
    const value = randomValue(random, 3);
    const found = check(value);
    const disagree = (about: Disagreement["about"]) =>
      comparison.disagreements.push({ seed, about, schema, value });
    const ours = found.errors === 0;
    comparison.values++;
    const ajv = isValid(value);
    if (ajv !== ours) {
      const other = isValidToo(value);
      if (other === ours) comparison.ajvAlone++;
      else if (ajv === undefined && (other === undefined || misjudged.has(seed)))
        comparison.undecided++;
      else disagree("validity");
    }
    if (closed === undefined || found.errors > 0 || found.count > found.list.length) continue;
    const isTop = ({ keyword, pointer }: (typeof found.list)[number]) =>
      keyword === "undocumentedProperty" && pointer.lastIndexOf("/") === 0;
    if (found.list.some(isTop) === closed(value)) disagree("undocumented properties");
  }
}

/** Ajv's verdict; undefined where it crashes, with a value or while it compiles. */
function compiled(schema: object): (value: unknown) => boolean | undefined {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, allErrors: true, logger: false });
  // What was evaluated it also keeps where nobody asks, and crashes more often.
  ajv.opts.unevaluated = JSON.stringify(schema).includes('"unevaluated');
  return (
    orUndefined(() => {
      const validate = ajv.compile(schema);
      return (value: unknown) => orUndefined(() => validate(value));
    }) ?? (() => undefined)
  );
}

function orUndefined<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** The interpreter's verdict; undefined where it has none: it follows schemas that Ajv and we never come to. */
function interpreter(schema: object): (value: unknown) => boolean | undefined {
  const validator = new Validator(schema, "2020-12");
  return (value) => orUndefined(() => validator.validate(value).valid);
}

/** Whether undocumented properties are what 2020-12 calls unevaluated: alternatives that name none leave them open. */
function reportsUndocumented(schema: Schema): boolean {
  const some = (test: (schema: Schema) => boolean) => someInPlace(schema, schema, "", test);
  return (
    some(namesProperties) &&
    !some(({ anyOf, oneOf }) => anyOf !== undefined || oneOf !== undefined) &&
    schema.additionalProperties === undefined &&
    schema.unevaluatedProperties === undefined
  );
}

function withoutOthers({ $defs, ...schema }: Schema & { readonly $defs?: object }): object {
  return { allOf: [schema], unevaluatedProperties: false, $defs };
}
